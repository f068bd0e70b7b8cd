namespace Nscl.Domain.Programs;

public enum TaskKind
{
    /// <summary>Holds other tasks.</summary>
    Group,
    Communication,
    Training,
    Delegation,
    Commendation,
    Guidance,
    EnterpriseSupport,
    Award,
}

/// <summary>Tier of systems and tools (S3.22).</summary>
public enum SystemTier
{
    Basic,
    SectorSpecific,
    NewlyPublished,
}

public enum TargetPeriod
{
    Year,
    Phase,
    Program,
}

/// <summary>A quantity that a task must deliver.</summary>
/// <param name="Quantity">Quantity or lower bound.</param>
/// <param name="Unit">Code of the measure unit.</param>
/// <param name="Approximate">True where the text says "about".</param>
public sealed record TaskQuota(
    decimal Quantity,
    string Unit,
    bool Approximate,
    decimal? QuantityTo = null,
    TargetPeriod? Period = null,
    string? Target = null,
    IReadOnlyList<string>? SupportCategories = null,
    string? NoteVi = null,
    string? NoteEn = null);

public sealed record TaskTopic(string Code, string NameVi, string NameEn);

/// <summary>A task with exactly one lead (S2.9) and any number of co-ordinators of its own (S2.10, S2.11).</summary>
/// <param name="Code">Number in the source, e.g. <c>1.3</c>.</param>
/// <param name="LeadAgency">Agency code.</param>
/// <param name="Parent">Code of the group it belongs to.</param>
/// <param name="CoordinatorsOpenEnded">True where the source ends its list with an ellipsis.</param>
/// <param name="AgenciesClause">Clause that names lead and co-ordinators, where it is another one.</param>
public sealed record ProgramTask(
    string Code,
    string Title,
    string TitleEn,
    TaskKind Kind,
    string Text,
    string LeadAgency,
    IReadOnlyList<string> Coordinators,
    string Clause,
    IReadOnlyList<string> Facts,
    string? Parent = null,
    string? DisplayText = null,
    bool? Continuous = null,
    int? Year = null,
    bool? CoordinatorsOpenEnded = null,
    string? AgenciesClause = null,
    IReadOnlyList<TaskQuota>? Quotas = null,
    IReadOnlyList<string>? SupportCategories = null,
    IReadOnlyList<TaskTopic>? Topics = null,
    string? AudienceVi = null,
    string? AudienceEn = null,
    IReadOnlyList<string>? ParticipantKinds = null,
    IReadOnlyList<SystemTier>? Tiers = null,
    string? NoteVi = null,
    string? NoteEn = null,
    IReadOnlyList<string>? NotStated = null,
    IReadOnlyList<string>? ConfigurableDefaults = null);

/// <summary>A standing duty of one or more agencies.</summary>
/// <param name="Kind">Word of the pack format, e.g. <c>supervision</c>.</param>
/// <param name="EscalatesTo">Agency that decides beyond the duty holder's authority (S3.64).</param>
public sealed record AgencyDuty(
    string Code,
    IReadOnlyList<string> Agencies,
    IReadOnlyList<string> CoordinatesWith,
    string Title,
    string TitleEn,
    string Kind,
    string Text,
    string Clause,
    IReadOnlyList<string> Facts,
    string? DisplayText = null,
    string? OnRequestOf = null,
    string? EscalatesTo = null);

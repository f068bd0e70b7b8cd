namespace Nscl.Domain.Programs;

public enum ProgramKind
{
    NationalProgram,
    ProvincialProgram,

    /// <summary>One year of a program (S2.1).</summary>
    AnnualPlan,
}

public enum ProgramStatus
{
    Draft,
    Promulgated,
    Superseded,
    Closed,
}

/// <summary>Both days included.</summary>
public sealed record ProgramPeriod(DateOnly From, DateOnly To);

/// <summary>
/// Everything that a program's document says, under the names of the pack format. What the document does not state is null
/// and listed in a <c>NotStated</c>; what is a default of this system is listed in a <c>ConfigurableDefaults</c>. <c>Facts</c>
/// are numbers of source facts for tests and documents, never for a screen.
/// </summary>
/// <param name="Code">E.g. <c>KT2021</c>.</param>
/// <param name="LeadAgency">Agency code.</param>
/// <param name="PrioritySectors">Codes in the order of the text.</param>
/// <param name="Closing">Closing mark as printed.</param>
/// <param name="Sections">The whole document, passage by passage, so that nothing is dropped.</param>
/// <param name="Signature">Null where the document shows none.</param>
/// <param name="Submission">Papers of a dossier.</param>
/// <param name="Clock">Time limits of a dossier.</param>
public sealed record ProgramContent(
    string Code,
    string Title,
    string ShortTitle,
    string TitleEn,
    ProgramKind Kind,
    ProgramPeriod Period,
    ProgramStatus Status,
    ProgramDecision Decision,
    IReadOnlyList<LegalBasis> LegalBases,
    string LeadAgency,
    IReadOnlyList<ProgramObjective> GeneralObjectives,
    IReadOnlyList<ProgramObjective> SpecificObjectives,
    IReadOnlyList<ProgramPhase> Phases,
    IReadOnlyList<ProgramTask> Tasks,
    IReadOnlyList<AgencyDuty> Duties,
    IReadOnlyList<ProgramTarget> Targets,
    ProgramEligibility Eligibility,
    IReadOnlyList<string> PrioritySectors,
    ProgramFunding Funding,
    IReadOnlyList<ReportObligation> ReportObligations,
    IReadOnlyList<DocumentRecipient> Recipients,
    string Closing,
    DocumentForm Document,
    IReadOnlyList<DocumentSection> Sections,
    ParentProgram? ParentProgram = null,
    DocumentSignature? Signature = null,
    string? ArchiveLine = null,
    SubmissionRequirements? Submission = null,
    DossierClock? Clock = null,
    AppraisalRequirements? Appraisal = null,
    IReadOnlyList<DefinedAbbreviation>? Abbreviations = null,
    IReadOnlyList<MacroIndicator>? MacroIndicators = null,
    IReadOnlyList<string>? NotStated = null,
    IReadOnlyList<string>? ConfigurableDefaults = null,
    string? NoteVi = null,
    string? NoteEn = null);

/// <summary>The program above this one.</summary>
public sealed record ParentProgram(
    string Code,
    string Title,
    string TitleEn,
    ProgramKind Kind,
    ProgramPeriod Period,
    IReadOnlyList<string> Facts,
    string? DecisionNumber = null,
    DateOnly? DecisionDate = null);

/// <summary>An objective or purpose in words.</summary>
/// <param name="Text">Verbatim, typing errors included; <paramref name="DisplayText"/> corrects them for the screen.</param>
/// <param name="Targets">Codes of the targets that measure it.</param>
public sealed record ProgramObjective(
    string Text,
    string TitleEn,
    string Clause,
    IReadOnlyList<string> Facts,
    string? DisplayText = null,
    IReadOnlyList<string>? Targets = null);

public enum PhaseKind
{
    /// <summary>With quotas.</summary>
    Firm,

    /// <summary>Direction only.</summary>
    Orientation,
}

public sealed record ProgramPhase(
    string Code,
    string NameVi,
    string NameEn,
    DateOnly From,
    DateOnly To,
    PhaseKind Kind,
    IReadOnlyList<string>? Facts = null);

/// <summary>Grounds on which a dossier comes first; they order, they do not exclude.</summary>
public enum PriorityGround
{
    Sme,
    KeyProduct,
    PrioritySector,
}

/// <summary>Who may be supported.</summary>
/// <param name="SmeOnly">True where only small and medium enterprises are admitted (S3.26), unlike S2.4.</param>
/// <param name="OrganizationTypes">Types of organization that are admitted.</param>
public sealed record ProgramEligibility(
    string Text,
    string TextEn,
    bool SmeOnly,
    string Locality,
    IReadOnlyList<string> OrganizationTypes,
    IReadOnlyList<PriorityGround> Priorities,
    string Clause,
    IReadOnlyList<string> Facts,
    string? DisplayText = null,
    IReadOnlyList<string>? NotStated = null,
    IReadOnlyList<string>? ConfigurableDefaults = null,
    string? NoteVi = null,
    string? NoteEn = null);

/// <summary>Papers a dossier needs, by document kind (D01…D12).</summary>
public sealed record SubmissionRequirements(
    IReadOnlyList<string> RequiredDocuments,
    IReadOnlyList<string> BeforeContract,
    bool ConfigurableDefault,
    string? NoteVi = null,
    string? NoteEn = null);

public enum ClockStepCode
{
    IntakeCheck,
    ExplanationRequest,
    DecisionAfterCouncil,
    Decision,
}

public enum ClockUnit
{
    WorkingDays,
    CalendarDays,
}

public sealed record ClockStep(ClockStepCode Code, string NameVi, string NameEn, int Days, ClockUnit Unit);

/// <param name="StopsDuringSupplement">Whether the time an enterprise takes to complete its dossier does not count.</param>
public sealed record DossierClock(
    IReadOnlyList<ClockStep> Steps,
    bool StopsDuringSupplement,
    bool ConfigurableDefault,
    EntrySource Source,
    string? NoteVi = null,
    string? NoteEn = null);

/// <param name="CouncilRequired">True where approval is impossible without a council's conclusion (S3.53, S3.54).</param>
public sealed record AppraisalRequirements(
    bool CouncilRequired,
    string EstablishedBy,
    string ApprovedBy,
    string Clause,
    IReadOnlyList<string> Facts);

public sealed record DefinedAbbreviation(
    string Short,
    string Full,
    string FullEn,
    string? Clause = null,
    IReadOnlyList<string>? Facts = null);

/// <summary>A macro figure that is entered with year, source and document, and never computed (S3.3).</summary>
public sealed record MacroIndicator(
    string Code,
    string NameVi,
    string NameEn,
    string Unit,
    string Clause,
    IReadOnlyList<string> Facts,
    string? NoteVi = null,
    string? NoteEn = null);

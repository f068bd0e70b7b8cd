namespace Nscl.Domain.Programs;

public enum TargetOperator
{
    AtLeast,
    AtMost,
    Equals,
    Approximately,
    Range,
}

/// <summary>What a ratio is measured against, or what is counted distinct.</summary>
public enum DenominatorScope
{
    SelectedEnterprises,
    ProductsOfSelectedEnterprises,
    DistinctEnterprises,
    Persons,
    Attendances,
    None,
}

public sealed record TargetDenominator(DenominatorScope Scope, string? NoteVi = null, string? NoteEn = null);

/// <summary>A second measure of the same target, e.g. attendances beside times (S3.19).</summary>
/// <param name="Low">Value or lower bound.</param>
public sealed record PairedMeasure(
    string Title,
    string TitleEn,
    TargetOperator Operator,
    bool Approximate,
    decimal Low,
    string Unit,
    decimal? High = null);

public sealed record TargetPart(string Code, string NameVi, string NameEn, decimal Value);

/// <summary>A target value of an indicator (domain-reference §1.6.1).</summary>
/// <param name="Low">Value or lower bound.</param>
/// <param name="Unit">Code of the measure unit.</param>
/// <param name="PeriodExplicit">False where the text does not say per what it counts; the period is then a configurable default (§1.7 no. 7).</param>
/// <param name="Year">Year, for a target of one year.</param>
/// <param name="AwardYear">Year of the award round, where it differs from the budget year (S2.17).</param>
public sealed record ProgramTarget(
    string Code,
    string Title,
    string TitleEn,
    TargetOperator Operator,
    bool Approximate,
    decimal Low,
    string Unit,
    TargetPeriod Period,
    bool PeriodExplicit,
    string Clause,
    IReadOnlyList<string> Facts,
    decimal? High = null,
    int? Year = null,
    string? Text = null,
    string? DisplayText = null,
    string? Phase = null,
    string? IndicatorNoteVi = null,
    string? IndicatorNoteEn = null,
    string? PeriodNoteVi = null,
    string? PeriodNoteEn = null,
    IReadOnlyList<PairedMeasure>? Paired = null,
    IReadOnlyList<TargetPart>? Breakdown = null,
    IReadOnlyList<string>? SupportCategories = null,
    TargetDenominator? Denominator = null,
    int? AwardYear = null,
    string? Task = null,
    IReadOnlyList<string>? ConfigurableDefaults = null);

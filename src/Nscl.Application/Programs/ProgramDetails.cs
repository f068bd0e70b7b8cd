using Nscl.Application.ReferenceData;
using Nscl.Domain.Programs;
using Verification = Nscl.Domain.Standards.Verification;

namespace Nscl.Application.Programs;

/// <summary>
/// A program with everything its document says, codes resolved to names. <c>notStated</c> lists what the document does not say;
/// <c>configurableDefaults</c> what this system assumes because the document is silent.
/// </summary>
/// <param name="Province">The province that founded it.</param>
/// <param name="PeriodTo">Last day.</param>
/// <param name="LeadAgency">Agency in charge of the whole.</param>
/// <param name="Sections">The whole document, passage by passage, in its order.</param>
/// <param name="Outline">Headings of the document's main parts.</param>
public sealed record ProgramDetails(
    Guid Id,
    string Code,
    NamedCode Province,
    string Title,
    string ShortTitle,
    string TitleEn,
    ProgramKind Kind,
    ProgramStatus Status,
    DateOnly PeriodFrom,
    DateOnly PeriodTo,
    ProgramDecisionDetails Decision,
    ParentProgramDetails? ParentProgram,
    IReadOnlyList<LegalBasisDetails> LegalBases,
    AgencyName LeadAgency,
    IReadOnlyList<ProgramObjectiveDetails> GeneralObjectives,
    IReadOnlyList<ProgramObjectiveDetails> SpecificObjectives,
    IReadOnlyList<ProgramPhaseDetails> Phases,
    IReadOnlyList<ProgramTaskDetails> Tasks,
    IReadOnlyList<AgencyDutyDetails> Duties,
    IReadOnlyList<ProgramTargetDetails> Targets,
    ProgramEligibilityDetails Eligibility,
    IReadOnlyList<PrioritySectorDetails> PrioritySectors,
    IReadOnlyList<ProgramPolicyVersion> PolicyVersions,
    SubmissionDetails? Submission,
    DossierClockDetails? Clock,
    AppraisalDetails? Appraisal,
    ProgramFundingDetails Funding,
    IReadOnlyList<ReportObligationDetails> ReportObligations,
    IReadOnlyList<DocumentRecipientDetails> Recipients,
    DocumentSignatureDetails? Signature,
    string? ArchiveLine,
    string Closing,
    IReadOnlyList<string> Outline,
    IReadOnlyList<AbbreviationDetails> Abbreviations,
    IReadOnlyList<MacroIndicatorDetails> MacroIndicators,
    IReadOnlyList<DocumentSectionDetails> Sections,
    IReadOnlyList<string> NotStated,
    IReadOnlyList<string> ConfigurableDefaults,
    string? NoteVi,
    string? NoteEn);

/// <summary>The document that establishes the program.</summary>
/// <param name="TypeVi">Type as printed, such as "KẾ HOẠCH".</param>
public sealed record ProgramDecisionDetails(
    DecisionType Type,
    string TypeVi,
    AgencyName Issuer,
    string IssuerName,
    string? Number,
    DateOnly? Date,
    string? SignerName,
    string? SignerTitle,
    string? AuthorityPrefix,
    string? Clause,
    IReadOnlyList<string> NotStated);

/// <summary>The program above this one.</summary>
public sealed record ParentProgramDetails(string Code, string Title, string TitleEn, ProgramKind Kind, DateOnly PeriodFrom, DateOnly PeriodTo, string? DecisionNumber, DateOnly? DecisionDate);

/// <param name="Abstract">Subject of the document (trích yếu).</param>
/// <param name="Verification">How far the entry has been checked.</param>
public sealed record LegalBasisDetails(string Number, DateOnly? Date, DateOnly? EffectiveFrom, string? Issuer, string? Abstract, string? Clause, string? Url, Verification? Verification);

/// <param name="Targets">Codes of the targets that measure it.</param>
public sealed record ProgramObjectiveDetails(string Text, string TitleEn, string Clause, IReadOnlyList<string> Targets);

public sealed record ProgramPhaseDetails(string Code, string NameVi, string NameEn, DateOnly From, DateOnly To, PhaseKind Kind);

/// <param name="Parent">Code of the group it belongs to.</param>
/// <param name="LeadAgency">Exactly one.</param>
/// <param name="CoordinatorsOpenEnded">True where the document ends its list with an ellipsis.</param>
/// <param name="AgenciesClause">Clause that names lead and co-ordinators, where it is another one.</param>
public sealed record ProgramTaskDetails(
    string Code,
    string? Parent,
    string Title,
    string TitleEn,
    TaskKind Kind,
    string Text,
    int? Year,
    bool Continuous,
    AgencyName LeadAgency,
    IReadOnlyList<AgencyName> Coordinators,
    bool CoordinatorsOpenEnded,
    string Clause,
    string? AgenciesClause,
    IReadOnlyList<TaskQuotaDetails> Quotas,
    IReadOnlyList<NamedCode> SupportCategories,
    IReadOnlyList<TaskTopic> Topics,
    string? AudienceVi,
    string? AudienceEn,
    IReadOnlyList<NamedCode> ParticipantKinds,
    IReadOnlyList<SystemTier> Tiers,
    IReadOnlyList<string> NotStated,
    IReadOnlyList<string> ConfigurableDefaults,
    string? NoteVi,
    string? NoteEn);

/// <param name="Quantity">Quantity or lower bound.</param>
/// <param name="Approximate">True where the document says "about".</param>
/// <param name="Target">Code of the target that measures it.</param>
public sealed record TaskQuotaDetails(decimal Quantity, decimal? QuantityTo, NamedCode Unit, bool Approximate, TargetPeriod? Period, string? Target, IReadOnlyList<NamedCode> SupportCategories, string? NoteVi, string? NoteEn);

/// <param name="Kind">What the duty is about, such as <c>supervision</c>.</param>
/// <param name="OnRequestOf"><c>enterprise</c> where an enterprise triggers it.</param>
/// <param name="EscalatesTo">Who decides beyond the duty holder's authority.</param>
public sealed record AgencyDutyDetails(
    string Code,
    IReadOnlyList<AgencyName> Agencies,
    IReadOnlyList<AgencyName> CoordinatesWith,
    string Title,
    string TitleEn,
    string Kind,
    string Text,
    string Clause,
    string? OnRequestOf,
    AgencyName? EscalatesTo);

/// <param name="Low">Value, or lower bound of a range.</param>
/// <param name="PeriodExplicit">False where the document does not say per what it counts; the period is then a default.</param>
/// <param name="AwardYear">Year of the award round, where it is not the budget year.</param>
/// <param name="Phase">Code of the phase.</param>
/// <param name="Task">Code of the task.</param>
public sealed record ProgramTargetDetails(
    string Code,
    string Title,
    string TitleEn,
    TargetOperator Operator,
    bool Approximate,
    decimal Low,
    decimal? High,
    NamedCode Unit,
    TargetPeriod Period,
    bool PeriodExplicit,
    int? Year,
    int? AwardYear,
    string? Phase,
    string? Task,
    string? Text,
    string Clause,
    IReadOnlyList<PairedMeasureDetails> Paired,
    IReadOnlyList<TargetPart> Breakdown,
    IReadOnlyList<NamedCode> SupportCategories,
    TargetDenominator? Denominator,
    string? IndicatorNoteVi,
    string? IndicatorNoteEn,
    string? PeriodNoteVi,
    string? PeriodNoteEn,
    IReadOnlyList<string> ConfigurableDefaults);

/// <summary>A second measure of the same target, such as attendances beside times.</summary>
public sealed record PairedMeasureDetails(string Title, string TitleEn, TargetOperator Operator, bool Approximate, decimal Low, decimal? High, NamedCode Unit);

/// <param name="SmeOnly">True where only small and medium enterprises are admitted.</param>
public sealed record ProgramEligibilityDetails(
    string Text,
    string TextEn,
    bool SmeOnly,
    NamedCode Locality,
    IReadOnlyList<NamedCode> OrganizationTypes,
    IReadOnlyList<PriorityGround> Priorities,
    string Clause,
    IReadOnlyList<string> NotStated,
    IReadOnlyList<string> ConfigurableDefaults,
    string? NoteVi,
    string? NoteEn);

/// <param name="IsCriterion">True for a criterion that needs evidence (import substitution, export), false for a sector.</param>
public sealed record PrioritySectorDetails(string Code, string NameVi, string NameEn, bool IsCriterion);

/// <param name="EffectiveTo">Last day; null = open.</param>
/// <param name="InForce">On today's business date.</param>
public sealed record ProgramPolicyVersion(Guid Id, int Version, DateOnly EffectiveFrom, DateOnly? EffectiveTo, bool InForce);

/// <param name="RequiredDocuments">Needed when a dossier is handed in.</param>
/// <param name="BeforeContract">Needed before the contract.</param>
/// <param name="ConfigurableDefault">True where this is a default of the system.</param>
public sealed record SubmissionDetails(IReadOnlyList<NamedCode> RequiredDocuments, IReadOnlyList<NamedCode> BeforeContract, bool ConfigurableDefault, string? NoteVi, string? NoteEn);

/// <param name="StopsDuringSupplement">Whether the time in which an enterprise completes its dossier does not count.</param>
public sealed record DossierClockDetails(IReadOnlyList<ClockStep> Steps, bool StopsDuringSupplement, bool ConfigurableDefault, string? NoteVi, string? NoteEn);

public sealed record AppraisalDetails(bool CouncilRequired, AgencyName EstablishedBy, AgencyName ApprovedBy, string Clause);

public sealed record ProgramFundingDetails(
    string Text,
    string Clause,
    IReadOnlyList<FundingPartDetails> Sources,
    BudgetTotalDetails? BudgetTotal,
    IReadOnlyList<BudgetStepDetails> Procedure,
    string? Annex,
    IReadOnlyList<string> NotStated);

public sealed record FundingPartDetails(NamedCode Source, string Text, string Clause);

/// <param name="Amount">Whole đồng.</param>
/// <param name="Words">As printed.</param>
/// <param name="SpellingProfile">Spelling of numbers that reproduces the printed words.</param>
public sealed record BudgetTotalDetails(long Amount, int Year, string Words, string SpellingProfile, AgencyName BudgetHolder, string Clause);

/// <param name="Agency">Null where the document names none.</param>
public sealed record BudgetStepDetails(string Code, string NameVi, string NameEn, AgencyName? Agency, string Clause);

/// <param name="DueMonthDay"><c>MM-dd</c>; null = on request, or not stated.</param>
/// <param name="Inclusive">False for "before the day": that day itself is late.</param>
public sealed record ReportObligationDetails(
    string Code,
    string TitleVi,
    string TitleEn,
    ReportKind Kind,
    string? DueMonthDay,
    bool Inclusive,
    AgencyName Issuer,
    IReadOnlyList<AgencyName> Recipients,
    string Clause,
    IReadOnlyList<string> NotStated,
    string? NoteVi,
    string? NoteEn);

/// <param name="Text">Line as printed.</param>
/// <param name="Purpose">Null where none is printed.</param>
public sealed record DocumentRecipientDetails(string Text, string NameEn, IReadOnlyList<AgencyName> Agencies, NamedCode? Purpose);

/// <param name="Lines">Lines above the name, as printed.</param>
public sealed record DocumentSignatureDetails(IReadOnlyList<string> Lines, IReadOnlyList<NamedCode> Authorities, string SignerTitle, string SignerName);

public sealed record AbbreviationDetails(string Short, string Full, string FullEn, string? Clause);

/// <summary>A figure that is entered with year, source and document, and never computed.</summary>
public sealed record MacroIndicatorDetails(string Code, string NameVi, string NameEn, NamedCode Unit, string Clause, string? NoteVi, string? NoteEn);

/// <param name="Level">Depth, from 1.</param>
/// <param name="Text">Paragraphs separated by a line feed; null where only sub-passages follow.</param>
public sealed record DocumentSectionDetails(string Clause, int Level, string? Heading, string? Text);

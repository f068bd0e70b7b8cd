using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>A paper of a dossier.</summary>
/// <param name="CanRemove">It was attached by mistake and can still be taken out.</param>
public sealed record AwardDocumentDetails(Guid Id, string Part, string FileName, long SizeBytes, string MediaType, string AttachedByName, DateTimeOffset AttachedAt, bool CanRemove);

/// <summary>An assessor's sheet.</summary>
public sealed record AwardSheetDetails(string AssessorName, IReadOnlyList<AwardCriterionScore> Scores, int Total, string? Comment, DateTimeOffset ScoredAt);

/// <summary>A stage of the assessment. Sheets of others are seen once it is closed.</summary>
/// <param name="SheetCount">How many assessors have given points.</param>
/// <param name="Result">Averages, spread and points; absent while the stage is open.</param>
/// <param name="OwnSheet">What the caller gave.</param>
public sealed record AwardStageDetails(AwardStage Stage, bool IsClosed, int SheetCount, AwardStageResult? Result, AwardSheetDetails? OwnSheet, IReadOnlyList<AwardSheetDetails> Sheets);

/// <summary>A part of the dossier and whether it is there.</summary>
/// <param name="Required">False for what is handed in if there is any.</param>
public sealed record AwardPartDetails(string Code, string NameVi, string NameEn, bool Required, bool IsThere, IReadOnlyList<AwardDocumentDetails> Documents);

/// <summary>An organization that takes part in a season, with its dossier, its eligibility and what can be done next.</summary>
/// <param name="Code">For example <c>GTCLQG-2022-0001</c>.</param>
/// <param name="NominatedBy">By itself, or by the office after outreach.</param>
/// <param name="OfficialEmployees">Under a contract of a year or more.</param>
/// <param name="Type">Absent as long as activity or employees are not known.</param>
/// <param name="SelfTotal">Sum of the points it gives itself; absent while criteria are missing.</param>
/// <param name="Eligibility">Every condition with its outcome and the reason; as it stood at acceptance from then on.</param>
/// <param name="CheckDueOn">Last day on which the office asks for what is missing.</param>
/// <param name="Stages">On the dossier, then on site; empty for the organization itself.</param>
/// <param name="Points">Of the stage that was closed last; for the organization once it has a result.</param>
/// <param name="PossibleLevels">Levels that these points make possible.</param>
/// <param name="Consent">The hiệp y of the province.</param>
/// <param name="Feedback">Strengths and opportunities; for the organization once it was released.</param>
/// <param name="EndReason">Why it was withdrawn, refused or not forwarded.</param>
/// <param name="AllowedActions">What the caller can do now.</param>
/// <param name="BlockedActions">What the caller would look for now, and why it does not go.</param>
public sealed record AwardNominationDetails(
    Guid Id,
    string Code,
    string Province,
    Guid SeasonId,
    int SeasonYear,
    string SeasonTitle,
    AwardSeasonStatus SeasonStatus,
    Guid EnterpriseId,
    string EnterpriseName,
    AwardParty NominatedBy,
    DateOnly RegisteredOn,
    string? OutreachNote,
    AwardActivity? Activity,
    int? OfficialEmployees,
    AwardType? Type,
    AwardDeclarations Declarations,
    IReadOnlyList<AwardSelfAssessment> SelfAssessment,
    int? SelfTotal,
    IReadOnlyList<AwardPartDetails> Parts,
    IReadOnlyList<AwardConditionCheck> Eligibility,
    AwardNominationStatus Status,
    DateOnly? SubmittedOn,
    DateOnly? CheckDueOn,
    IReadOnlyList<AwardSupplementRound> Supplements,
    IReadOnlyList<AwardStageDetails> Stages,
    int? Points,
    IReadOnlyList<AwardLevel> PossibleLevels,
    AwardConclusion? Conclusion,
    AwardOfficialDocument? Consent,
    AwardResult? Result,
    AwardFeedback? Feedback,
    string? EndReason,
    IReadOnlyList<AwardNominationEvent> Timeline,
    IReadOnlyList<AwardNominationAction> AllowedActions,
    IReadOnlyList<BlockedAwardNominationAction> BlockedActions);

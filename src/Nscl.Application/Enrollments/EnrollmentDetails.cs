using Nscl.Domain.Calendar;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Programs;

namespace Nscl.Application.Enrollments;

/// <summary>A dossier as the caller may see it, with what can be done next.</summary>
/// <param name="Code">Receipt code; null before submission.</param>
/// <param name="ProgramTitle">Short Vietnamese title; <c>programTitleEn</c> in English.</param>
/// <param name="Checklist">Papers asked for at submission, and whether they are there.</param>
/// <param name="CouncilConclusion">Null also where the caller may not see it yet.</param>
/// <param name="Decision">Null also where it is not published to the caller.</param>
/// <param name="AllowedActions">What the caller can do now.</param>
/// <param name="BlockedActions">What the caller would look for now, and why it does not go.</param>
public sealed record EnrollmentDetails(
    Guid Id,
    string? Code,
    Guid ProgramId,
    string ProgramCode,
    string ProgramTitle,
    string ProgramTitleEn,
    Guid EnterpriseId,
    string EnterpriseName,
    Guid? PolicyVersionId,
    EnrollmentStatus Status,
    EnrollmentChannel Channel,
    IReadOnlyList<SupportLineDetails> SupportLines,
    string? Statement,
    EnrollmentDeclarations Declarations,
    IReadOnlyList<EnrollmentDocumentDetails> Documents,
    IReadOnlyList<ChecklistItem> Checklist,
    IReadOnlyList<EnrollmentEventDetails> Timeline,
    IReadOnlyList<SupplementRound> Supplements,
    IReadOnlyList<EnrollmentClockDetails> Clocks,
    CouncilConclusionDetails? CouncilConclusion,
    EnrollmentDecisionDetails? Decision,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SubmittedAt,
    DateOnly? ReceivedOn,
    string? CheckedByName,
    IReadOnlyList<EnrollmentAction> AllowedActions,
    IReadOnlyList<BlockedAction> BlockedActions);

/// <param name="EligibleCost">Whole đồng.</param>
/// <param name="ItemTitle">Vietnamese title of the policy item; <c>itemTitleEn</c> in English.</param>
public sealed record SupportLineDetails(
    Guid Id,
    string ItemCode,
    string ItemTitle,
    string ItemTitleEn,
    string UnitKey,
    string UnitName,
    long EligibleCost,
    long OtherPublicSupport,
    IReadOnlyList<LineSourceDetails> Sources);

public sealed record LineSourceDetails(FundingSource Source, long Amount);

/// <param name="IsRemovable">Whether the caller can take it out again.</param>
public sealed record EnrollmentDocumentDetails(
    Guid Id,
    string Kind,
    string FileName,
    int Version,
    bool IsCurrent,
    long SizeBytes,
    string MediaType,
    string UploadedByName,
    DateTimeOffset UploadedAt,
    bool IsRemovable);

/// <param name="Kind">Document kind, D01 … D12.</param>
public sealed record ChecklistItem(string Kind, bool IsRequired, bool IsPresent, Guid? DocumentId);

/// <param name="On">Business date.</param>
public sealed record EnrollmentEventDetails(
    DateTimeOffset At,
    DateOnly On,
    string ActorName,
    EnrollmentParty Party,
    EnrollmentAction Action,
    EnrollmentStatus From,
    EnrollmentStatus To,
    string? Reason,
    IReadOnlyDictionary<string, string>? Args);

/// <summary>A statutory time limit of the dossier.</summary>
/// <param name="WorkingDays">The limit.</param>
/// <param name="DueOn">Last timely day; a forecast while the clock stands still.</param>
/// <param name="LateFrom">"Will be late on …".</param>
public sealed record EnrollmentClockDetails(
    ClockStepCode Step,
    ClockState State,
    int WorkingDays,
    int Elapsed,
    int Remaining,
    DateOnly StartedOn,
    DateOnly? CompletedOn,
    DateOnly DueOn,
    DateOnly LateFrom,
    bool IsForecast,
    bool IsLate,
    IReadOnlyList<ClockStopDetails> Stops);

public sealed record ClockStopDetails(DateOnly StoppedOn, DateOnly? ResumedOn, StopCause Cause);

public sealed record CouncilConclusionDetails(
    CouncilOutcome Outcome,
    DateOnly MeetingOn,
    Guid MinutesDocumentId,
    IReadOnlyList<ConcludedLineDetails> Lines,
    string RecordedByName,
    DateTimeOffset RecordedAt,
    string? Note);

/// <param name="RequestedCost">What the line asked for, whole đồng.</param>
/// <param name="ProposedCost">What the council proposes to count, whole đồng.</param>
public sealed record ConcludedLineDetails(string ItemCode, string UnitKey, long RequestedCost, long ProposedCost, int UnitCountConfirmed);

public sealed record EnrollmentDecisionDetails(
    bool IsApproval,
    string DecidedByName,
    DateTimeOffset DecidedAt,
    DateOnly DecidedOn,
    string? Number,
    DateOnly? Date,
    string? Note,
    string? Reason,
    DateTimeOffset? PublishedAt);

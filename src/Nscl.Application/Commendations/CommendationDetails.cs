using Nscl.Domain.Commendations;

namespace Nscl.Application.Commendations;

/// <summary>A form of commendation as the reference data have it.</summary>
/// <param name="Level">Whose it is to grant: the group of its entry in the list <c>commendationForms</c>; absent where the entry says none.</param>
public sealed record CommendationForm(string Code, string NameVi, string NameEn, string? Level);

/// <summary>A paper of a proposal.</summary>
/// <param name="IsOfEarlierMeeting">Minutes of a meeting after which the proposal was sent back: they do not count for the next one.</param>
public sealed record CommendationDocumentDetails(Guid Id, CommendationDocumentKind Kind, string FileName, long SizeBytes, string MediaType, string AttachedByName, DateTimeOffset AttachedAt, bool IsOfEarlierMeeting);

/// <summary>The decision that commends.</summary>
/// <param name="Form">As it was granted, which may be another than was proposed.</param>
public sealed record CommendationDecisionDetails(string Number, DateOnly Date, CommendationForm Form, string RecordedByName);

/// <summary>Another proposal of the same plan for the same name: perhaps the same person, perhaps a namesake.</summary>
public sealed record CommendationNamesake(Guid Id, string Code, int Year, string? Agency, CommendationStatus Status);

/// <summary>A proposal to commend a collective or a person, with what can be done next.</summary>
/// <param name="Code">For example <c>KHT-2022-0001</c>.</param>
/// <param name="Form">As proposed.</param>
/// <param name="Review">The last meeting over it; absent before one, and after it was sent back.</param>
/// <param name="EndReason">Why it was not commended or was withdrawn.</param>
/// <param name="Namesakes">Other proposals of the same programme for the same name, declined and withdrawn ones left out.</param>
/// <param name="AllowedActions">What the caller can do now.</param>
/// <param name="BlockedActions">What the caller would look for now, and why it does not go.</param>
public sealed record CommendationDetails(
    Guid Id,
    string Code,
    string Province,
    Guid ProgramId,
    string ProgramCode,
    string ProgramTitle,
    int Year,
    CommendationSubjectKind Kind,
    string Name,
    string? Agency,
    Guid? EnterpriseId,
    string? EnterpriseName,
    CommendationForm Form,
    string Achievement,
    CommendationStatus Status,
    CommendationReview? Review,
    DateOnly? SubmittedOn,
    CommendationDecisionDetails? Decision,
    string? EndReason,
    IReadOnlyList<CommendationNamesake> Namesakes,
    IReadOnlyList<CommendationDocumentDetails> Documents,
    IReadOnlyList<CommendationEvent> Timeline,
    IReadOnlyList<CommendationAction> AllowedActions,
    IReadOnlyList<BlockedCommendationAction> BlockedActions);

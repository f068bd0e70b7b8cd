using Nscl.Domain.Policies;
using Nscl.Domain.Programs;

namespace Nscl.Domain.Enrollments;

/// <summary>What the applicant declares (D10).</summary>
/// <param name="ReceivesOtherPublicSupport">Null = not declared yet.</param>
/// <param name="CommitsCounterpart">Whether it commits to bear its own part (S3.48).</param>
public sealed record EnrollmentDeclarations(
    bool? ReceivesOtherPublicSupport = null,
    string? OtherPublicSupportDetails = null,
    bool CommitsCounterpart = false);

/// <summary>The part of a dossier that its applicant writes.</summary>
/// <param name="Statement">Explanatory statement (D04) in words.</param>
public sealed record EnrollmentContent(
    IReadOnlyList<SupportLineEntry> SupportLines,
    string? Statement = null,
    EnrollmentDeclarations? Declarations = null);

/// <summary>A unit that another open dossier of the enterprise already asks support for.</summary>
/// <param name="EnrollmentCode">Its receipt code.</param>
public sealed record OpenUnit(string ItemCode, string UnitKey, string EnrollmentCode);

/// <summary>What program and policy ask of a dossier on a day; read by the caller, so that the dossier never holds another root.</summary>
/// <param name="PolicyVersionId">Version of the policy that the dossier falls under.</param>
/// <param name="RequiredDocuments">Kinds that must be there when it is handed in.</param>
/// <param name="Clock">Time limits of the program.</param>
/// <param name="OpenElsewhere">Units in the enterprise's other open dossiers of the program.</param>
public sealed record EnrollmentTerms(
    Guid PolicyVersionId,
    PolicyVersionSnapshot Policy,
    IReadOnlyList<string> RequiredDocuments,
    DossierClock? Clock,
    IReadOnlyList<OpenUnit> OpenElsewhere);

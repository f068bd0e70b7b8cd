namespace Nscl.Domain.Awards;

/// <summary>What an organization says of itself for the eligibility checks; null = not said.</summary>
/// <param name="MarketedSince">Since when its main product is on the market.</param>
public sealed record AwardDeclarations(bool? IsLegalPerson = null, bool? OperatesContinuously = null, bool? HasViolation = null, DateOnly? MarketedSince = null);

/// <summary>What the organization thinks of itself under one criterion.</summary>
/// <param name="Points">0 to the points of the criterion; null while it is being written.</param>
/// <param name="Evidence">What shows it: papers, figures, places.</param>
public sealed record AwardSelfAssessment(string Criterion, int? Points = null, string? Text = null, IReadOnlyList<string>? Evidence = null);

/// <summary>What a nomination says; null leaves what is on record.</summary>
/// <param name="OfficialEmployees">Employees under a contract of a year or more (TT 17/2011/TT-BKHCN).</param>
/// <param name="SelfAssessment">Criteria that are named replace what is on record of them.</param>
public sealed record AwardNominationContent(
    AwardActivity? Activity = null,
    int? OfficialEmployees = null,
    AwardDeclarations? Declarations = null,
    IReadOnlyList<AwardSelfAssessment>? SelfAssessment = null);

/// <summary>How a nomination began.</summary>
/// <param name="RegisteredOn">Day of the commitment; for paper the day it really came in.</param>
/// <param name="OutreachNote">How the office won the organization for it.</param>
public sealed record AwardRegistration(Guid EnterpriseId, string EnterpriseName, DateOnly RegisteredOn, string? OutreachNote = null);

/// <summary>One act in the life of a nomination; the list is only ever added to.</summary>
/// <param name="Action">Null for the registration itself.</param>
public sealed record AwardNominationEvent(
    int Sequence,
    DateTimeOffset At,
    DateOnly On,
    string ByName,
    AwardParty Party,
    AwardNominationStatus From,
    AwardNominationStatus To,
    AwardNominationAction? Action = null,
    string? Reason = null);

/// <summary>One time something missing was asked for.</summary>
/// <param name="Parts">Codes of the parts asked for.</param>
/// <param name="Deadline">Last day to hand them in.</param>
/// <param name="IsLate">Asked for after the working days that the office has (5 by TTHC 2.001269).</param>
public sealed record AwardSupplementRound(string Reason, IReadOnlyList<string> Parts, DateOnly Deadline, DateOnly RequestedOn, bool IsLate, DateOnly? ResubmittedOn = null);

/// <summary>A paper in a dossier.</summary>
public sealed class AwardDocument
{
    public const int FileNameMaxLength = 255;

    internal AwardDocument(string part, Guid storedFileId, string fileName, AwardAct act)
    {
        Id = Guid.CreateVersion7();
        (Part, StoredFileId, FileName) = (part, storedFileId, fileName);
        (AttachedBy, AttachedByName, AttachedByParty, AttachedAt) = (act.By, act.ByName, act.Party, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private AwardDocument() => (Part, FileName, AttachedByName) = (string.Empty, string.Empty, string.Empty);

    public Guid Id { get; private set; }

    /// <summary>Code of the part of the dossier.</summary>
    public string Part { get; private set; }

    public Guid StoredFileId { get; private set; }

    public string FileName { get; private set; }

    public Guid AttachedBy { get; private set; }

    public string AttachedByName { get; private set; }

    public AwardParty AttachedByParty { get; private set; }

    public DateTimeOffset AttachedAt { get; private set; }

    /// <summary>It has been handed in: from then on it stays on record.</summary>
    public bool IsHandedIn { get; private set; }

    internal void HandIn() => IsHandedIn = true;
}

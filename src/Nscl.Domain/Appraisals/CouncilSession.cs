using Nscl.Domain.Common;

namespace Nscl.Domain.Appraisals;

/// <summary>What a session looks at.</summary>
public enum CouncilSubjectKind
{
    AwardNomination,
    Enrollment,
}

/// <summary>One matter of a session.</summary>
/// <param name="Id">Of the nomination or the dossier.</param>
/// <param name="Title">Code and name, as members read it before any file opens.</param>
/// <param name="OwnerTaxCode">Of the enterprise it is about: who acts for that one is in conflict.</param>
public sealed record CouncilSubject(CouncilSubjectKind Kind, Guid Id, string Title, string OwnerTaxCode);

/// <summary>What a member says of a matter before its file opens.</summary>
/// <param name="IsAutomatic">The system found it: the member acts for the enterprise.</param>
public sealed record ConflictDeclaration(Guid MemberId, Guid SubjectId, bool HasConflict, DateOnly On, string? Reason = null, bool IsAutomatic = false);

/// <summary>Where a member stands towards a matter.</summary>
public enum ConflictStanding
{
    NotDeclared,
    None,

    /// <summary>In conflict: no file, no scores, no vote.</summary>
    Recused,
}

/// <summary>Whether a council can decide over a matter.</summary>
/// <param name="Members">Voting seats, without those who are recused from it.</param>
/// <param name="Present">Of those, seats that are filled at the session, by the member or an alternate.</param>
/// <param name="Required">How many must be there.</param>
/// <param name="ChairPresent">The chair or a vice-chair, not recused.</param>
public sealed record QuorumCount(int Members, int Present, int Required, bool ChairPresent, bool IsMet);

/// <summary>
/// A meeting of a council over some matters: who is there, who is in conflict, whether it can decide. What it decides is recorded with the matter.
/// The seats are those of the day it was called.
/// </summary>
public sealed class CouncilSession : AggregateRoot
{
    public const int PlaceMaxLength = 300;
    public const int ReasonMaxLength = 2_000;
    public const int TitleMaxLength = 400;
    public const int MaxSubjects = 100;

    /// <summary>Branches carry the ten digits of their enterprise.</summary>
    private const int TaxCodeRoot = 10;

    private CouncilSession(Council council, DateOnly heldOn, string? place, IReadOnlyList<CouncilSubject> subjects)
        : base(council.Province)
    {
        (CouncilId, HeldOn, Place) = (council.Id, heldOn, SearchText.TidyOrNull(place));
        (Members, MemberUserIds, Quorum) = (council.Members, council.MemberUserIds, council.Quorum);
        (Subjects, SubjectIds) = (subjects, [.. subjects.Select(static subject => subject.Id)]);
    }

    /// <summary>For the object mapper only.</summary>
    private CouncilSession() => Quorum = QuorumRule.Default;

    public Guid CouncilId { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public string? Place { get; private set; }

    public QuorumRule Quorum { get; private set; }

    public IReadOnlyList<CouncilMember> Members { get; private set; } = [];

    /// <summary>Accounts with a seat: they see the session and its matters.</summary>
    public IReadOnlyList<Guid> MemberUserIds { get; private set; } = [];

    public IReadOnlyList<CouncilSubject> Subjects { get; private set; } = [];

    public IReadOnlyList<Guid> SubjectIds { get; private set; } = [];

    /// <summary>Members who are there; empty as long as it was not taken down.</summary>
    public IReadOnlyList<Guid> Attendance { get; private set; } = [];

    /// <summary>Oldest first; the last of a member on a matter counts.</summary>
    public IReadOnlyList<ConflictDeclaration> Declarations { get; private set; } = [];

    public static CouncilSession Call(Council council, DateOnly heldOn, string? place, IReadOnlyList<CouncilSubject> subjects)
    {
        ArgumentNullException.ThrowIfNull(council);
        if (!council.IsInOfficeOn(heldOn))
        {
            throw CouncilRules.OutsideTerm(council.TermFrom, council.TermTo);
        }

        if (subjects.Count == 0)
        {
            throw CouncilRules.SubjectsRequired();
        }

        if (subjects.GroupBy(static subject => subject.Id).FirstOrDefault(static group => group.Count() > 1) is { } repeated)
        {
            throw CouncilRules.SubjectTwice(repeated.First().Title);
        }

        return new CouncilSession(council, heldOn, place, subjects);
    }

    /// <summary>Takes down who is there; may be corrected.</summary>
    public void RecordAttendance(IReadOnlyList<Guid> members)
    {
        if (members.FirstOrDefault(id => !Members.Any(member => member.Id == id)) is var unknown && unknown != Guid.Empty)
        {
            throw CouncilRules.MemberUnknown();
        }

        Attendance = [.. members.Distinct()];
    }

    /// <summary>
    /// A member says whether he or she is in conflict. Who acts for the enterprise is, whatever is said; and who once was stays recused: a file
    /// that closed does not open again.
    /// </summary>
    /// <param name="ownTaxCodes">Of the enterprises that the member acts for.</param>
    public void Declare(Guid userId, Guid subjectId, bool hasConflict, string? reason, IReadOnlyList<string> ownTaxCodes, DateOnly today)
    {
        var member = SeatOf(userId) ?? throw CouncilRules.NoSeat();
        var subject = SubjectOf(subjectId);
        if (StandingOf(userId, subjectId) == ConflictStanding.Recused)
        {
            throw CouncilRules.Recused();
        }

        var isOwner = ownTaxCodes.Any(own => IsSameEnterprise(own, subject.OwnerTaxCode));
        var because = SearchText.TidyOrNull(reason);
        if (hasConflict && because is null && !isOwner)
        {
            throw CouncilRules.ConflictReasonMissing();
        }

        Declarations = [.. Declarations, new ConflictDeclaration(member.Id, subjectId, hasConflict || isOwner, today, because, isOwner)];
    }

    public CouncilMember? SeatOf(Guid userId) => Members.FirstOrDefault(member => member.UserId == userId);

    public ConflictStanding StandingOf(Guid userId, Guid subjectId) =>
        SeatOf(userId) is not { } member ? ConflictStanding.NotDeclared : StandingOfMember(member.Id, subjectId);

    public ConflictStanding StandingOfMember(Guid memberId, Guid subjectId) =>
        Declarations.LastOrDefault(declaration => declaration.MemberId == memberId && declaration.SubjectId == subjectId) switch
        {
            null => ConflictStanding.NotDeclared,
            { HasConflict: true } => ConflictStanding.Recused,
            _ => ConflictStanding.None,
        };

    /// <summary>Counts seats, not people: an alternate fills the seat of the member who is away.</summary>
    public QuorumCount QuorumFor(Guid subjectId)
    {
        SubjectOf(subjectId);
        var seats = Members.Where(static member => member is { Votes: true, AlternateFor: null })
            .Where(member => StandingOfMember(member.Id, subjectId) != ConflictStanding.Recused).ToList();
        var present = seats.Where(seat => IsFilled(seat, subjectId)).ToList();
        var required = Quorum.RequiredOf(seats.Count);
        var chair = present.Exists(static seat => seat.Role is CouncilRole.Chair or CouncilRole.ViceChair);
        return new QuorumCount(seats.Count, present.Count, required, chair, seats.Count > 0 && present.Count >= required && (chair || !Quorum.NeedsChair));
    }

    /// <summary>Refuses a decision that the session cannot take: without quorum, or with more votes than there are voters.</summary>
    public QuorumCount RequireCanDecide(Guid subjectId, int votesFor, int votesAgainst, DateOnly today)
    {
        if (HeldOn > today)
        {
            throw CouncilRules.NotHeldYet(HeldOn);
        }

        var count = QuorumFor(subjectId);
        if (!count.IsMet)
        {
            throw CouncilRules.NoQuorum(count);
        }

        return votesFor < 0 || votesAgainst < 0 || votesFor + votesAgainst > count.Present ? throw CouncilRules.TooManyVotes(count.Present) : count;
    }

    private bool IsFilled(CouncilMember seat, Guid subjectId) =>
        Attendance.Contains(seat.Id)
        || Members.Any(alternate => alternate.AlternateFor == seat.Id && Attendance.Contains(alternate.Id) && StandingOfMember(alternate.Id, subjectId) != ConflictStanding.Recused);

    private CouncilSubject SubjectOf(Guid subjectId) => Subjects.FirstOrDefault(subject => subject.Id == subjectId) ?? throw CouncilRules.SubjectUnknown();

    private static bool IsSameEnterprise(string one, string other) =>
        one == other || (one.Length >= TaxCodeRoot && other.Length >= TaxCodeRoot && one.Length != 12 && other.Length != 12 && one[..TaxCodeRoot] == other[..TaxCodeRoot]);
}

using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Appraisals;

namespace Nscl.Application.Appraisals;

/// <summary>Turns councils and sessions into what their reader sees.</summary>
internal sealed class CouncilDescriber(INsclDb db, ICurrentUser current, IBusinessClock clock)
{
    public Versioned<CouncilDetails> Describe(Council council) => new(
        new CouncilDetails(
            council.Id,
            council.Province,
            council.Kind,
            council.Name,
            council.DecisionNumber,
            council.DecisionDate,
            council.TermFrom,
            council.TermTo,
            council.IsInOfficeOn(clock.Today),
            council.Quorum,
            council.Members),
        db.VersionOf(council));

    public async Task<Versioned<CouncilSessionDetails>> DescribeAsync(CouncilSession session, CancellationToken cancellationToken)
    {
        var reader = current.User;
        var council = await db.Councils.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking().FirstAsync(row => row.Id == session.CouncilId, cancellationToken);
        var seat = session.SeatOf(reader.Id);
        var canDeclare = seat is not null && reader.May(Permissions.CouncilsDeclare);
        var details = new CouncilSessionDetails(
            session.Id,
            session.Province,
            council.Id,
            council.Name,
            council.Kind,
            session.HeldOn,
            session.Place,
            [.. session.Subjects.Select(subject => new CouncilSubjectDetails(subject.Kind, subject.Id, subject.Title, seat is null ? null : session.StandingOf(reader.Id, subject.Id), session.QuorumFor(subject.Id)))],
            [.. session.Members.Select(member => SeatOf(session, member))],
            seat?.Id,
            [.. reader.May(Permissions.CouncilsManage) ? [CouncilSessionAction.RecordAttendance] : Array.Empty<CouncilSessionAction>(), .. canDeclare ? [CouncilSessionAction.Declare] : Array.Empty<CouncilSessionAction>()]);
        return new Versioned<CouncilSessionDetails>(details, db.VersionOf(session));
    }

    private static CouncilSeatDetails SeatOf(CouncilSession session, CouncilMember member)
    {
        var standings = session.Subjects.Select(subject => (subject.Id, Standing: session.StandingOfMember(member.Id, subject.Id))).ToList();
        return new CouncilSeatDetails(
            member.Id,
            member.FullName,
            member.Role,
            member.Agency,
            session.Attendance.Contains(member.Id),
            [.. standings.Where(static entry => entry.Standing != ConflictStanding.NotDeclared).Select(static entry => entry.Id)],
            [.. standings.Where(static entry => entry.Standing == ConflictStanding.Recused).Select(static entry => entry.Id)]);
    }
}

/// <summary>What members of a council may open: a matter's file is closed until they have declared, and stays closed to who is in conflict.</summary>
internal static class CouncilAccess
{
    /// <summary>Refuses a member who has not declared or is in conflict; lets everybody else by, whose rights lie elsewhere.</summary>
    /// <returns>The caller's seat where there is one.</returns>
    public static async Task<CouncilMember?> RequireMayOpenAsync(this INsclDb db, CurrentUser user, Guid subjectId, CancellationToken cancellationToken)
    {
        var sessions = await db.CouncilSessions.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking()
            .Where(session => session.SubjectIds.Contains(subjectId) && session.MemberUserIds.Contains(user.Id)).ToListAsync(cancellationToken);
        var standings = sessions.ConvertAll(session => (Session: session, Standing: session.StandingOf(user.Id, subjectId)));
        if (standings.Exists(static entry => entry.Standing == ConflictStanding.Recused))
        {
            throw CouncilRules.Recused();
        }

        return standings.Count == 0 ? null
            : standings.Find(static entry => entry.Standing == ConflictStanding.None) is { Session: { } declared } ? declared.SeatOf(user.Id)
            : throw CouncilRules.DeclareFirst();
    }

    /// <summary>The caller's seat in a matter that he or she may judge.</summary>
    public static async Task<CouncilMember> RequireSeatAsync(this INsclDb db, CurrentUser user, Guid subjectId, CancellationToken cancellationToken) =>
        await db.RequireMayOpenAsync(user, subjectId, cancellationToken) ?? throw CouncilRules.NoSeat();

    public static async Task<CouncilSession> LoadSessionAsync(this INsclDb db, Guid id, CancellationToken cancellationToken) =>
        await db.CouncilSessions.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new NotFoundException("councilSession");

    /// <summary>Members declare at the same time: one after the other, and nobody's declaration is lost.</summary>
    public static async Task<CouncilSession> LockCouncilSessionAsync(this INsclDb db, Guid id, CancellationToken cancellationToken)
    {
        await db.LockAsync<CouncilSession>(id, cancellationToken);
        return await db.LoadSessionAsync(id, cancellationToken);
    }
}

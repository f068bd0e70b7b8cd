using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Experts;

namespace Nscl.Application.Experts;

/// <summary>Turns an expert into what the reader sees: the one way out, for the page and for the answer to every act.</summary>
internal sealed class ExpertDescriber(INsclDb db, ICurrentUser current, IBusinessClock clock)
{
    public async Task<Versioned<ExpertDetails>> DescribeAsync(Expert expert, CancellationToken cancellationToken)
    {
        var ids = expert.Qualifications.Select(static row => row.EvidenceFileId).OfType<Guid>().ToList();
        var files = ids.Count == 0 ? [] : await db.StoredFiles.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, cancellationToken);
        var open = await db.CountOpenAssignmentsAsync(expert.Id, clock.Today, cancellationToken);
        var (actions, manages) = (expert.ActionsWith(open), current.User.ManagesExperts());
        var details = new ExpertDetails(
            expert.Id,
            expert.Province,
            expert.FullName,
            expert.SourceGroup,
            expert.AgencyName,
            expert.Position,
            manages ? expert.Phone : null,
            manages ? expert.Email : null,
            manages ? expert.UserName : null,
            expert.AppointmentNumber,
            expert.AppointedOn,
            expert.Status,
            expert.InactiveSince,
            expert.InactiveReason,
            expert.IsIllustrative,
            open,
            [
                .. expert.Qualifications.Select(row => new ExpertQualificationDetails(
                    row.Id,
                    row.Kind,
                    row.CourseId,
                    row.Title,
                    row.Place,
                    row.StartsOn,
                    row.EndsOn,
                    row.EvidenceFileId is { } fileId ? new QualificationEvidence(row.EvidenceFileName!, files[fileId].SizeBytes, files[fileId].MediaType) : null,
                    row.IsProven,
                    row.AddedByName,
                    row.AddedAt)),
            ],
            expert.CreatedByName,
            expert.CreatedAt,
            manages ? actions.Allowed : [],
            manages ? actions.Blocked : []);
        return new Versioned<ExpertDetails>(details, db.VersionOf(expert));
    }
}

internal static class ExpertLoading
{
    /// <summary>Telephone numbers, addresses and accounts are for those who keep the register.</summary>
    public static bool ManagesExperts(this CurrentUser user) => user.May(Permissions.ExpertsManage);

    public static ExpertAct ExpertActOf(this CurrentUser user, IBusinessClock clock) => new(user.Id, user.FullName, clock.Now, clock.Today);

    /// <exception cref="NotFoundException">Unknown, or not visible to the caller.</exception>
    public static async Task<Expert> LoadExpertAsync(this INsclDb db, Guid id, CancellationToken cancellationToken) =>
        await db.Experts.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new NotFoundException("expert");

    public static async Task<Expert> LoadExpertAsync(this INsclDb db, Guid id, uint expectedVersion, CancellationToken cancellationToken)
    {
        var expert = await db.LoadExpertAsync(id, cancellationToken);
        db.ExpectVersion(expert, expectedVersion);
        return expert;
    }

    /// <summary>The same under the expert's lock: no assignment comes or goes meanwhile.</summary>
    public static async Task<Expert> LockExpertAsync(this INsclDb db, Guid id, uint expectedVersion, CancellationToken cancellationToken)
    {
        await db.LockAsync<Expert>(id, cancellationToken);
        return await db.LoadExpertAsync(id, expectedVersion, cancellationToken);
    }

    /// <summary>Assignments that are not over.</summary>
    public static Task<int> CountOpenAssignmentsAsync(this INsclDb db, Guid expertId, DateOnly today, CancellationToken cancellationToken) =>
        db.ExpertAssignments.CountAsync(row => row.ExpertId == expertId && row.Status == ExpertAssignmentStatus.Assigned && (row.EndsOn == null || row.EndsOn >= today), cancellationToken);
}

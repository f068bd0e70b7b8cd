using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.ReferenceData;
using Nscl.Domain.Experts;

namespace Nscl.Application.Experts;

/// <summary>Turns an assignment into what its reader sees: the one way out.</summary>
internal sealed class ExpertAssignmentDescriber(INsclDb db, ICurrentUser current, IBusinessClock clock)
{
    public async Task<Versioned<ExpertAssignmentDetails>> DescribeAsync(ExpertAssignment assignment, CancellationToken cancellationToken)
    {
        var expertName = await db.Experts.AsNoTracking().Where(row => row.Id == assignment.ExpertId).Select(static row => row.FullName).FirstAsync(cancellationToken);
        // Whoever sees the assignment sees where it leads: the expert himself has no other way to the enterprise's name.
        var enterpriseName = await db.Enterprises.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking()
            .Where(row => row.Id == assignment.EnterpriseId).Select(static row => row.Name).FirstAsync(cancellationToken);
        var purpose = (await NameBook.OpenAsync(db, assignment.Province, cancellationToken)).Item(ReferenceLists.AssignmentPurposes, assignment.Purpose);
        var (actions, manages) = (assignment.ActionsOn(clock.Today), current.User.ManagesExperts());
        var details = new ExpertAssignmentDetails(
            assignment.Id,
            assignment.ExpertId,
            expertName,
            assignment.EnterpriseId,
            enterpriseName,
            assignment.Purpose,
            purpose.NameVi,
            purpose.NameEn,
            assignment.StartsOn,
            assignment.EndsOn,
            assignment.Note,
            assignment.Status,
            assignment.StageOn(clock.Today),
            assignment.ClosingNote,
            assignment.ClosedByName,
            assignment.ClosedAt,
            assignment.AssignedByName,
            assignment.AssignedAt,
            manages ? actions.Allowed : [],
            manages ? actions.Blocked : []);
        return new Versioned<ExpertAssignmentDetails>(details, db.VersionOf(assignment));
    }
}

internal static class ExpertAssignmentLoading
{
    /// <exception cref="NotFoundException">Unknown, or not visible to the caller.</exception>
    public static async Task<ExpertAssignment> LoadAssignmentAsync(this INsclDb db, Guid id, CancellationToken cancellationToken) =>
        await db.ExpertAssignments.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new NotFoundException("expertAssignment");

    public static async Task<ExpertAssignment> LoadAssignmentAsync(this INsclDb db, Guid id, uint expectedVersion, CancellationToken cancellationToken)
    {
        var assignment = await db.LoadAssignmentAsync(id, cancellationToken);
        db.ExpectVersion(assignment, expectedVersion);
        return assignment;
    }
}

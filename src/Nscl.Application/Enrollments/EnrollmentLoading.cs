using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Subsidies;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Policies;
using Nscl.Domain.Programs;

namespace Nscl.Application.Enrollments;

/// <summary>Loads a dossier whole, and the terms its program sets for it.</summary>
internal static class EnrollmentLoading
{
    public static async Task<Enrollment> LoadEnrollmentAsync(this INsclDb db, Guid id, uint expectedVersion, CancellationToken cancellationToken)
    {
        var enrollment = await db.Enrollments.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new NotFoundException("enrollment");
        db.ExpectVersion(enrollment, expectedVersion);
        return enrollment;
    }

    /// <param name="today">Picks the policy version while none is pinned.</param>
    public static async Task<(SupportProgram Program, PolicyVersion Policy, EnrollmentTerms Terms)> TermsAsync(this INsclDb db, Enrollment enrollment, DateOnly today, CancellationToken cancellationToken)
    {
        var (programs, versions) = await db.ReadSharedAsync(
            db.Programs.Where(row => row.Id == enrollment.ProgramId),
            db.PolicyVersions.Where(row => row.Id == enrollment.PolicyVersionId),
            cancellationToken);
        var (program, policy) = (programs.Single(), versions is [var pinned] ? pinned : await db.PolicyInForceAsync(programs.Single(), today, cancellationToken));
        return (program, policy, await TermsAsync(db, enrollment.EnterpriseId, enrollment.Id, program, policy, cancellationToken));
    }

    public static async Task<EnrollmentTerms> TermsAsync(this INsclDb db, Guid enterpriseId, Guid? enrollmentId, SupportProgram program, PolicyVersion policy, CancellationToken cancellationToken)
    {
        var others = await db.Enrollments.AsNoTracking()
            .Where(row => row.EnterpriseId == enterpriseId && row.ProgramId == program.Id && row.Id != enrollmentId && EnrollmentStateMachine.Open.Contains(row.Status))
            .SelectMany(static row => row.SupportLines, static (row, line) => new { line.ItemCode, line.UnitKey, row.Code })
            .ToListAsync(cancellationToken);
        return new EnrollmentTerms(
            policy.Id,
            policy.ToSnapshot(),
            program.DocumentsRequiredAtSubmission,
            program.Content.Clock,
            [.. others.Select(static other => new OpenUnit(other.ItemCode, other.UnitKey, other.Code ?? string.Empty))]);
    }

    public static EnrollmentActor ActorIn(this CurrentUser user) =>
        new(user.Id, user.FullName, user.Rows.SeesAll ? EnrollmentParty.Office : EnrollmentParty.Enterprise);

    public static EnrollmentAct ActOf(this CurrentUser user, IBusinessClock clock) => new(user.ActorIn(), clock.Now, clock.Today);
}

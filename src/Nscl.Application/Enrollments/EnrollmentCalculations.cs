using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Subsidies;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Policies;
using Nscl.Domain.Programs;
using Nscl.Domain.Subsidies;

namespace Nscl.Application.Enrollments;

/// <summary>The calculations that stand on a dossier: a preliminary one from each submission, the final one from the approval.</summary>
internal static class EnrollmentCalculations
{
    /// <summary>What the policy would give for what is asked, from the enterprise's facts of this day.</summary>
    public static async Task<SubsidyFacts> FactsAsync(this INsclDb db, Enrollment enrollment, SupportProgram program, PolicyVersion policy, DateOnly asOf, CancellationToken cancellationToken)
    {
        var enterprise = await db.Enterprises.AsNoTracking().FirstAsync(row => row.Id == enrollment.EnterpriseId, cancellationToken);
        var held = await db.HeldAsync(enterprise.Id, program, policy, asOf.Year, enrollment.Id, cancellationToken);
        return new SubsidyFacts(
            program.Code,
            asOf,
            SubsidyFactsReading.TermsOf(program),
            enrollment.RequestedLines(),
            held,
            SubsidyFactsReading.StandingOf(enterprise, asOf));
    }

    public static async Task AddPreliminaryCalculationAsync(this INsclDb db, Enrollment enrollment, SupportProgram program, PolicyVersion policy, IBusinessClock clock, CancellationToken cancellationToken)
    {
        var facts = await db.FactsAsync(enrollment, program, policy, policy.Rules.DateOf(enrollment.ReceivedOn!.Value, clock.Today), cancellationToken);
        db.SubsidyCalculations.Add(SubsidyCalculation.Preliminary(enrollment.Province, enrollment.Id, policy.Id, facts, policy.ToSnapshot(), clock.Now));
    }

    public static Task<SubsidyCalculation?> LatestCalculationAsync(this INsclDb db, Guid enrollmentId, CalculationKind kind, CancellationToken cancellationToken) =>
        db.SubsidyCalculations.AsNoTracking()
            .Where(calculation => calculation.EnrollmentId == enrollmentId && calculation.Kind == kind)
            .OrderByDescending(static calculation => calculation.CalculatedAt).ThenByDescending(static calculation => calculation.Id)
            .FirstOrDefaultAsync(cancellationToken);
}

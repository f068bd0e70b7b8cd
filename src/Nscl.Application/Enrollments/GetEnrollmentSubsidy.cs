using System.Globalization;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Subsidies;
using Nscl.Domain.Subsidies;

namespace Nscl.Application.Enrollments;

/// <summary>The calculation that stands on a dossier: the final one once it may be seen, before that what the policy would give.</summary>
public sealed record GetEnrollmentSubsidyQuery(Guid EnrollmentId, CultureInfo Reader) : IQuery<EnrollmentSubsidy>;

/// <param name="CalculationId">Null while nothing is stored (a draft).</param>
/// <param name="Stored">False for a draft: worked out now from what is written so far.</param>
/// <param name="Kind"><c>preliminary</c> binds nobody; <c>final</c> was made in the approval's own transaction and is reserved.</param>
public sealed record EnrollmentSubsidy(
    Guid? CalculationId,
    bool Stored,
    CalculationKind Kind,
    Guid PolicyVersionId,
    DateTimeOffset? CalculatedAt,
    AppliedPolicyVersion PolicyVersion,
    IReadOnlyList<SubsidyLine> Lines,
    long? Total,
    string? TotalInWords,
    long? CounterpartTotal,
    string Hash);

internal sealed class GetEnrollmentSubsidyHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : IQueryHandler<GetEnrollmentSubsidyQuery, EnrollmentSubsidy>
{
    public async ValueTask<EnrollmentSubsidy> Handle(GetEnrollmentSubsidyQuery query, CancellationToken cancellationToken)
    {
        var enrollment = await db.Enrollments.FirstOrDefaultAsync(row => row.Id == query.EnrollmentId, cancellationToken) ?? throw new NotFoundException("enrollment");
        var showsFinal = enrollment.VisibleTo(current.User.ActorIn().Party).ShowsFinalSubsidy;
        var stored = (showsFinal ? await db.LatestCalculationAsync(enrollment.Id, CalculationKind.Final, cancellationToken) : null)
            ?? await db.LatestCalculationAsync(enrollment.Id, CalculationKind.Preliminary, cancellationToken);
        if (stored is not null)
        {
            return Of(stored.Id, stored.Kind, stored.PolicyVersionId, stored.CalculatedAt, SubsidyBreakdown.Of(stored.ReadResult(), query.Reader));
        }

        var (program, policy, _) = await db.TermsAsync(enrollment, clock.Today, cancellationToken);
        var facts = await db.FactsAsync(enrollment, program, policy, clock.Today, cancellationToken);
        return Of(null, CalculationKind.Preliminary, policy.Id, null, SubsidyBreakdown.Of(SubsidyCalculator.Calculate(facts, policy.ToSnapshot()), query.Reader));
    }

    private static EnrollmentSubsidy Of(Guid? id, CalculationKind kind, Guid policyVersionId, DateTimeOffset? at, SubsidyBreakdown breakdown) => new(
        id,
        id is not null,
        kind,
        policyVersionId,
        at,
        breakdown.PolicyVersion,
        breakdown.Lines,
        breakdown.Total,
        breakdown.TotalInWords,
        breakdown.CounterpartTotal,
        breakdown.Hash);
}

using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Subsidies;

namespace Nscl.Application.Subsidies;

/// <summary>Works a stored calculation out again from its stored facts and the policy version in its own table; compares everything.</summary>
public sealed record ReplaySubsidyCalculationQuery(Guid CalculationId) : IQuery<SubsidyReplay>;

internal sealed class ReplaySubsidyCalculationValidator : AbstractValidator<ReplaySubsidyCalculationQuery>
{
    public ReplaySubsidyCalculationValidator() => RuleFor(static query => query.CalculationId).NotEmpty();
}

internal sealed class ReplaySubsidyCalculationHandler(INsclDb db) : IQueryHandler<ReplaySubsidyCalculationQuery, SubsidyReplay>
{
    public async ValueTask<SubsidyReplay> Handle(ReplaySubsidyCalculationQuery query, CancellationToken cancellationToken)
    {
        // The calculation is as visible as its dossier.
        var calculation = await db.SubsidyCalculations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.CalculationId, cancellationToken);
        if (calculation is null || !await db.Enrollments.AnyAsync(row => row.Id == calculation.EnrollmentId, cancellationToken))
        {
            throw new NotFoundException("subsidyCalculation");
        }

        var policy = await db.PolicyVersions.AsNoTracking().FirstAsync(row => row.Id == calculation.PolicyVersionId, cancellationToken);
        return calculation.Replay(policy.ToSnapshot());
    }
}

using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Subsidies;

namespace Nscl.Application.Subsidies;

/// <summary>What a policy would give. Stores nothing.</summary>
/// <param name="ProgramCode">For example <c>KT2021</c>.</param>
/// <param name="AsOf">Business date that picks the policy version; today when left out.</param>
/// <param name="EnterpriseId">With an enterprise its eligibility and what it holds already are considered.</param>
public sealed record CalculateSubsidyRequest(string ProgramCode, DateOnly? AsOf, Guid? EnterpriseId, IReadOnlyList<CalculateSubsidyLine> Lines);

/// <param name="UnitKey">Names the unit: a system at a site, or a product; here any text.</param>
/// <param name="EligibleCost">Whole đồng, 0 to 9 000 000 000 000 000.</param>
/// <param name="OtherPublicSupport">Public money received for the same cost from elsewhere, whole đồng.</param>
/// <param name="Level">Award level, for items with an amount per level.</param>
public sealed record CalculateSubsidyLine(string ItemCode, string UnitKey, long EligibleCost, long? OtherPublicSupport, string? Level);

public sealed record CalculateSubsidyQuery(CalculateSubsidyRequest Body, CultureInfo Reader) : IQuery<SubsidyBreakdown>;

internal sealed class CalculateSubsidyValidator : AbstractValidator<CalculateSubsidyQuery>
{
    public const int MaxLines = 100;

    public CalculateSubsidyValidator()
    {
        RuleFor(static query => query.Body.ProgramCode).NotEmpty().MaximumLength(32);
        RuleFor(static query => query.Body.Lines.Count).LessThanOrEqualTo(MaxLines).OverridePropertyName("Body.Lines");
        RuleForEach(static query => query.Body.Lines).ChildRules(static line =>
        {
            line.RuleFor(static item => item.ItemCode).NotEmpty().MaximumLength(64);
            line.RuleFor(static item => item.UnitKey).NotEmpty().MaximumLength(200);
            line.RuleFor(static item => item.EligibleCost).InclusiveBetween(0, Money.MaxValue);
            line.RuleFor(static item => item.OtherPublicSupport).InclusiveBetween(0, Money.MaxValue);
            line.RuleFor(static item => item.Level).MaximumLength(64);
        });
    }
}

internal sealed class CalculateSubsidyHandler(INsclDb db, IBusinessClock clock) : IQueryHandler<CalculateSubsidyQuery, SubsidyBreakdown>
{
    public async ValueTask<SubsidyBreakdown> Handle(CalculateSubsidyQuery query, CancellationToken cancellationToken)
    {
        var asked = query.Body;
        var asOf = asked.AsOf ?? clock.Today;
        var (program, policy) = await db.FindProgramAsync(asked.ProgramCode, asOf, cancellationToken);
        EnterpriseFacts? standing = null;
        var held = HeldFacts.Nothing;
        if (asked.EnterpriseId is { } enterpriseId)
        {
            var enterprise = await db.Enterprises.AsNoTracking().FirstOrDefaultAsync(row => row.Id == enterpriseId, cancellationToken)
                ?? throw new NotFoundException("enterprise");
            standing = SubsidyFactsReading.StandingOf(enterprise, asOf);
            held = await db.HeldAsync(enterpriseId, program, policy, asOf.Year, except: null, cancellationToken);
        }

        var lines = asked.Lines.Select(static line => new SubsidyLineFacts(
            line.ItemCode,
            line.UnitKey,
            new Money(line.EligibleCost),
            new Money(line.OtherPublicSupport ?? 0),
            [],
            Level: line.Level));
        var facts = new SubsidyFacts(program.Code, asOf, SubsidyFactsReading.TermsOf(program), [.. lines], held, standing);
        return SubsidyBreakdown.Of(SubsidyCalculator.Calculate(facts, policy.ToSnapshot()), query.Reader);
    }
}

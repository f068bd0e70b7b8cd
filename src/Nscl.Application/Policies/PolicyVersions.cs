using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Policies;

namespace Nscl.Application.Policies;

/// <summary>The versions of a program's support policy, newest first.</summary>
public sealed record ListPolicyVersionsQuery(Guid ProgramId) : IQuery<PolicyVersionList>;

public sealed record GetPolicyVersionQuery(Guid ProgramId, Guid VersionId) : IQuery<Versioned<PolicyVersionDetails>>;

public sealed record PolicyVersionList(IReadOnlyList<PolicyVersionDetails> Items);

/// <param name="Version">From 1.</param>
/// <param name="EffectiveTo">Last day, inclusive; absent = open.</param>
/// <param name="Rules">How amounts are worked out: order of steps, rounding, treatment of value-added tax, ceilings.</param>
public sealed record PolicyVersionDetails(
    Guid Id,
    Guid ProgramId,
    string ProgramCode,
    int Version,
    DateOnly EffectiveFrom,
    DateOnly? EffectiveTo,
    PolicyLegalBasis LegalBasis,
    CalculationRules Rules,
    IReadOnlyList<PolicyItemDetails> Items,
    IReadOnlyList<string> NotStated);

/// <param name="Rate">Hundredths of a percent (5000 = 50 %); null where the item is no share of a cost, or the text does not state it.</param>
/// <param name="Cap">Whole đồng per unit; null where there is none, or the text does not state it (see <c>notStated</c>).</param>
/// <param name="CapInterpretation">The written reading of the unit that the cap is counted per.</param>
/// <param name="LegalBasis">Clause and exact sentence.</param>
public sealed record PolicyItemDetails(
    string Code,
    string Title,
    string TitleEn,
    IReadOnlyList<string> SupportCategories,
    AmountBasis Calculation,
    int? Rate,
    long? Cap,
    CapUnit? CapUnit,
    BilingualText? CapInterpretation,
    long? FixedAmount,
    IReadOnlyList<LevelAmount> FixedAmounts,
    FundingMode FundingMode,
    Repeat? Repeat,
    Audience Audience,
    ItemLegalBasis LegalBasis,
    IReadOnlyList<RequiredDocument> RequiredDocuments,
    IReadOnlyList<RequiredEvidence> Evidence,
    IReadOnlyList<string> RelatedSystems,
    ItemQuota? Quota,
    IReadOnlyList<string> NotStated,
    IReadOnlyList<string> ConfigurableDefaults,
    string? NoteVi,
    string? NoteEn);

internal sealed class ListPolicyVersionsHandler(INsclDb db) : IQueryHandler<ListPolicyVersionsQuery, PolicyVersionList>
{
    public async ValueTask<PolicyVersionList> Handle(ListPolicyVersionsQuery query, CancellationToken cancellationToken)
    {
        if (!await db.Programs.AnyAsync(program => program.Id == query.ProgramId, cancellationToken))
        {
            throw new NotFoundException("program");
        }

        var versions = await db.PolicyVersions.AsNoTracking()
            .Where(version => version.ProgramId == query.ProgramId)
            .OrderByDescending(static version => version.EffectiveFrom).ToListAsync(cancellationToken);
        return new PolicyVersionList(versions.ConvertAll(PolicyDescribing.Describe));
    }
}

internal sealed class GetPolicyVersionHandler(INsclDb db) : IQueryHandler<GetPolicyVersionQuery, Versioned<PolicyVersionDetails>>
{
    public async ValueTask<Versioned<PolicyVersionDetails>> Handle(GetPolicyVersionQuery query, CancellationToken cancellationToken)
    {
        var version = await db.PolicyVersions.FirstOrDefaultAsync(row => row.Id == query.VersionId && row.ProgramId == query.ProgramId, cancellationToken)
            ?? throw new NotFoundException("policyVersion");
        return new Versioned<PolicyVersionDetails>(PolicyDescribing.Describe(version), db.VersionOf(version));
    }
}

internal static class PolicyDescribing
{
    public static PolicyVersionDetails Describe(PolicyVersion version) => new(
        version.Id,
        version.ProgramId,
        version.ProgramCode,
        version.Version,
        version.EffectiveFrom,
        version.EffectiveTo,
        version.Content.LegalBasis,
        version.Rules,
        [.. version.Items.Select(Describe)],
        version.Content.NotStated ?? []);

    private static PolicyItemDetails Describe(PolicyItem item) => new(
        item.Code,
        item.Title,
        item.TitleEn,
        item.SupportCategories,
        item.Calculation,
        item.Rate,
        item.Cap?.Dong,
        item.CapUnit,
        item.CapInterpretation,
        item.FixedAmount?.Dong,
        item.FixedAmounts ?? [],
        item.FundingMode,
        item.Repeat,
        item.Audience,
        item.LegalBasis,
        item.RequiredDocuments,
        item.Evidence,
        item.RelatedSystems ?? [],
        item.Quota,
        item.NotStated ?? [],
        item.ConfigurableDefaults ?? [],
        item.NoteVi,
        item.NoteEn);
}

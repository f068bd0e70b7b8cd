using System.Text.Json;
using FluentValidation;
using Mediator;

namespace Nscl.Application.Packs;

/// <summary>What an import of this pack would change. Refuses what the import would refuse, and changes nothing.</summary>
public sealed record DiffPackQuery(JsonElement Pack) : IQuery<PackDiff>;

/// <param name="IsNew">True when no pack of this key is installed.</param>
/// <param name="Identical">True when an import would change nothing.</param>
public sealed record PackDiff(string Key, bool IsNew, bool Identical, IReadOnlyList<PackChangeCount> Counts, IReadOnlyList<PackChange> Changes);

internal sealed class DiffPackValidator : AbstractValidator<DiffPackQuery>
{
    public DiffPackValidator() => RuleFor(static query => query.Pack.ValueKind).Equal(JsonValueKind.Object).OverridePropertyName(string.Empty).WithErrorCode("input.wrongType");
}

internal sealed class DiffPackHandler(PackReview review, PackMerge merge, IPackSchema schema) : IQueryHandler<DiffPackQuery, PackDiff>
{
    public async ValueTask<PackDiff> Handle(DiffPackQuery query, CancellationToken cancellationToken)
    {
        var reviewed = await review.ReviewAsync(query.Pack, cancellationToken);
        await merge.MergeAsync(reviewed, keep: false, cancellationToken);
        reviewed.Faults.ThrowIfAny();

        var difference = PackDifference.Between(reviewed.Before, reviewed.Pack);
        return new PackDiff(
            reviewed.Pack.Key,
            reviewed.Before is null,
            reviewed.Before is { } before && schema.Canonical(before.Root) == reviewed.Canonical,
            difference.Counts,
            difference.Changes);
    }
}

using System.Text.Json;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Packs;

namespace Nscl.Application.Packs;

/// <summary>Imports a pack: all of it or nothing, with every fault named. The same pack again changes nothing.</summary>
public sealed record ImportPackCommand(JsonElement Pack) : ICommand<PackImport>;

/// <param name="Changed">False when the pack was installed already, word for word.</param>
/// <param name="Counts">Against what was installed before.</param>
public sealed record PackImport(PackDetails Pack, bool Changed, IReadOnlyList<PackChangeCount> Counts);

internal sealed class ImportPackValidator : AbstractValidator<ImportPackCommand>
{
    public ImportPackValidator() => RuleFor(static command => command.Pack.ValueKind).Equal(JsonValueKind.Object).OverridePropertyName(string.Empty).WithErrorCode("input.wrongType");
}

internal sealed class ImportPackHandler(INsclDb db, PackReview review, PackMerge merge, ICurrentUser current, TimeProvider clock) : ICommandHandler<ImportPackCommand, PackImport>
{
    public async ValueTask<PackImport> Handle(ImportPackCommand command, CancellationToken cancellationToken)
    {
        // Two imports at once could each refer to what the other removes.
        await db.LockAsync(nameof(ImportPackCommand), cancellationToken);
        var reviewed = await review.ReviewAsync(command.Pack, cancellationToken);
        await merge.MergeAsync(reviewed, keep: true, cancellationToken);
        reviewed.Faults.ThrowIfAny();

        var pack = reviewed.Pack;
        var installed = await db.Set<InstalledPack>().FirstOrDefaultAsync(row => row.Key == pack.Key, cancellationToken);
        if (installed is null)
        {
            db.Set<InstalledPack>().Add(installed = new InstalledPack(pack.Key, pack.Province));
        }

        var difference = PackDifference.Between(reviewed.Before, pack);
        var shaBefore = installed.Sha256;
        var changed = installed.Take(new PackContent(pack.Title, pack.TitleEn, reviewed.Canonical, reviewed.Sha256), current.User.Id, current.User.FullName, clock.GetUtcNow());
        if (changed)
        {
            db.Record(nameof(InstalledPack), installed.Id, pack.Province ?? current.User.Province, Describe(shaBefore, installed, difference));
        }

        await db.SaveChangesAsync(cancellationToken);
        return new PackImport(PackDetails.Of(installed), changed, difference.Counts);
    }

    /// <summary>In the form of every entry of the trail: properties as [before, after], children as [added, changed, removed].</summary>
    private static string Describe(string shaBefore, InstalledPack installed, PackDifference difference) => JsonSerializer.Serialize(
        new
        {
            kind = shaBefore.Length == 0 ? "created" : "changed",
            properties = new SortedDictionary<string, string?[]>(StringComparer.Ordinal)
            {
                ["key"] = [installed.Key, installed.Key],
                ["sha256"] = [shaBefore.Length == 0 ? null : shaBefore, installed.Sha256],
            },
            children = new SortedDictionary<string, int[]>(
                difference.Counts.Where(static count => count.Added + count.Changed + count.Removed > 0).ToDictionary(static count => count.Entity, static count => (int[])[count.Added, count.Changed, count.Removed], StringComparer.Ordinal),
                StringComparer.Ordinal),
        });
}

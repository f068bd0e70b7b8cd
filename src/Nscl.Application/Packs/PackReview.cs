using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.AdminUnits;
using Nscl.Domain.Agencies;
using Nscl.Domain.Amounts;
using Nscl.Domain.Common;
using Nscl.Domain.Packs;
using Nscl.Domain.Programs;
using Nscl.Domain.ReferenceData;
using Nscl.Domain.Standards;

namespace Nscl.Application.Packs;

/// <summary>Reads a pack and finds everything that stands against it, without changing anything.</summary>
internal sealed class PackReview(INsclDb db, ICurrentUser current, IPackSchema schema)
{
    private const string LegalTextLevel = "legalText";

    /// <summary>Checks shape, then whose pack it is, then what it refers to. Each stage needs the one before.</summary>
    public async Task<ReviewedPack> ReviewAsync(JsonElement document, CancellationToken cancellationToken)
    {
        var shape = schema.Check(document);
        if (shape.Count > 0)
        {
            throw new InvalidInputException(shape);
        }

        var canonical = schema.Canonical(document);
        var pack = PackDocument.Parse(canonical);
        if (pack.Province is { } province && !current.User.Provinces.Contains(province, StringComparer.Ordinal))
        {
            throw PackRules.ForeignProvince(province);
        }

        var faults = new PackFaults();
        var installed = await db.Set<InstalledPack>().AsNoTracking().FirstOrDefaultAsync(row => row.Key == pack.Key, cancellationToken);
        if (installed is not null && installed.OwnerProvince != pack.Province)
        {
            faults.Add("/province", "pack.provinceChanged", "A pack keeps its province.", ("pack", pack.Key));
        }

        await RequirePacksAsync(pack, faults, cancellationToken);
        faults.ThrowIfAny();

        RefuseDoubles(pack, faults);
        CheckPrograms(pack, faults);
        var before = installed is null ? null : PackDocument.Parse(installed.Content);
        await CheckReferencesAsync(pack, faults, cancellationToken);
        return new ReviewedPack(pack, before, canonical, CanonicalJson.Hash(canonical), faults);
    }

    private async Task RequirePacksAsync(PackDocument pack, PackFaults faults, CancellationToken cancellationToken)
    {
        var there = await db.Set<InstalledPack>().Where(row => pack.Requires.Contains(row.Key)).Select(static row => row.Key).ToListAsync(cancellationToken);
        for (var index = 0; index < pack.Requires.Count; index++)
        {
            if (!there.Contains(pack.Requires[index], StringComparer.Ordinal))
            {
                faults.Add($"/requires/{index}", "pack.requiredPackMissing", "A pack that this one builds on has not been imported.", ("pack", pack.Requires[index]));
            }
        }
    }

    private static void RefuseDoubles(PackDocument pack, PackFaults faults)
    {
        var seen = new HashSet<(string List, string Key)>();
        foreach (var list in PackLists.All)
        {
            foreach (var entry in pack.Entries(list))
            {
                var key = PackLists.KeyOf(list, entry.Value);
                if (!seen.Add((PackLists.RegisterOf(list), key)))
                {
                    faults.Add(entry.Pointer, "pack.duplicateEntry", "The same entry stands twice in one list.", ("list", list), ("code", key));
                }
            }
        }
    }

    private static void CheckPrograms(PackDocument pack, PackFaults faults)
    {
        foreach (var entry in pack.Entries(PackLists.Programs).Concat(pack.Entries(PackLists.PrioritySectors)))
        {
            if (entry.Text("province") is { } province && province != pack.Province)
            {
                faults.Add(entry.Pointer + "/province", "pack.provinceMismatch", "The entry is of another province than its pack.", ("province", province));
            }
        }

        foreach (var program in pack.Entries(PackLists.Programs))
        {
            if (program.Child("funding")?.Child("budgetTotal") is { } total)
            {
                var stated = PackDocument.Read<BudgetTotal>(total);
                var spelled = AmountSpeller.Spell(stated.Amount, Enum.Parse<SpellingProfile>(stated.SpellingProfile, ignoreCase: true));
                if (spelled != stated.Words)
                {
                    faults.Add(total.Pointer + "/words", "pack.wordsContradictAmount", "The amount in words is not the amount in figures.", ("spelled", spelled));
                }
            }
        }
    }

    private async Task CheckReferencesAsync(PackDocument pack, PackFaults faults, CancellationToken cancellationToken)
    {
        var references = PackReferences.Of(pack);
        var known = await StoredKeysAsync(references, cancellationToken);
        // What the pack brought before and no longer lists will be gone.
        var own = await db.Set<PackEntry>().Where(entry => entry.PackKey == pack.Key).Select(static entry => new { entry.List, entry.Key }).ToListAsync(cancellationToken);
        known.ExceptWith(own.Select(static entry => (entry.List, entry.Key)));
        known.UnionWith(KeysOf(pack));
        foreach (var program in pack.Entries(PackLists.Programs))
        {
            known.UnionWith(program.Items(PackReferences.Targets).Select(target => (PackReferences.Targets, program.Pointer + "/" + target.Text("code"))));
        }

        foreach (var reference in references)
        {
            var answered = reference.List == PackReferences.Targets
                ? known.Contains((PackReferences.Targets, reference.Entry + "/" + reference.Code))
                : reference.Answers().Any(known.Contains);
            if (!answered)
            {
                faults.Add(reference.Pointer, "pack.unknownReference", "The code is not in the list it refers to.", ("list", reference.List), ("code", reference.Code));
            }
        }
    }

    private static IEnumerable<(string List, string Key)> KeysOf(PackDocument pack) =>
        PackLists.All.SelectMany(pack.Entries, static (list, entry) => (PackLists.RegisterOf(list), PackLists.KeyOf(list, entry.Value)));

    private async Task<HashSet<(string List, string Key)>> StoredKeysAsync(IReadOnlyList<PackReference> references, CancellationToken cancellationToken)
    {
        var unitCodes = references.Where(static reference => reference.List == PackLists.AdminUnits).Select(static reference => reference.Code).Distinct(StringComparer.Ordinal).ToList();
        var provinces = await db.Set<Province>().Select(static province => province.Code).ToListAsync(cancellationToken);
        var units = await db.Set<AdminUnit>().Where(unit => unitCodes.Contains(unit.Code)).Select(static unit => unit.Code).ToListAsync(cancellationToken);
        var agencies = await db.Set<Agency>().Select(static agency => new { agency.ProvinceCode, agency.Code }).ToListAsync(cancellationToken);
        var systems = await db.Set<ManagementSystem>().Select(static system => system.Code).ToListAsync(cancellationToken);
        var items = await db.Set<ReferenceItem>().Select(static item => new { item.List, item.ProvinceCode, item.Code }).ToListAsync(cancellationToken);
        return
        [
            // A legal text in the library of standards has no level of standard.
            ("standardLevels", LegalTextLevel),
            .. provinces.Select(static code => (PackLists.Provinces, code)),
            .. units.Select(static code => (PackLists.AdminUnits, code)),
            .. agencies.Select(static agency => (PackLists.Agencies, PackLists.InProvince(agency.ProvinceCode, agency.Code))),
            .. systems.Select(static code => (PackLists.ManagementSystems, code)),
            .. items.Select(static item => (item.List, item.List == PackLists.PrioritySectors ? PackLists.InProvince(item.ProvinceCode, item.Code) : item.Code)),
        ];
    }
}

/// <param name="Before">The pack as it is installed; null when it is new.</param>
/// <param name="Faults">What was found so far; merging may find more.</param>
internal sealed record ReviewedPack(PackDocument Pack, PackDocument? Before, string Canonical, string Sha256, PackFaults Faults);

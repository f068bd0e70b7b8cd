using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.AdminUnits;
using Nscl.Domain.Agencies;
using Nscl.Domain.Calendar;
using Nscl.Domain.Common;
using Nscl.Domain.Packs;
using Nscl.Domain.Policies;
using Nscl.Domain.Programs;
using Nscl.Domain.ReferenceData;
using Nscl.Domain.Standards;

namespace Nscl.Application.Packs;

/// <summary>
/// Brings a reviewed pack and the stored rows together: new rows, changed rows, rows that go. What stands against it joins the
/// review's faults. Nothing is saved here.
/// </summary>
internal sealed class PackMerge(INsclDb db, ICurrentUser current, IProvinceAccounts accounts)
{
    private ReviewedPack _review = null!;
    private Dictionary<(string List, string Key), PackEntry> _entries = [];
    private bool _keep;

    private PackDocument Pack => _review.Pack;

    private PackFaults Faults => _review.Faults;

    /// <param name="keep">False only looks: no row is tracked, so that nothing can be saved by accident.</param>
    public async Task MergeAsync(ReviewedPack review, bool keep, CancellationToken cancellationToken)
    {
        (_review, _keep) = (review, keep);
        await LoadOwnersAsync(cancellationToken);
        await MergeProvincesAsync(cancellationToken);
        await MergeSharedAsync(cancellationToken);
        await RefuseRemovalsInUseAsync(cancellationToken);
        await MergeProgramsAsync(cancellationToken);
    }

    private IQueryable<TRow> Rows<TRow>()
        where TRow : class => _keep ? db.Set<TRow>() : db.Set<TRow>().AsNoTracking();

    private async Task LoadOwnersAsync(CancellationToken cancellationToken)
    {
        var listed = PackLists.All.SelectMany(Pack.Entries, static (list, entry) => PackLists.KeyOf(list, entry.Value)).Distinct(StringComparer.Ordinal).ToList();
        _entries = await Rows<PackEntry>().Where(entry => entry.PackKey == Pack.Key || listed.Contains(entry.Key))
            .ToDictionaryAsync(static entry => (entry.List, entry.Key), cancellationToken);
    }

    private async Task MergeProvincesAsync(CancellationToken cancellationToken)
    {
        var successions = await Rows<ProvinceSuccession>().ToDictionaryAsync(static succession => succession.Predecessor, StringComparer.Ordinal, cancellationToken);
        await MergeListAsync(
            PackLists.Provinces,
            Pack.Entries(PackLists.Provinces),
            static (rows, keys) => rows.Where(row => keys.Contains(row.Code)),
            static row => row.Code,
            static node => new Province(node.Text("code")!, PackEntries.Province(node)),
            (row, node) =>
            {
                row.Redefine(PackEntries.Province(node));
                Succeed(row.Code, PackEntries.Heir(node), successions);
            },
            cancellationToken);
        foreach (var node in Pack.Entries(PackLists.Provinces))
        {
            var code = node.Text("code")!;
            var pointer = node.Pointer + "/successor";
            Faults.Try(pointer, () => ProvinceScope.ActingFor(code, successions.Values, DateOnly.MaxValue));
            if (_entries.TryGetValue((PackLists.Provinces, code), out var entry) && entry.PackKey != Pack.Key && PackEntries.Heir(node) != HeirOf(successions.GetValueOrDefault(code)))
            {
                Faults.Add(pointer, "pack.belongsToAnotherPack", "The entry belongs to another pack, which says something else.", ("list", PackLists.Provinces), ("code", code), ("pack", entry.PackKey));
            }

            // Whoever inherits a province sees its rows: one that has people of its own is not given away from outside.
            if (PackEntries.Heir(node) is not null && !current.User.Provinces.Contains(code, StringComparer.Ordinal) && await accounts.AnyAsync(code, cancellationToken))
            {
                Faults.Add(pointer, "pack.heirOfForeignProvince", "A province with accounts of its own names its heir itself.", ("province", code));
            }
        }
    }

    private static ProvinceHeir? HeirOf(ProvinceSuccession? succession) =>
        succession is null ? null : new ProvinceHeir(succession.Successor, succession.On, succession.LegalBasis);

    private void Succeed(string province, ProvinceHeir? heir, Dictionary<string, ProvinceSuccession> successions)
    {
        successions.TryGetValue(province, out var known);
        if (heir is null)
        {
            if (known is not null)
            {
                successions.Remove(province);
                Remove(known);
            }
        }
        else if (known is null)
        {
            Add(successions[province] = new ProvinceSuccession(province, heir.Province, heir.On, heir.LegalBasis));
        }
        else
        {
            known.Redefine(heir.Province, heir.On, heir.LegalBasis);
        }
    }

    private async Task MergeSharedAsync(CancellationToken cancellationToken)
    {
        await MergeListAsync(
            PackLists.AdminUnits,
            Pack.Entries(PackLists.AdminUnits),
            static (rows, keys) => rows.Where(row => keys.Contains(row.Code)),
            static row => row.Code,
            static node => new AdminUnit(node.Text("code")!, PackEntries.AdminUnit(node)),
            static (row, node) => row.Redefine(PackEntries.AdminUnit(node)),
            cancellationToken);
        await MergeListAsync(
            PackLists.AdminUnitSuccessions,
            Pack.Entries(PackLists.AdminUnitSuccessions),
            static (rows, _) => rows,
            static row => PackLists.SuccessionKey(row.On.ToString("O", CultureInfo.InvariantCulture), row.From),
            static node =>
            {
                var entry = PackEntries.AdminUnitSuccession(node);
                return new AdminUnitSuccession(entry.From, entry.To, entry.Kind, entry.On, entry.LegalBasis);
            },
            static (row, node) =>
            {
                var entry = PackEntries.AdminUnitSuccession(node);
                row.Redefine(entry.From, entry.To, entry.Kind, entry.LegalBasis);
            },
            cancellationToken);
        await MergeListAsync(
            PackLists.Agencies,
            Pack.Entries(PackLists.Agencies),
            static (rows, keys) => rows.Where(row => keys.Contains((row.ProvinceCode ?? string.Empty) + "/" + row.Code)),
            static row => PackLists.InProvince(row.ProvinceCode, row.Code),
            static node => new Agency(node.Text("province"), node.Text("code")!, PackEntries.Agency(node)),
            static (row, node) => row.Redefine(PackEntries.Agency(node)),
            cancellationToken);
        await MergeListAsync(
            PackLists.Holidays,
            Pack.Entries(PackLists.Holidays),
            static (rows, _) => rows,
            static row => row.Date.ToString("O", CultureInfo.InvariantCulture),
            static node =>
            {
                var day = PackEntries.Holiday(node);
                return new CalendarDay(day.Date, day.Kind, day.NameVi, day.NameEn);
            },
            static (row, node) =>
            {
                var day = PackEntries.Holiday(node);
                row.Redefine(day.Kind, day.NameVi, day.NameEn);
            },
            cancellationToken);
        await MergeListAsync(
            PackLists.Standards,
            Pack.Entries(PackLists.Standards),
            static (rows, keys) => rows.Where(row => keys.Contains(row.Code)),
            static row => row.Code,
            static node => new Standard(node.Text("code")!, PackEntries.Standard(node)),
            static (row, node) => row.Redefine(PackEntries.Standard(node)),
            cancellationToken);
        await MergeListAsync(
            PackLists.ManagementSystems,
            Pack.Entries(PackLists.ManagementSystems).Concat(Pack.Entries(PackLists.Tools)),
            static (rows, keys) => rows.Where(row => keys.Contains(row.Code)),
            static row => row.Code,
            static node => new ManagementSystem(node.Text("code")!, PackEntries.ManagementSystem(node, PositionOf(node))),
            static (row, node) => row.Redefine(PackEntries.ManagementSystem(node, PositionOf(node))),
            cancellationToken);
        foreach (var list in PackLists.Items)
        {
            await MergeListAsync(
                list,
                Pack.Entries(list),
                (rows, _) => rows.Where(row => row.List == list),
                row => list == PackLists.PrioritySectors ? PackLists.InProvince(row.ProvinceCode, row.Code) : row.Code,
                node => new ReferenceItem(list, node.Text("province"), node.Text("code")!, PackEntries.Item(node, PositionOf(node))),
                static (row, node) => row.Redefine(PackEntries.Item(node, PositionOf(node))),
                cancellationToken);
        }
    }

    /// <summary>The last part of an entry's pointer is its index in the list.</summary>
    private static int PositionOf(PackNode node) => int.Parse(node.Pointer.AsSpan(node.Pointer.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);

    private async Task MergeListAsync<TRow>(
        string list,
        IEnumerable<PackNode> nodes,
        Func<IQueryable<TRow>, IReadOnlyList<string>, IQueryable<TRow>> narrow,
        Func<TRow, string> keyOf,
        Func<PackNode, TRow> create,
        Action<TRow, PackNode> redefine,
        CancellationToken cancellationToken)
        where TRow : class
    {
        var listed = nodes.DistinctBy(node => PackLists.KeyOf(list, node.Value), StringComparer.Ordinal).ToDictionary(node => PackLists.KeyOf(list, node.Value), StringComparer.Ordinal);
        var gone = _entries.Values.Where(entry => entry.List == list && entry.PackKey == Pack.Key && !listed.ContainsKey(entry.Key)).ToList();
        if (listed.Count == 0 && gone.Count == 0)
        {
            return;
        }

        var stored = (await narrow(Rows<TRow>(), [.. listed.Keys, .. gone.Select(static entry => entry.Key)]).ToListAsync(cancellationToken)).ToDictionary(keyOf, StringComparer.Ordinal);
        foreach (var (key, node) in listed)
        {
            Faults.Try(node.Pointer, () =>
            {
                if (!stored.TryGetValue(key, out var row))
                {
                    row = create(node);
                    redefine(row, node);
                    Add(row);
                    Add(new PackEntry(list, key, Pack.Key));
                }
                else if (MayRedefine(list, key, node, row, create))
                {
                    redefine(row, node);
                }
            });
        }

        foreach (var entry in gone)
        {
            if (stored.TryGetValue(entry.Key, out var row))
            {
                Remove(row);
            }

            Remove(entry);
        }
    }

    /// <summary>
    /// An entry belongs to the pack that brought it. Another pack may repeat it word for word; the pack of the entry's own province
    /// takes it over; nobody else changes it, least of all another province.
    /// </summary>
    private bool MayRedefine<TRow>(string list, string key, PackNode node, TRow row, Func<PackNode, TRow> create)
        where TRow : class
    {
        if (!_entries.TryGetValue((list, key), out var entry))
        {
            Add(new PackEntry(list, key, Pack.Key));
            return true;
        }

        if (entry.PackKey == Pack.Key)
        {
            return true;
        }

        var home = list == PackLists.Provinces ? key : node.Text("province");
        if (home is not null && home == Pack.Province)
        {
            entry.TakeOver(Pack.Key);
            return true;
        }

        if (!SaysTheSame(row, create(node)))
        {
            Faults.Add(node.Pointer, "pack.belongsToAnotherPack", "The entry belongs to another pack, which says something else.", ("list", list), ("code", key), ("pack", entry.PackKey));
        }

        return false;
    }

    private static bool SaysTheSame<TRow>(TRow left, TRow right)
    {
        return JsonNode.DeepEquals(Describe(left), Describe(right));

        static JsonNode Describe(TRow row)
        {
            var described = JsonSerializer.SerializeToNode(row, DomainJson.Options)!.AsObject();
            described.Remove("id");
            foreach (var document in described.Where(static property => property.Value is JsonValue value && value.TryGetValue(out string? text) && text.StartsWith('{')).ToList())
            {
                described[document.Key] = JsonNode.Parse((string)document.Value!);
            }

            return described;
        }
    }

    /// <summary>What rows may refer to is not taken away: it is given an end date instead.</summary>
    private async Task RefuseRemovalsInUseAsync(CancellationToken cancellationToken)
    {
        var listed = PackLists.All.SelectMany(Pack.Entries, static (list, entry) => (PackLists.RegisterOf(list), PackLists.KeyOf(list, entry.Value))).ToHashSet();
        var gone = _entries.Values.Where(entry => entry.PackKey == Pack.Key && !listed.Contains((entry.List, entry.Key))).Select(static entry => (entry.List, entry.Key)).ToHashSet();
        if (gone.Count == 0)
        {
            return;
        }

        foreach (var (list, key) in gone.Where(entry => entry.List == PackLists.Provinces || (Pack.Province is null && entry.List != PackLists.Holidays)))
        {
            Faults.Add(string.Empty, "pack.entryStays", "An entry that others may refer to cannot be left out; give it an end instead.", ("list", list), ("code", key));
        }

        var others = await db.Set<InstalledPack>().AsNoTracking().Where(other => other.Key != Pack.Key).Select(static other => new { other.Key, other.Content }).ToListAsync(cancellationToken);
        foreach (var other in others)
        {
            foreach (var used in PackReferences.Of(PackDocument.Parse(other.Content)).SelectMany(static reference => reference.Answers()).Distinct().Where(gone.Contains))
            {
                Faults.Add(string.Empty, "pack.entryInUse", "An entry that is in use cannot be left out; give it an end instead.", ("list", used.List), ("code", used.Key), ("by", other.Key));
            }
        }

        var units = gone.Where(static entry => entry.List == PackLists.AdminUnits).Select(static entry => entry.Key).ToList();
        foreach (var unit in await db.Enterprises.Where(enterprise => units.Contains(enterprise.DistrictCode)).Select(static enterprise => enterprise.DistrictCode).Distinct().ToListAsync(cancellationToken))
        {
            Faults.Add(string.Empty, "pack.entryInUse", "An entry that is in use cannot be left out; give it an end instead.", ("list", PackLists.AdminUnits), ("code", unit), ("by", "enterprises"));
        }

        var sectors = gone.Where(static entry => entry.List == PackLists.PrioritySectors).Select(static entry => entry.Key.Split('/')[1]).ToList();
        foreach (var sector in await db.Enterprises.Where(enterprise => sectors.Contains(enterprise.SectorCode)).Select(static enterprise => enterprise.SectorCode).Distinct().ToListAsync(cancellationToken))
        {
            Faults.Add(string.Empty, "pack.entryInUse", "An entry that is in use cannot be left out; give it an end instead.", ("list", PackLists.PrioritySectors), ("code", sector), ("by", "enterprises"));
        }
    }

    private async Task MergeProgramsAsync(CancellationToken cancellationToken)
    {
        var nodes = Pack.Entries(PackLists.Programs).ToList();
        var codes = nodes.ConvertAll(static node => node.Text("code")!);
        foreach (var missing in _review.Before?.Entries(PackLists.Programs).Select(static node => node.Text("code")!).Except(codes, StringComparer.Ordinal) ?? [])
        {
            Faults.Add(string.Empty, "pack.programRemoved", "Dossiers rest on a program: it cannot be left out, only closed or superseded.", ("code", missing));
        }

        var stored = await Rows<SupportProgram>().Where(program => codes.Contains(program.Code)).ToDictionaryAsync(static program => program.Code, StringComparer.Ordinal, cancellationToken);
        foreach (var node in nodes)
        {
            var content = PackDocument.ReadWhole<ProgramContent>(node, "province", "policyVersions");
            if (!stored.TryGetValue(content.Code, out var program))
            {
                if (!TryProgram(node, () => program = SupportProgram.Create(Pack.Province!, content)))
                {
                    continue;
                }

                Add(program!);
            }
            else if (program.Province != Pack.Province)
            {
                Faults.Add(node.Pointer + "/province", "pack.provinceMismatch", "The entry is of another province than its pack.", ("province", program.Province));
                continue;
            }
            else
            {
                TryProgram(node, () => program.ReplaceContent(content));
            }

            await MergePolicyAsync(node, program!, cancellationToken);
        }
    }

    private async Task MergePolicyAsync(PackNode node, SupportProgram program, CancellationToken cancellationToken)
    {
        var stored = await Rows<PolicyVersion>().Where(version => version.ProgramId == program.Id).ToDictionaryAsync(static version => version.Version, cancellationToken);
        var ids = stored.Values.Select(static version => version.Id).ToList();
        var used = await db.SubsidyCalculations.Where(calculation => ids.Contains(calculation.PolicyVersionId))
            .Select(static calculation => calculation.PolicyVersionId)
            .Union(db.Enrollments.Where(enrollment => enrollment.PolicyVersionId != null && ids.Contains(enrollment.PolicyVersionId.Value)).Select(static enrollment => enrollment.PolicyVersionId!.Value))
            .ToListAsync(cancellationToken);
        // The pack lists all versions of the program: they are judged against each other as they will be, not as they were.
        var sound = new List<PolicyVersion>();
        var listed = new HashSet<int>();
        foreach (var entry in node.Items("policyVersions"))
        {
            var content = PackDocument.ReadWhole<PolicyVersionContent>(entry);
            listed.Add(content.Version);
            TryPolicy(entry, () =>
            {
                var fresh = PolicyVersion.Create(program.Province, program.Id, program.Code, content, sound);
                sound.Add(fresh);
                if (stored.TryGetValue(content.Version, out var version))
                {
                    version.ReplaceContent(content, [], used.Contains(version.Id));
                }
                else
                {
                    Add(fresh);
                }
            });
        }

        foreach (var missing in stored.Keys.Except(listed))
        {
            Faults.Add(node.Pointer + "/policyVersions", "pack.policyVersionRemoved", "A policy version cannot be left out; give it an end instead.", ("version", missing));
        }
    }

    private bool TryProgram(PackNode node, Action step)
    {
        try
        {
            step();
            return true;
        }
        catch (RuleViolationException rule)
        {
            Faults.Add(PlaceOf(node, rule), rule);
            return false;
        }
    }

    private void TryPolicy(PackNode node, Action step)
    {
        try
        {
            step();
        }
        catch (RuleViolationException rule)
        {
            var item = rule.Args.TryGetValue("itemCode", out var code) ? node.Items("items").FirstOrDefault(entry => entry.Text("code") == code as string) : default;
            Faults.Add(item.Pointer ?? node.Pointer, rule);
        }
    }

    /// <summary>The rule names an entry of a list of the program: the fault stands there.</summary>
    private static string PlaceOf(PackNode program, RuleViolationException rule)
    {
        foreach (var (arg, list) in (ReadOnlySpan<(string, string)>)[("phase", "phases"), ("task", "tasks"), ("target", "targets"), ("obligation", "reportObligations"), ("code", rule.Args.GetValueOrDefault("list") as string ?? string.Empty)])
        {
            if (list.Length > 0 && rule.Args.TryGetValue(arg, out var code) && program.Items(list).LastOrDefault(entry => entry.Text("code") == code as string) is { Pointer: { } pointer })
            {
                return pointer;
            }
        }

        return program.Pointer;
    }

    private void Add<TRow>(TRow row)
        where TRow : class
    {
        if (_keep)
        {
            db.Set<TRow>().Add(row);
        }
    }

    private void Remove<TRow>(TRow row)
        where TRow : class
    {
        if (_keep)
        {
            db.Set<TRow>().Remove(row);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.AdminUnits;
using Nscl.Domain.Agencies;
using Nscl.Domain.ReferenceData;
using Nscl.Domain.Standards;

namespace Nscl.Application.ReferenceData;

/// <summary>A code with its names in both languages.</summary>
public sealed record NamedCode(string Code, string NameVi, string NameEn);

/// <summary>An agency as a document names it.</summary>
/// <param name="ShortName">Vietnamese, as in recipient lists.</param>
public sealed record AgencyName(string Code, string NameVi, string NameEn, string ShortName);

/// <summary>
/// The names behind the codes that a province's documents use: its own entries first, then the national ones. A code without an
/// entry stands for itself, so that a page is never empty for want of a name.
/// </summary>
internal sealed class NameBook
{
    private readonly Dictionary<string, AgencyName> _agencies = new(StringComparer.Ordinal);
    private readonly Dictionary<(string List, string Code), NamedCode> _items = [];
    private readonly Dictionary<string, NamedCode> _systems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamedCode> _provinces = new(StringComparer.Ordinal);

    public static async Task<NameBook> OpenAsync(INsclDb db, string province, CancellationToken cancellationToken)
    {
        var book = new NameBook();
        // National entries first: those of the province then stand over them.
        foreach (var agency in await db.Set<Agency>().Where(row => row.ProvinceCode == null || row.ProvinceCode == province)
            .OrderBy(static row => row.ProvinceCode != null).Select(static row => new AgencyName(row.Code, row.NameVi, row.NameEn, row.ShortName)).ToListAsync(cancellationToken))
        {
            book._agencies[agency.Code] = agency;
        }

        foreach (var item in await db.Set<ReferenceItem>().Where(row => row.ProvinceCode == null || row.ProvinceCode == province)
            .OrderBy(static row => row.ProvinceCode != null).Select(static row => new { row.List, Name = new NamedCode(row.Code, row.NameVi, row.NameEn) }).ToListAsync(cancellationToken))
        {
            book._items[(item.List, item.Name.Code)] = item.Name;
        }

        foreach (var system in await db.Set<ManagementSystem>().Select(static row => new NamedCode(row.Code, row.NameVi, row.NameEn)).ToListAsync(cancellationToken))
        {
            book._systems[system.Code] = system;
        }

        foreach (var entry in await db.Set<Province>().Select(static row => new NamedCode(row.Code, row.NameVi, row.NameEn)).ToListAsync(cancellationToken))
        {
            book._provinces[entry.Code] = entry;
        }

        return book;
    }

    public AgencyName Agency(string code) => _agencies.GetValueOrDefault(code) ?? new AgencyName(code, code, code, code);

    public IReadOnlyList<AgencyName> Agencies(IEnumerable<string> codes) => [.. codes.Select(Agency)];

    public AgencyName? AgencyOrNull(string? code) => code is null ? null : Agency(code);

    /// <param name="list">Name of the list in the pack format.</param>
    public NamedCode Item(string list, string code) => _items.GetValueOrDefault((list, code)) ?? new NamedCode(code, code, code);

    public IReadOnlyList<NamedCode> Items(string list, IEnumerable<string>? codes) => [.. (codes ?? []).Select(code => Item(list, code))];

    public IReadOnlyList<NamedCode> Systems(IEnumerable<string>? codes) => [.. (codes ?? []).Select(code => _systems.GetValueOrDefault(code) ?? new NamedCode(code, code, code))];

    public NamedCode Province(string code) => _provinces.GetValueOrDefault(code) ?? new NamedCode(code, code, code);
}

/// <summary>Names of the lists that documents refer to, as the pack format spells them.</summary>
internal static class ReferenceLists
{
    public const string AwardLevels = "awardLevels";
    public const string AwardRegimes = "awardRegimes";
    public const string CommendationForms = "commendationForms";
    public const string ConformityKinds = "conformityKinds";
    public const string AssignmentPurposes = "assignmentPurposes";
    public const string DocumentKinds = "documentKinds";
    public const string FundingSources = "fundingSources";
    public const string IpTypes = "ipTypes";
    public const string MeasureUnits = "measureUnits";
    public const string NonParticipationReasons = "nonParticipationReasons";
    public const string OrganizationTypes = "organizationTypes";
    public const string ParticipantKinds = "participantKinds";
    public const string PrioritySectors = "prioritySectors";
    public const string RecipientPurposes = "recipientPurposes";
    public const string SigningAuthorities = "signingAuthorities";
    public const string SupportCategories = "supportCategories";
    public const string TrainingTopics = "trainingTopics";
}

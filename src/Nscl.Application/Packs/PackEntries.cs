using Nscl.Domain.AdminUnits;
using Nscl.Domain.Agencies;
using Nscl.Domain.Calendar;
using Nscl.Domain.ReferenceData;
using Nscl.Domain.Standards;
using System.Text.Json.Nodes;

namespace Nscl.Application.Packs;

/// <summary>Entries of the shared lists as the pack spells them, turned into what the domain takes.</summary>
internal static class PackEntries
{
    public static ProvinceEntry Province(PackNode node)
    {
        var row = PackDocument.Read<ProvinceRow>(node);
        return new ProvinceEntry(row.NameVi, row.NameEn, row.ShortName, row.OfficialCodes, row.ValidFrom, row.ValidTo);
    }

    /// <summary>The heir, as the entry of the province that ends names it; null while there is none.</summary>
    public static ProvinceHeir? Heir(PackNode node) => node.Child("successor") is { } heir ? PackDocument.Read<ProvinceHeir>(heir) : null;

    public static AdminUnitEntry AdminUnit(PackNode node)
    {
        var row = PackDocument.Read<AdminUnitRow>(node);
        return new AdminUnitEntry(
            row.NameVi, row.NameEn, row.Level, row.Kind, row.Province, row.Parent, row.ValidFrom, row.ValidTo, row.CodeOfficial, row.FormerParent, row.Aliases, row.FormerNames, row.LegalBasis, row.EndLegalBasis);
    }

    public static UnitSuccession AdminUnitSuccession(PackNode node) => PackDocument.Read<UnitSuccession>(node);

    public static AgencyEntry Agency(PackNode node)
    {
        var row = PackDocument.Read<AgencyRow>(node);
        return new AgencyEntry(
            row.NameVi,
            row.NameEn,
            row.ShortName,
            row.Kind,
            row.ValidFrom,
            row.ValidTo,
            row.Parent,
            row.Collective ?? false,
            [.. row.Successors.Select(static successor => new AgencySuccessor(successor.Province, successor.Agency, successor.On, successor.Kind))],
            row.Aliases);
    }

    public static HolidayRow Holiday(PackNode node) => PackDocument.Read<HolidayRow>(node);

    public static StandardEntry Standard(PackNode node)
    {
        var row = PackDocument.Read<StandardRow>(node);
        return new StandardEntry(
            row.Number, row.NameVi, row.NameEn, row.Level, row.Kind, row.Status, row.Verification, row.Year, row.IssuedOn, row.Issuer, row.PublishedBy, Equivalents: row.Equivalents, Related: row.Related, Links: row.Links);
    }

    public static ManagementSystemEntry ManagementSystem(PackNode node, int position)
    {
        var row = PackDocument.Read<ManagementSystemRow>(node);
        return new ManagementSystemEntry(
            row.NameVi, row.NameEn, row.Kind, row.Verification, row.Certifiable, row.ValidYears, row.Tiers, row.Standards, row.SupportCategories, row.Aliases, position);
    }

    public static ReferenceEntry Item(PackNode node, int position)
    {
        var rest = JsonObject.Create(node.Value)!;
        var source = rest["source"]?.ToJsonString(Readable) ?? "{}";
        foreach (var own in (string[])["code", "nameVi", "nameEn", "source", "province"])
        {
            rest.Remove(own);
        }

        return new ReferenceEntry(node.Text("nameVi")!, node.Text("nameEn")!, position, rest.ToJsonString(Readable), source);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record ProvinceRow(string NameVi, string NameEn, string ShortName, IReadOnlyList<OfficialProvinceCode> OfficialCodes, DateOnly? ValidFrom = null, DateOnly? ValidTo = null);

    private sealed record AdminUnitRow(
        string NameVi,
        string NameEn,
        AdminUnitLevel Level,
        AdminUnitKind Kind,
        string Province,
        string? Parent = null,
        DateOnly? ValidFrom = null,
        DateOnly? ValidTo = null,
        string? CodeOfficial = null,
        string? FormerParent = null,
        IReadOnlyList<string>? Aliases = null,
        IReadOnlyList<FormerName>? FormerNames = null,
        string? LegalBasis = null,
        string? EndLegalBasis = null);

    private sealed record AgencyRow(
        string NameVi,
        string NameEn,
        string ShortName,
        AgencyKind Kind,
        IReadOnlyList<AgencyHeir> Successors,
        DateOnly? ValidFrom = null,
        DateOnly? ValidTo = null,
        string? Parent = null,
        bool? Collective = null,
        IReadOnlyList<string>? Aliases = null);

    private sealed record AgencyHeir(string? Province, string Agency, DateOnly On, AgencySuccessionKind Kind);

    private sealed record StandardRow(
        string Number,
        string NameVi,
        string NameEn,
        string Level,
        StandardKind Kind,
        StandardStatus Status,
        Verification Verification,
        int? Year = null,
        DateOnly? IssuedOn = null,
        string? Issuer = null,
        string? PublishedBy = null,
        IReadOnlyList<string>? Equivalents = null,
        IReadOnlyList<string>? Related = null,
        IReadOnlyList<string>? Links = null);

    private sealed record ManagementSystemRow(
        string NameVi,
        string NameEn,
        ManagementSystemKind Kind,
        Verification Verification,
        bool? Certifiable = null,
        int? ValidYears = null,
        IReadOnlyList<SystemTier>? Tiers = null,
        IReadOnlyList<string>? Standards = null,
        IReadOnlyList<string>? SupportCategories = null,
        IReadOnlyList<string>? Aliases = null);
}

internal sealed record ProvinceHeir(string Province, DateOnly On, string LegalBasis);

internal sealed record UnitSuccession(IReadOnlyList<string> From, IReadOnlyList<string> To, AdminUnitSuccessionKind Kind, DateOnly On, string LegalBasis);

internal sealed record HolidayRow(DateOnly Date, CalendarDayKind Kind, string NameVi, string NameEn);

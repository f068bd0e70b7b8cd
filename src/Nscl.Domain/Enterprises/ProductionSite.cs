using Nscl.Domain.Common;

namespace Nscl.Domain.Enterprises;

/// <summary>A site as entered; <paramref name="Id"/> names an existing site of the enterprise.</summary>
/// <param name="DistrictCode">Administrative unit as recorded.</param>
public sealed record SiteEntry(string Name, string DistrictCode, string? Address = null, Guid? Id = null);

/// <summary>
/// A place where the enterprise produces. A supported system is "this system at this site", so a site keeps its identity
/// when its name or address is corrected.
/// </summary>
public sealed class ProductionSite
{
    public const int NameMaxLength = 200;

    internal ProductionSite(SiteEntry entry)
    {
        Id = Guid.CreateVersion7();
        Change(entry);
    }

    private ProductionSite()
    {
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public string DistrictCode { get; private set; } = string.Empty;

    public string? Address { get; private set; }

    /// <param name="entry">As entered.</param>
    /// <param name="pointer">Where the entry stands in the request, for the rule that refuses it.</param>
    internal static SiteEntry Checked(SiteEntry entry, string pointer)
    {
        var name = SearchText.Tidy(entry.Name);
        return name.Length == 0
            ? throw EnterpriseRules.SiteNameRequired(pointer)
            : entry with { Name = name, Address = SearchText.TidyOrNull(entry.Address) };
    }

    internal void Change(SiteEntry entry)
    {
        Name = entry.Name;
        DistrictCode = entry.DistrictCode;
        Address = entry.Address;
    }
}

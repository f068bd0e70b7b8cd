using Nscl.Domain.Common;

namespace Nscl.Domain.ReferenceData;

/// <summary>
/// An entry of one of the small lists that packs bring (document kinds, priority sectors, funding sources …; domain-reference
/// §4.3–4.4): a code, two names, and whatever else its list says of it. Shared reference data, no tenant's row.
/// </summary>
public sealed class ReferenceItem
{
    public const int ListMaxLength = 60;
    public const int CodeMaxLength = 80;
    public const int NameMaxLength = 300;

    /// <param name="list">Name of the list in the pack format, such as <c>documentKinds</c>.</param>
    /// <param name="provinceCode">For a list that each province has of its own, such as priority sectors; otherwise null.</param>
    public ReferenceItem(string list, string? provinceCode, string code, ReferenceEntry entry)
    {
        (Id, List, ProvinceCode, Code) = (Guid.CreateVersion7(), list, provinceCode, code);
        Redefine(entry);
    }

    private ReferenceItem()
    {
    }

    public Guid Id { get; private set; }

    public string List { get; private set; } = string.Empty;

    public string? ProvinceCode { get; private set; }

    /// <summary>Unique within list and province.</summary>
    public string Code { get; private set; } = string.Empty;

    public string NameVi { get; private set; } = string.Empty;

    public string NameEn { get; private set; } = string.Empty;

    /// <summary>Place in its list.</summary>
    public int Position { get; private set; }

    /// <summary>JSON object: what the entry says besides code, names and source.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>JSON object: where the entry comes from, with the fact numbers that never reach a screen.</summary>
    public string Source { get; private set; } = "{}";

    /// <summary>Takes over what a pack that is imported again says.</summary>
    public void Redefine(ReferenceEntry entry)
    {
        NameVi = SearchText.Tidy(entry.NameVi);
        NameEn = SearchText.Tidy(entry.NameEn);
        Position = entry.Position;
        Content = entry.Content;
        Source = entry.Source;
    }
}

/// <summary>Everything a pack says of an item but its key.</summary>
public sealed record ReferenceEntry(string NameVi, string NameEn, int Position, string Content, string Source);

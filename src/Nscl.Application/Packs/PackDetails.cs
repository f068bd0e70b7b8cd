using Nscl.Domain.Packs;

namespace Nscl.Application.Packs;

/// <summary>An installed pack without its content.</summary>
/// <param name="Province">Null for national reference data.</param>
/// <param name="Sha256">Over the exported bytes; also its ETag.</param>
/// <param name="Requires">Keys of packs that had to be imported first.</param>
/// <param name="Lists">What it holds.</param>
/// <param name="Notes">Remarks for administrators: what is missing from the source, what must be checked.</param>
public sealed record PackDetails(
    string Key,
    string Title,
    string TitleEn,
    string? Province,
    string Sha256,
    DateTimeOffset ImportedAt,
    string ImportedBy,
    IReadOnlyList<string> Requires,
    IReadOnlyList<PackListCount> Lists,
    IReadOnlyList<PackNote> Notes)
{
    internal static PackDetails Of(InstalledPack installed)
    {
        var pack = PackDocument.Parse(installed.Content);
        return new PackDetails(
            installed.Key,
            installed.Title,
            installed.TitleEn,
            installed.OwnerProvince,
            installed.Sha256,
            installed.ImportedAt,
            installed.ImportedByName,
            pack.Requires,
            [.. PackLists.All.Select(list => new PackListCount(list, pack.Entries(list).Count())).Where(static list => list.Count > 0)],
            [.. new PackNode(string.Empty, pack.Root).Items("notes").Select(static note => new PackNote(note.Text("textVi")!, note.Text("textEn")!))]);
    }
}

public sealed record PackListCount(string List, int Count);

public sealed record PackNote(string TextVi, string TextEn);

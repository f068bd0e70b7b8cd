namespace Nscl.Domain.Packs;

/// <summary>
/// A pack as it was last imported. The whole of it is kept, so that content without a capability of its own yet is carried and
/// shown, never dropped, and so that the export is what came in.
/// </summary>
public sealed class InstalledPack
{
    public const int KeyMaxLength = 80;
    public const int TitleMaxLength = 300;

    public InstalledPack(string key, string? ownerProvince) => (Id, Key, OwnerProvince) = (Guid.CreateVersion7(), key, ownerProvince);

    private InstalledPack() => Key = string.Empty;

    public Guid Id { get; private set; }

    /// <summary>Unique in the installation.</summary>
    public string Key { get; private set; }

    /// <summary>The province whose pack it is; null = shared by all, such as the national reference lists.</summary>
    public string? OwnerProvince { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public string TitleEn { get; private set; } = string.Empty;

    /// <summary>The pack in its canonical form: properties in the order of the schema, texts in NFC.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>Over <see cref="Content"/>, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = string.Empty;

    public DateTimeOffset ImportedAt { get; private set; }

    public Guid ImportedBy { get; private set; }

    public string ImportedByName { get; private set; } = string.Empty;

    /// <summary>Takes the pack's new content.</summary>
    /// <returns>False when it is what is held already; then nothing is touched.</returns>
    public bool Take(PackContent content, Guid by, string byName, DateTimeOffset now)
    {
        if (content.Sha256 == Sha256)
        {
            return false;
        }

        (Title, TitleEn, Content, Sha256) = (content.Title, content.TitleEn, content.Json, content.Sha256);
        (ImportedAt, ImportedBy, ImportedByName) = (now, by, byName);
        return true;
    }
}

/// <param name="Json">Canonical form.</param>
public sealed record PackContent(string Title, string TitleEn, string Json, string Sha256);

/// <summary>Which pack answers for an entry of the shared lists: another pack may repeat the entry, but not change it.</summary>
public sealed class PackEntry
{
    public const int ListMaxLength = 60;
    public const int KeyMaxLength = 1000;

    public PackEntry(string list, string key, string packKey) => (List, Key, PackKey) = (list, key, packKey);

    private PackEntry() => (List, Key, PackKey) = (string.Empty, string.Empty, string.Empty);

    /// <summary>Name of the list in the pack format.</summary>
    public string List { get; private set; }

    /// <summary>Key of the entry in its list.</summary>
    public string Key { get; private set; }

    public string PackKey { get; private set; }

    /// <summary>The province's own pack takes its entries over from the pack that brought them first.</summary>
    public void TakeOver(string packKey) => PackKey = packKey;
}

using System.Collections.Frozen;

namespace Nscl.Domain.Files;

/// <summary>What the system takes: papers, scans and pictures, and the two office forms without macros.</summary>
public static class MediaTypes
{
    public const string Pdf = "application/pdf";
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // The first extension is the one given to a name that has none.
    private static readonly FrozenDictionary<string, string[]> Extensions = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Pdf] = [".pdf"],
        [Jpeg] = [".jpg", ".jpeg"],
        [Png] = [".png"],
        [Docx] = [".docx"],
        [Xlsx] = [".xlsx"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Accepted => Extensions.Keys;

    public static bool IsAccepted(string mediaType) => Extensions.ContainsKey(mediaType);

    /// <summary>Extensions with their dot, the usual one first; empty for a type that is not taken.</summary>
    public static IReadOnlyList<string> ExtensionsOf(string mediaType) => Extensions.GetValueOrDefault(mediaType) ?? [];
}

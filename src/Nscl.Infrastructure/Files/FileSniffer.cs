using System.IO.Compression;

namespace Nscl.Infrastructure.Files;

/// <summary>
/// Says what a file is by its bytes, and takes it only when its name agrees: a page of HTML named report.pdf is no PDF (S34).
/// Office files are opened as archives under limits, so that a bomb costs nothing (S32), and refused with macros (S37).
/// </summary>
internal static class FileSniffer
{
    private const int MaxEntries = 1_000;
    private const long MaxUnpacked = 200L * 1024 * 1024;
    private const long MaxRatio = 100;

    public static string? Detect(string path, string fileName)
    {
        Span<byte> head = stackalloc byte[8];
        using (var file = File.OpenRead(path))
        {
            head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }

        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (head.StartsWith("%PDF-"u8))
        {
            return extension == ".pdf" ? "application/pdf" : null;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return extension is ".jpg" or ".jpeg" ? "image/jpeg" : null;
        }

        if (head.SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return extension == ".png" ? "image/png" : null;
        }

        return head.StartsWith("PK\u0003\u0004"u8) ? DetectOffice(path, extension) : null;
    }

    private static string? DetectOffice(string path, string extension)
    {
        var (folder, mediaType) = extension switch
        {
            ".docx" => ("word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ".xlsx" => ("xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            _ => (null, null),
        };
        if (folder is null)
        {
            return null;
        }

        try
        {
            using var archive = ZipFile.OpenRead(path);
            return IsSoundOffice(archive, folder) ? mediaType : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Within every limit, without macros, and with the folder that its kind of document has. Nothing is unpacked to find out.</summary>
    public static bool IsSoundOffice(ZipArchive archive, string folder)
    {
        var entries = archive.Entries;
        return entries.Count <= MaxEntries
            && entries.Sum(static entry => entry.Length) <= MaxUnpacked
            && entries.Any(static entry => entry.FullName == "[Content_Types].xml")
            && entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal))
            && entries.All(static entry => entry.Length <= MaxRatio * Math.Max(entry.CompressedLength, 1_024))
            && !entries.Any(static entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("..", StringComparison.Ordinal));
    }
}

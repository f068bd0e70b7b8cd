using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Nscl.Application.Common;

namespace Nscl.Infrastructure.Files;

public sealed class StorageOptions
{
    /// <summary>Folder outside the web root.</summary>
    [Required]
    public string StoragePath { get; set; } = string.Empty;
}

/// <summary>
/// Contents in files named by their SHA-256, two folders deep. A content is first written beside its place and then moved, so that a
/// half-written file never carries a content's name.
/// </summary>
internal sealed class FileSystemStore(IOptions<StorageOptions> options) : IFileStore
{
    private readonly string _root = Path.GetFullPath(options.Value.StoragePath);

    public async Task<StoredContent> SaveAsync(Stream content, string fileName, long maxBytes, CancellationToken cancellationToken)
    {
        var incoming = Path.Combine(_root, "incoming");
        Directory.CreateDirectory(incoming);
        var draft = Path.Combine(incoming, Guid.CreateVersion7().ToString("N"));
        try
        {
            long size = 0;
            string sha256;
            using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
            {
                await using var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81_920, FileOptions.Asynchronous);
                var buffer = new byte[81_920];
                int read;
                while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
                {
                    size += read;
                    if (size > maxBytes)
                    {
                        throw new InvalidInputException([new InputError(
                            "/file",
                            "file.tooLarge",
                            "The file is larger than allowed.",
                            new Dictionary<string, object?>(StringComparer.Ordinal) { ["maxBytes"] = maxBytes })]);
                    }

                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }

                await file.FlushAsync(cancellationToken);
                file.Flush(flushToDisk: true);
                sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            }

            if (size == 0)
            {
                throw new InvalidInputException("/file", "file.empty", "The file is empty.");
            }

            var mediaType = FileSniffer.Detect(draft, fileName)
                ?? throw new InvalidInputException("/file", "file.typeNotAccepted", "Only PDF, JPEG, PNG, DOCX and XLSX files are taken, and the content must be what the name says.");
            var place = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (!File.Exists(place))
            {
                File.Move(draft, place, overwrite: true);
            }

            return new StoredContent(sha256, size, mediaType);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 81_920, FileOptions.Asynchronous | FileOptions.SequentialScan));

    private string PathOf(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("Not a SHA-256.", nameof(sha256));
        }

        return Path.Combine(_root, "content", sha256[..2], sha256[2..4], sha256);
    }
}

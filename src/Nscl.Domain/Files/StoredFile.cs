using Nscl.Domain.Common;

namespace Nscl.Domain.Files;

/// <summary>
/// A document that somebody handed in. The bytes lie elsewhere under their SHA-256; this row says whose they are, what they are
/// and who brought them when. Never changed: a corrected document is another one.
/// </summary>
public sealed class StoredFile : AggregateRoot
{
    /// <summary>20 MiB per document.</summary>
    public const long MaxSizeBytes = 20 * 1024 * 1024;

    public const int KindMaxLength = 20;
    public const int MediaTypeMaxLength = 100;
    public const int Sha256Length = 64;

    private StoredFile(string province)
        : base(province)
    {
    }

    /// <summary>For the object mapper only.</summary>
    private StoredFile()
    {
    }

    /// <summary>Of the content, lower-case hex.</summary>
    public string Sha256 { get; private set; } = string.Empty;

    public long SizeBytes { get; private set; }

    /// <summary>As found by looking at the bytes, one of <see cref="MediaTypes"/>.</summary>
    public string MediaType { get; private set; } = string.Empty;

    /// <summary>Safe to offer for download; see <see cref="FileNames.Sanitize"/>.</summary>
    public string FileName { get; private set; } = string.Empty;

    /// <summary>Document kind, such as <c>D01</c> or <c>M01</c>.</summary>
    public string Kind { get; private set; } = string.Empty;

    public Guid UploadedBy { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    /// <param name="sha256">Of the content, lower-case hex.</param>
    /// <param name="mediaType">As found by looking at the bytes, never as the sender claims.</param>
    /// <param name="fileName">As the sender calls it.</param>
    public static StoredFile Record(
        string province,
        string sha256,
        long sizeBytes,
        string mediaType,
        string fileName,
        string kind,
        Guid uploadedBy,
        DateTimeOffset uploadedAt)
    {
        if (sizeBytes <= 0)
        {
            throw FileRules.Empty();
        }

        if (sizeBytes > MaxSizeBytes)
        {
            throw FileRules.TooLarge(MaxSizeBytes);
        }

        if (!MediaTypes.IsAccepted(mediaType))
        {
            throw FileRules.TypeNotAccepted();
        }

        if (sha256.Length != Sha256Length || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("Not a SHA-256 in lower-case hex.", nameof(sha256));
        }

        return new StoredFile(province)
        {
            Sha256 = sha256,
            SizeBytes = sizeBytes,
            MediaType = mediaType,
            FileName = FileNames.Sanitize(fileName, mediaType),
            Kind = kind,
            UploadedBy = uploadedBy,
            UploadedAt = uploadedAt,
        };
    }
}

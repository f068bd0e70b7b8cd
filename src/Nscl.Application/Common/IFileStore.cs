namespace Nscl.Application.Common;

/// <summary>Content-addressed bytes outside the web root: the name of a content is its SHA-256.</summary>
public interface IFileStore
{
    /// <summary>Reads the stream to its end, refusing more than <paramref name="maxBytes"/>, and keeps the content once.</summary>
    /// <exception cref="InvalidInputException">Too large, empty, or of a type that is not taken.</exception>
    Task<StoredContent> SaveAsync(Stream content, string fileName, long maxBytes, CancellationToken cancellationToken);

    /// <summary>Opens a content for reading, seekable.</summary>
    Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken);
}

/// <param name="Sha256">Lower-case hex.</param>
/// <param name="MediaType">Found by looking at the bytes, not at what the sender said.</param>
public sealed record StoredContent(string Sha256, long SizeBytes, string MediaType);

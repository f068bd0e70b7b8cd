using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Nscl.Api.Common;

/// <summary>A JSON body, read strictly: unknown or doubled properties, wrong types, NUL and broken text are refused, all of them at once.</summary>
internal sealed class Body<T>
    where T : class
{
    private Body(T value) => Value = value;

    public T Value { get; }

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var bytes = await RequestBody.ReadAsync(context);
        if (bytes.Length == 0 && JsonInput.TryEmpty<T>() is { } empty)
        {
            return new Body<T>(empty);
        }

        return new Body<T>(JsonInput.Read<T>(bytes));
    }
}

internal static class RequestBody
{
    /// <summary>Dossiers with hundreds of lines stay far below; files do not travel as JSON.</summary>
    public const int MaxJsonBytes = 1_048_576;
    private static readonly object HashKey = new();

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength is > MaxJsonBytes)
        {
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        var hasBody = request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0;
        if (hasBody && !request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The body must be application/json.", StatusCodes.Status415UnsupportedMediaType);
        }

        using var content = new MemoryStream();
        var buffer = new byte[16_384];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (content.Length + read > MaxJsonBytes)
            {
                throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
            }

            content.Write(buffer, 0, read);
        }

        if (content.Length > 0 && !request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The body must be application/json.", StatusCodes.Status415UnsupportedMediaType);
        }

        var bytes = content.ToArray();
        context.Items[HashKey] = SHA256.HashData(bytes);
        return bytes;
    }

    /// <summary>
    /// The hash of what was sent, for idempotency: a JSON body as it came; of a form each field and each file's content in their order,
    /// because the boundary between them is new with every try.
    /// </summary>
    public static async Task<byte[]> HashAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return context.Items.TryGetValue(HashKey, out var hash) ? (byte[])hash! : SHA256.HashData([]);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        using var hashing = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, values) in form.OrderBy(static field => field.Key, StringComparer.Ordinal))
        {
            foreach (var value in values)
            {
                Append(hashing, "field", name, value ?? string.Empty);
            }
        }

        foreach (var file in form.Files)
        {
            await using var content = file.OpenReadStream();
            Append(hashing, "file", file.Name, file.FileName, Convert.ToHexString(await SHA256.HashDataAsync(content, context.RequestAborted)));
        }

        return hashing.GetHashAndReset();
    }

    /// <summary>Each part with its length in front, so that no two different forms read the same.</summary>
    private static void Append(IncrementalHash hashing, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hashing.AppendData(BitConverter.GetBytes(bytes.Length));
            hashing.AppendData(bytes);
        }
    }
}

using System.Reflection;
using System.Security.Cryptography;

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

    /// <summary>The hash of the body as it came, for idempotency.</summary>
    public static byte[] HashOf(HttpContext context) => context.Items.TryGetValue(HashKey, out var hash) ? (byte[])hash! : SHA256.HashData([]);
}

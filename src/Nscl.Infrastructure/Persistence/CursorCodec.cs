using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Nscl.Application.Common;

namespace Nscl.Infrastructure.Persistence;

/// <summary>Cursors are sealed with the shared key ring: any changed byte, another caller's provinces or another list is refused.</summary>
internal sealed class CursorCodec(IDataProtectionProvider protection, ICurrentUser current) : ICursorCodec
{
    private readonly IDataProtector _protector = protection.CreateProtector("Nscl.Cursor.v1");

    public string Encode(string binding, string key, Guid id) =>
        WebEncoders.Base64UrlEncode(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new Content(Bind(binding), key, id))));

    public (string Key, Guid Id) Decode(string binding, string cursor)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(_protector.Unprotect(WebEncoders.Base64UrlDecode(cursor)))!;
            if (content.Binding == Bind(binding))
            {
                return (content.Key, content.Id);
            }
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException)
        {
            // Falls through: the caller learns only that the cursor is not of this list.
        }

        throw new InvalidInputException("?cursor", "input.cursor", "The cursor does not belong to this list.");
    }

    private string Bind(string binding) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(current.User.Province + "\n" + binding)))[..24];

    private sealed record Content(string Binding, string Key, Guid Id);
}

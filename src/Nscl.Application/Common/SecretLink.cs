using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Nscl.Application.Common;

/// <summary>An address that only whoever was given it knows. Its secret is told once; what is kept is a hash that cannot be turned back.</summary>
public static class SecretLink
{
    /// <summary>Longest secret that is looked at; ours are shorter.</summary>
    public const int MaxLength = 64;

    /// <summary>192 bits: guessing is hopeless whatever the rate.</summary>
    private const int SecretBytes = 24;

    public static (string Secret, string Hash) Create()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return (secret, HashOf(secret));
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

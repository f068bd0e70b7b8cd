using System.Security.Cryptography;
using System.Text;

namespace Nscl.Domain.Training;

/// <summary>Codes that people read, type and scan: capital letters and digits without those that look alike (0/O, 1/I/L).</summary>
public static class PublicCodes
{
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Short enough to be read out; protected by how often one may try.</summary>
    public const int ShortLength = 6;

    /// <summary>Twenty of 31 letters are 99 bits: nobody guesses one.</summary>
    public const int SecretLength = 20;

    public static string NewShort() => RandomNumberGenerator.GetString(Alphabet, ShortLength);

    public static string NewSecret() => RandomNumberGenerator.GetString(Alphabet, SecretLength);

    /// <summary>As typed: blanks, hyphens and small letters do not matter. Anything else stays and will not be found.</summary>
    public static string Normalize(string? typed)
    {
        var code = new StringBuilder();
        foreach (var letter in (typed ?? string.Empty).Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(letter) && letter is not ('-' or '–'))
            {
                code.Append(char.ToUpperInvariant(letter));
            }
        }

        return code.ToString();
    }
}

using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;
using Nscl.Domain.Common;

namespace Nscl.Infrastructure.Identity;

/// <summary>
/// Refuses passwords that people choose again and again (S14): some five hundred well-known words, keyboard walks and local names in
/// <c>common-passwords.txt</c>, also with digits and signs before or after them, with signs for letters, joined or repeated. A list of
/// leaked passwords of the size that S14 names cannot be made honestly without a source; this one is short and says so.
/// </summary>
public sealed class CommonPasswords : IPasswordValidator<NsclUser>
{
    private const int MostWords = 3;
    private static readonly FrozenSet<string> Words = Read();
    private static readonly int Longest = Words.Max(static word => word.Length);

    public Task<IdentityResult> ValidateAsync(UserManager<NsclUser> manager, NsclUser user, string? password) => Task.FromResult(
        password is not null && (IsCommon(password) || HoldsName(password, user))
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordCommon", Description = "The password is a well-known one." })
            : IdentityResult.Success);

    public static bool IsCommon(string password)
    {
        var folded = SearchText.Fold(password).Replace(" ", string.Empty, StringComparison.Ordinal);
        return IsMadeOfWords(folded) || IsMadeOfWords(folded.Trim([.. folded.Where(static character => !char.IsAsciiLetter(character))])) || IsMadeOfWords(Letters(folded)) || IsRepetition(folded);
    }

    private static bool HoldsName(string password, NsclUser user)
    {
        var folded = SearchText.Fold(password);
        return user.UserName is { Length: > 0 } name && folded.Trim([.. folded.Where(static character => !char.IsAsciiLetter(character))]) == name;
    }

    /// <summary>One listed word, or up to three of them joined.</summary>
    private static bool IsMadeOfWords(string text, int left = MostWords)
    {
        if (text.Length == 0 || Words.Contains(text))
        {
            return true;
        }

        for (var length = Math.Min(Longest, text.Length - 1); left > 1 && length > 0; length--)
        {
            if (Words.Contains(text[..length]) && IsMadeOfWords(text[length..], left - 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Undoes the usual signs for letters and leaves the rest out: <c>P@ssw0rd!2024</c> is <c>password</c>.</summary>
    private static string Letters(string folded)
    {
        var end = folded.TrimEnd("0123456789!@#$%^&*()-_=+.,?/ ".ToCharArray());
        return string.Concat(end.Select(static character => character switch
        {
            '@' or '4' => 'a',
            '3' => 'e',
            '1' => 'i',
            '0' => 'o',
            '5' or '$' => 's',
            '7' => 't',
            _ => character,
        }).Where(char.IsAsciiLetter));
    }

    private static bool IsRepetition(string text)
    {
        for (var unit = 1; unit <= Math.Min(4, text.Length / 3); unit++)
        {
            if (text.Length % unit == 0 && Enumerable.Range(0, text.Length).All(at => text[at] == text[at % unit]))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}

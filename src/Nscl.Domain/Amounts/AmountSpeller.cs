using Nscl.Domain.Common;

namespace Nscl.Domain.Amounts;

/// <summary>
/// Writes an amount of đồng in words, as decisions, contracts and payment papers carry it beside the figures.
/// Rules and vectors: domain-reference §5.4. The number words are data of the algorithm.
/// </summary>
public static class AmountSpeller
{
    private const long Billion = 1_000_000_000;

    private const string Hundred = "trăm";
    private const string Ten = "mười";
    private const string Tens = "mươi";
    private const string FiveAfterTens = "lăm";
    private const string MillionWord = "triệu";
    private const string BillionWord = "tỷ";
    private const string Minus = "âm";
    private const string Currency = "đồng";

    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    /// <summary>The words of <paramref name="amount"/>: first letter capital, unit at the end, a negative amount with "Âm" in front.</summary>
    public static string Spell(Money amount, SpellingProfile profile = SpellingProfile.Standard)
    {
        var words = new List<string>();
        if (amount.IsNegative)
        {
            words.Add(Minus);
        }

        if (amount.IsZero)
        {
            words.Add(Digits[0]);
        }
        else
        {
            AddNumber(words, Math.Abs(amount.Dong), higherGroupRead: false, Vocabulary.Of(profile));
        }

        words.Add(Currency);

        var text = string.Join(' ', words);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>
    /// Whether <paramref name="words"/> say <paramref name="amount"/> in any accepted spelling: papers of the south and old
    /// papers are right in their own spelling. Case, spacing and a closing full stop do not matter.
    /// </summary>
    public static bool IsSpellingOf(string words, Money amount)
    {
        ArgumentNullException.ThrowIfNull(words);

        var given = SearchText.Tidy(words).TrimEnd('.').TrimEnd();
        return Enum.GetValues<SpellingProfile>()
            .Any(profile => string.Equals(given, Spell(amount, profile), StringComparison.OrdinalIgnoreCase));
    }

    // One "tỷ" only: 10^12 is "một nghìn tỷ", so whatever stands above 10^9 is a number of its own in front of it.
    private static void AddNumber(List<string> words, long number, bool higherGroupRead, Vocabulary vocabulary)
    {
        if (number >= Billion)
        {
            AddNumber(words, number / Billion, higherGroupRead, vocabulary);
            words.Add(BillionWord);
            (number, higherGroupRead) = (number % Billion, true);
        }

        higherGroupRead |= AddGroup(words, (int)(number / 1_000_000), MillionWord, higherGroupRead, vocabulary);
        higherGroupRead |= AddGroup(words, (int)(number / 1_000 % 1_000), vocabulary.Thousand, higherGroupRead, vocabulary);
        AddGroup(words, (int)(number % 1_000), scale: null, higherGroupRead, vocabulary);
    }

    /// <returns>Whether the group was read; a group of three zeros is not.</returns>
    private static bool AddGroup(List<string> words, int group, string? scale, bool higherGroupRead, Vocabulary vocabulary)
    {
        if (group == 0)
        {
            return false;
        }

        var hundredsRead = group >= 100 || higherGroupRead;
        if (hundredsRead)
        {
            words.Add(Digits[group / 100]);
            words.Add(Hundred);
        }

        AddTensAndUnits(words, group / 10 % 10, group % 10, hundredsRead, vocabulary);

        if (scale is not null)
        {
            words.Add(scale);
        }

        return true;
    }

    private static void AddTensAndUnits(List<string> words, int tens, int units, bool hundredsRead, Vocabulary vocabulary)
    {
        switch (tens)
        {
            case 0 when units > 0 && hundredsRead:
                words.Add(vocabulary.ZeroTens);
                break;
            case 0:
                break;
            case 1:
                words.Add(Ten);
                break;
            default:
                words.Add(Digits[tens]);
                words.Add(Tens);
                break;
        }

        if (units > 0)
        {
            words.Add((tens, units) switch
            {
                ( > 1, 1) => vocabulary.OneAfterTens,
                ( > 1, 4) => vocabulary.FourAfterTens,
                ( > 0, 5) => FiveAfterTens,
                _ => Digits[units],
            });
        }
    }

    private sealed record Vocabulary(string Thousand, string ZeroTens, string OneAfterTens, string FourAfterTens)
    {
        private static readonly Vocabulary Standard = new("nghìn", "linh", "mốt", "tư");
        private static readonly Vocabulary South = new("ngàn", "lẻ", "mốt", "tư");
        private static readonly Vocabulary TayNinh2019 = new("ngàn", "lẻ", "một", "bốn");

        public static Vocabulary Of(SpellingProfile profile) => profile switch
        {
            SpellingProfile.Standard => Standard,
            SpellingProfile.South => South,
            SpellingProfile.TayNinh2019 => TayNinh2019,
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, message: null),
        };
    }
}

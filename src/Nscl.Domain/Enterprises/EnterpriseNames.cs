using Nscl.Domain.Common;

namespace Nscl.Domain.Enterprises;

/// <summary>
/// Compares names of enterprises to warn of a possible duplicate. It never decides: two companies may be named almost alike
/// (S4.8 and S4.21 are two), and only the tax code tells them apart (domain-reference §1.7 trap 10, §5.7).
/// </summary>
public static class EnterpriseNames
{
    /// <summary>From this <see cref="Similarity"/> on, a person should look.</summary>
    public const double SimilarFrom = 0.6;

    // Words that say what kind of body it is, not which one; folded. The longest phrase that fits is taken away.
    private static readonly string[][] LegalForms = [.. new[]
    {
        "cong ty",
        "cong ty co phan",
        "cong ty cp",
        "cong ty hop danh",
        "cong ty trach nhiem huu han mot thanh vien",
        "cong ty trach nhiem huu han hai thanh vien tro len",
        "tong cong ty",
        "cty",
        "cty co phan",
        "cty cp",
        "ctcp",
        "trach nhiem huu han",
        "trach nhiem huu han mot thanh vien",
        "tnhh",
        "tnhh mot thanh vien",
        "tnhh 1 thanh vien",
        "tnhh 1 tv",
        "tnhh mtv",
        "tnhh 2tv",
        "mtv",
        "hai thanh vien tro len",
        "2 thanh vien tro len",
        "2 tv tro len",
        "doanh nghiep tu nhan",
        "dntn",
        "hop tac xa",
        "htx",
        "lien hiep hop tac xa",
        "lien hiep htx",
        "to hop tac",
        "ho kinh doanh",
        "hkd",
        "chi nhanh",
    }.Select(static phrase => phrase.Split(' ')).OrderByDescending(static words => words.Length)];

    /// <summary>The folded name without legal-form words and punctuation; a name that consists of nothing else keeps them.</summary>
    public static string ComparisonKey(string name)
    {
        var words = Words(name);
        var kept = WithoutLegalForms(words);
        return kept.Count > 0 ? string.Join(' ', kept) : string.Join(' ', words);
    }

    /// <summary>
    /// 0 (nothing in common) to 1 (same key): shared trigrams over all trigrams of the two keys, the measure of PostgreSQL's
    /// <c>similarity()</c>, so that an index can find the candidates and agree with the verdict.
    /// </summary>
    public static double Similarity(string name, string otherName)
    {
        var one = Trigrams(ComparisonKey(name));
        var other = Trigrams(ComparisonKey(otherName));

        var shared = one.Count(other.Contains);
        var all = one.Count + other.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    public static bool AreSimilar(string name, string otherName) => Similarity(name, otherName) >= SimilarFrom;

    private static string[] Words(string name)
    {
        // An apostrophe belongs to its word (Ia H'Drai); any other sign separates words.
        var letters = SearchText.Fold(name).Replace("'", string.Empty, StringComparison.Ordinal)
            .Select(static character => char.IsLetterOrDigit(character) ? character : ' ');
        return string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static List<string> WithoutLegalForms(string[] words)
    {
        var kept = new List<string>(words.Length);
        for (var i = 0; i < words.Length;)
        {
            var rest = new ArraySegment<string>(words, i, words.Length - i);
            var form = Array.Find(LegalForms, phrase => rest.Take(phrase.Length).SequenceEqual(phrase));
            if (form is null)
            {
                kept.Add(words[i]);
            }

            i += form?.Length ?? 1;
        }

        return kept;
    }

    private static HashSet<string> Trigrams(string key)
    {
        var trigrams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in key.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var padded = $"  {word} ";
            for (var i = 0; i + 3 <= padded.Length; i++)
            {
                trigrams.Add(padded.Substring(i, 3));
            }
        }

        return trigrams;
    }
}

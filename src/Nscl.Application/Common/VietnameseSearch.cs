using Nscl.Domain.Common;

namespace Nscl.Application.Common;

/// <summary>
/// Turns what a person types into patterns for the stored, folded search key: marks and đ/Đ do not matter, words may come in any
/// order, and the field's abbreviations find their long forms (domain-reference §5.6). The same folding runs in SQL as <c>f_search_key</c>.
/// </summary>
public static class VietnameseSearch
{
    public const int MaxLength = 100;
    private const int MaxWords = 8;

    /// <summary>Stands between the words of a search key (see <c>f_search_key</c>). Folded text has no capitals.</summary>
    private const char WordSeparator = 'Z';
    private static readonly char[] QuotationMarks = ['"', '\u201C', '\u201D'];

    /// <summary>Groups of folded forms that mean the same; a query that holds one form also finds the others.</summary>
    private static readonly string[][] Synonyms =
    [
        ["nscl", "nang suat chat luong", "nang suat va chat luong"],
        ["dnnvv", "dnvvn", "doanh nghiep vua va nho", "doanh nghiep nho va vua"],
        ["shtt", "so huu tri tue"],
        ["shcn", "so huu cong nghiep"],
        ["txng", "truy xuat nguon goc"],
        ["msmv", "ma so ma vach"],
        ["gtclqg", "giai thuong chat luong quoc gia"],
        ["kh&cn", "khcn", "khoa hoc va cong nghe"],
        ["ubnd", "uy ban nhan dan"],
        ["tcdlcl", "tdc", "tieu chuan do luong chat luong"],
        ["htx", "hop tac xa"],
        ["ctcp", "cty cp", "cong ty co phan"],
        ["tnhh", "trach nhiem huu han"],
        ["tp.", "tp ", "thanh pho"],
        ["dak", "dac"],
    ];

    /// <summary>
    /// Every pattern group must match; within a group any pattern may. What stands in quotation marks is found as it stands:
    /// its words side by side, without synonyms.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Patterns(string query)
    {
        var groups = new List<IReadOnlyList<string>>();
        var segments = (query.Length > MaxLength ? query[..MaxLength] : query).Split(QuotationMarks);
        for (var at = 0; at < segments.Length; at++)
        {
            var folded = SearchText.Fold(segments[at]);
            // Odd segments stand between two marks; a mark that is never closed quotes nothing.
            if (at % 2 == 1 && at < segments.Length - 1 && folded.Length > 0)
            {
                groups.Add([Like(folded)]);
            }
            else
            {
                AddWords(groups, folded);
            }
        }

        return groups;
    }

    private static void AddWords(List<IReadOnlyList<string>> groups, string folded)
    {
        foreach (var synonyms in Synonyms)
        {
            var hit = synonyms.FirstOrDefault(form => ContainsWord(folded, form.Trim()));
            if (hit is not null)
            {
                groups.Add([.. synonyms.Select(static form => Like(form.Trim()))]);
                folded = folded.Replace(hit.Trim(), " ", StringComparison.Ordinal);
            }
        }

        groups.AddRange(folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords).Select(static word => (IReadOnlyList<string>)[Like(word)]));
    }

    private static bool ContainsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || text[at - 1] == ' ') && (end == text.Length || text[end] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    private static string Like(string words) =>
        "%" + words.Replace(' ', WordSeparator).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
}

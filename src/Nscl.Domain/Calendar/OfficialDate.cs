using System.Globalization;
using System.Text.RegularExpressions;
using Nscl.Domain.Common;

namespace Nscl.Domain.Calendar;

/// <summary>Dates as official papers write them (30/2020/NĐ-CP, Phụ lục I; domain-reference §2.3, §5.5).</summary>
public static partial class OfficialDate
{
    private static readonly string[] ShortForms = ["d/M/yyyy", "d-M-yyyy"];

    /// <summary>
    /// The long form of the place-and-date line: days below 10 and the months 1 and 2 get a zero, so that nobody adds a digit;
    /// other months do not.
    /// </summary>
    public static string LongForm(DateOnly date) => string.Create(
        CultureInfo.InvariantCulture,
        $"ngày {date.Day:00} tháng {(date.Month <= 2 ? "0" : string.Empty)}{date.Month} năm {date.Year:0000}");

    /// <summary>Reads the forms people write: <c>05/6/2013</c>, <c>26-02-2021</c>, the long form with or without zeros.</summary>
    public static bool TryParse(string? text, out DateOnly date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var folded = SearchText.Fold(text);
        var longForm = LongFormPattern().Match(folded);
        var candidate = longForm.Success
            ? $"{longForm.Groups["day"].Value}/{longForm.Groups["month"].Value}/{longForm.Groups["year"].Value}"
            : folded;

        return DateOnly.TryParseExact(candidate, ShortForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    [GeneratedRegex("^ngay (?<day>[0-9]{1,2}) thang (?<month>[0-9]{1,2}) nam (?<year>[0-9]{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LongFormPattern();
}

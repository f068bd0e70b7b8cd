using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Nscl.Infrastructure.Training;

/// <summary>The Vietnamese words of printed papers: data, in <c>training-papers.json</c>.</summary>
internal static class PaperWords
{
    private static readonly JsonNode Words = Load();

    /// <param name="path">Names joined by dots.</param>
    public static string Of(string path, params ReadOnlySpan<object> values)
    {
        var text = (string?)path.Split('.').Aggregate((JsonNode?)Words, static (node, name) => node?[name]) ?? throw new InvalidOperationException($"There are no words for {path}.");
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }

    public static string Date(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    public static string Time(TimeOnly time) => time.ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>As official papers write it: days below 10 and the months 1 and 2 have a zero before them (Decree 30/2020/NĐ-CP).</summary>
    public static string LongDate(string place, DateOnly date) => Of(
        "longDate",
        place,
        date.Day.ToString("00", CultureInfo.InvariantCulture),
        date.Month <= 2 ? date.Month.ToString("00", CultureInfo.InvariantCulture) : date.Month.ToString(CultureInfo.InvariantCulture),
        date.Year.ToString(CultureInfo.InvariantCulture));

    private static JsonNode Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("training-papers.json")!;
        return JsonNode.Parse(stream)!;
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Nscl.Domain.Subsidies;

namespace Nscl.Application.Subsidies;

/// <summary>Says in the reader's language why a step did what it did. Sentences are data: <c>subsidy-explanations.json</c>.</summary>
public static class SubsidyWording
{
    private static readonly Catalogue Texts = Load();

    /// <summary>The sentence for an explanation's code with its figures filled in.</summary>
    public static string Explain(StepExplanation explanation, CultureInfo reader)
    {
        var english = IsEnglish(reader);
        var sentence = Texts.Explanations[explanation.Code].In(english);
        var text = new StringBuilder(sentence);
        foreach (var (name, value) in explanation.Args)
        {
            text.Replace("{" + name + "}", Format(name, value, english));
        }

        return text.ToString();
    }

    /// <summary>Codes that have a sentence, for the test that none is missing.</summary>
    public static IReadOnlyCollection<string> ExplainedCodes => Texts.Explanations.Keys;

    public static IReadOnlyCollection<string> Words => Texts.Words.Keys;

    private static string Format(string name, ExplanationValue value, bool english)
    {
        var culture = CultureInfo.GetCultureInfo(english ? "en-US" : "vi-VN");
        return value switch
        {
            { Number: { } rate } when name == "rate" => (rate % 100 == 0 ? (rate / 100).ToString(culture) : (rate / 100m).ToString("0.##", culture)) + "%",
            { Number: { } amount } => amount.ToString("N0", culture) + (english ? "\u00a0₫" : " đồng"),
            { Text: { } date } when name == "until" => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            { Text: { } word } => Texts.Words.TryGetValue(word, out var known) ? known.In(english) : word,
            _ => string.Empty,
        };
    }

    private static bool IsEnglish(CultureInfo reader) => reader.TwoLetterISOLanguageName == "en";

    private static Catalogue Load()
    {
        using var stream = typeof(SubsidyWording).Assembly.GetManifestResourceStream("subsidy-explanations.json")!;
        return JsonSerializer.Deserialize<Catalogue>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Catalogue(Dictionary<string, Sentence> Explanations, Dictionary<string, Sentence> Words);

    private sealed record Sentence(string Vi, string En)
    {
        public string In(bool english) => english ? En : Vi;
    }
}

using System.Globalization;
using System.Text.Json;
using Nscl.Application.Files;
using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <summary>
/// The table of enterprises as people see it in Excel: one set of columns for the template, the import and the export, so that an
/// exported file can be imported. Headings and words are data: <c>enterprise-sheet.json</c>.
/// </summary>
internal static class EnterpriseSheet
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const int MaxRows = 5_000;

    private static readonly Catalogue Texts = Load();

    public static IReadOnlyList<EnterpriseColumn> Columns => Texts.Columns;

    /// <param name="references">Gives the lists to choose from.</param>
    public static SheetLayout Template(EnterpriseReferences references, CultureInfo reader) => new(
        Texts.Sheet.In(reader),
        [.. Texts.Columns.Where(static column => !column.Computed).Select(column => Describe(column, reader) with { Choices = ChoicesOf(column.Field, references, reader) })],
        new SheetGuide(
            Texts.Guide.In(reader),
            Texts.Lists.In(reader),
            [.. Texts.GuideHeadings.Select(heading => heading.In(reader))],
            Texts.Needed.In(reader),
            MaxRows));

    public static SheetLayout Export(CultureInfo reader) => new(Texts.Sheet.In(reader), [.. Texts.Columns.Select(column => Describe(column, reader))]);

    /// <summary>ASCII, with the business date.</summary>
    public static string ExportName(DateOnly today, CultureInfo reader) =>
        string.Create(CultureInfo.InvariantCulture, $"{Texts.ExportName.In(reader)}-{today:yyyy-MM-dd}.xlsx");

    public static string TemplateName(CultureInfo reader) => Texts.TemplateName.In(reader) + ".xlsx";

    /// <summary>The word for a code of a closed list; an unknown code stands for itself.</summary>
    public static string Word(string list, string code, CultureInfo reader) =>
        Texts.Words.TryGetValue($"{list}.{code}", out var word) ? word.In(reader) : code;

    /// <summary>The code behind a word of a closed list in either language, or behind the code itself.</summary>
    public static string? CodeOf(string list, string word)
    {
        var folded = SearchText.Fold(word);
        var prefix = list + ".";
        return Texts.Words
            .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => (Code: entry.Key[prefix.Length..], Word: entry.Value))
            .Where(entry => SearchText.Fold(entry.Word.Vi) == folded || SearchText.Fold(entry.Word.En) == folded || entry.Code == word)
            .Select(static entry => entry.Code)
            .FirstOrDefault();
    }

    public static string CodeOf<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static List<string>? ChoicesOf(string field, EnterpriseReferences references, CultureInfo reader) => field switch
    {
        "organizationType" => [.. Enum.GetValues<OrganizationType>().Select(type => Word(field, CodeOf(type), reader))],
        "declaredFacts/field" => [.. Enum.GetValues<EnterpriseField>().Select(line => Word("field", CodeOf(line), reader))],
        "districtCode" => [.. references.Districts.Select(known => EnterpriseReferences.LabelOf(known, references.Districts, reader))],
        "sectorCode" => [.. references.Sectors.Select(known => EnterpriseReferences.LabelOf(known, references.Sectors, reader)), Word("sector", EnterpriseReferences.OtherSector, reader)],
        _ => null,
    };

    private static SheetColumn Describe(EnterpriseColumn column, CultureInfo reader) =>
        new(column.Heading.In(reader), column.Kind, column.Width, column.Required, column.Help.In(reader));

    private static Catalogue Load()
    {
        using var stream = typeof(EnterpriseSheet).Assembly.GetManifestResourceStream("enterprise-sheet.json")!;
        return JsonSerializer.Deserialize<Catalogue>(stream, DomainJson.Options)!;
    }

    private sealed record Catalogue(
        SheetText Sheet,
        SheetText Lists,
        SheetText Guide,
        IReadOnlyList<SheetText> GuideHeadings,
        SheetText Needed,
        SheetText TemplateName,
        SheetText ExportName,
        IReadOnlyList<EnterpriseColumn> Columns,
        IReadOnlyDictionary<string, SheetText> Words);
}

internal sealed record SheetText(string Vi, string En)
{
    public string In(CultureInfo reader) => reader.TwoLetterISOLanguageName == "en" ? En : Vi;
}

/// <param name="Field">JSON pointer into <see cref="EnterpriseInput"/> without its first slash.</param>
/// <param name="Computed">Written by the export, passed over by the import.</param>
internal sealed record EnterpriseColumn(string Field, SheetColumnKind Kind, int Width, bool Required, bool Computed, SheetText Heading, SheetText Help);

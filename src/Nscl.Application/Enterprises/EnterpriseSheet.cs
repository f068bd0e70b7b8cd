using System.Globalization;
using Nscl.Application.Files;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <summary>
/// The table of enterprises as people see it in Excel: one set of columns for the template, the import and the export, so that an
/// exported file can be imported. Headings and words are data: <c>enterprise-sheet.json</c>.
/// </summary>
internal static class EnterpriseSheet
{
    public const string MediaType = SheetCatalogue.MediaType;
    public const int MaxRows = 5_000;

    private static readonly SheetCatalogue Texts = SheetCatalogue.Load("enterprise-sheet.json");

    public static IReadOnlyList<SheetField> Columns => Texts.Columns;

    /// <param name="references">Gives the lists to choose from.</param>
    public static SheetLayout Template(EnterpriseReferences references, CultureInfo reader) => Texts.Template(field => ChoicesOf(field, references, reader), MaxRows, reader);

    public static SheetLayout Export(CultureInfo reader) => Texts.Export(reader);

    /// <summary>ASCII, with the business date.</summary>
    public static string ExportName(DateOnly today, CultureInfo reader) =>
        string.Create(CultureInfo.InvariantCulture, $"{Texts.ExportName.In(reader)}-{today:yyyy-MM-dd}.xlsx");

    public static string TemplateName(CultureInfo reader) => Texts.TemplateName.In(reader) + ".xlsx";

    /// <summary>The word for a code of a closed list; an unknown code stands for itself.</summary>
    public static string Word(string list, string code, CultureInfo reader) => Texts.Word(list, code, reader);

    /// <summary>The code behind a word of a closed list in either language, or behind the code itself.</summary>
    public static string? CodeOf(string list, string word) => Texts.CodeOf(list, word);

    public static string CodeOf<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        SheetCatalogue.CodeOf(value);

    private static List<string>? ChoicesOf(string field, EnterpriseReferences references, CultureInfo reader) => field switch
    {
        "organizationType" => [.. Enum.GetValues<OrganizationType>().Select(type => Word(field, CodeOf(type), reader))],
        "declaredFacts/field" => [.. Enum.GetValues<EnterpriseField>().Select(line => Word("field", CodeOf(line), reader))],
        "districtCode" => [.. references.Districts.Select(known => EnterpriseReferences.LabelOf(known, references.Districts, reader))],
        "sectorCode" => [.. references.Sectors.Select(known => EnterpriseReferences.LabelOf(known, references.Sectors, reader)), Word("sector", EnterpriseReferences.OtherSector, reader)],
        _ => null,
    };
}

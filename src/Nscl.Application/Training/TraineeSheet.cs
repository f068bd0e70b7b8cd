using System.Globalization;
using System.Text.Json;
using Nscl.Application.Enterprises;
using Nscl.Application.Files;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>
/// The list of participants as people see it in Excel: one set of columns for the template, the import and the export. Headings and words are data:
/// <c>trainee-sheet.json</c>.
/// </summary>
internal static class TraineeSheet
{
    public const int MaxRows = 1_000;
    public const string ParticipantKinds = "participantKind";
    public const string DifferentPerson = "differentPerson";
    public const string Yes = "yes";

    private static readonly SheetCatalogue Texts = SheetCatalogue.Load("trainee-sheet.json");

    public static IReadOnlyList<SheetField> Columns => Texts.Columns;

    /// <param name="references">Gives the districts to choose from.</param>
    /// <param name="audience">Kinds of participants that the course admits; empty admits all.</param>
    public static SheetLayout Template(EnterpriseReferences references, IReadOnlyList<ParticipantKind> audience, CultureInfo reader) => Texts.Template(
        field => field switch
        {
            "participantKind" => [.. (audience.Count > 0 ? audience : Enum.GetValues<ParticipantKind>()).Select(kind => Word(ParticipantKinds, kind, reader))],
            "districtCode" => [.. references.Districts.Select(known => EnterpriseReferences.LabelOf(known, references.Districts, reader))],
            "isDifferentPerson" => [YesWord(reader)],
            _ => null,
        },
        MaxRows,
        reader);

    public static SheetLayout Export(CultureInfo reader) => Texts.Export(reader);

    /// <summary>ASCII, with the code of the course.</summary>
    public static string ExportName(string courseCode, CultureInfo reader) => $"{Texts.ExportName.In(reader)}-{courseCode}.xlsx";

    public static string TemplateName(CultureInfo reader) => Texts.TemplateName.In(reader) + ".xlsx";

    public static string Word<TEnum>(string list, TEnum value, CultureInfo reader)
        where TEnum : struct, Enum =>
        Texts.Word(list, JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), reader);

    public static string YesWord(CultureInfo reader) => Texts.Word(DifferentPerson, Yes, reader);

    public static string? CodeOf(string list, string word) => Texts.CodeOf(list, word);
}

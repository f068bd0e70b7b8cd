using Nscl.Api.Common;
using Nscl.Application.Enterprises;
using Nscl.Application.Files;

namespace Nscl.Api.Enterprises;

/// <summary>What an import of a file would do. With a fault it would register nothing.</summary>
/// <param name="RowCount">Rows of data.</param>
/// <param name="NewCount">Rows that would be registered if there were no fault.</param>
/// <param name="AlreadyRegisteredCount">Rows that would be left out: the register holds their tax codes.</param>
/// <param name="FaultCount">All faults, also those beyond the 1,000 that are listed.</param>
/// <param name="WarningCount">All warnings, also those beyond the 1,000 that are listed.</param>
public sealed record EnterpriseImportCheck(
    int RowCount,
    int NewCount,
    int AlreadyRegisteredCount,
    int FaultCount,
    int WarningCount,
    IReadOnlyList<ImportFinding> Faults,
    IReadOnlyList<ImportFinding> Warnings)
{
    internal static EnterpriseImportCheck Of(EnterpriseImportReport report) => new(
        report.RowCount,
        report.NewCount,
        report.AlreadyRegisteredCount,
        report.FaultCount,
        report.WarningCount,
        [.. report.Faults.Select(ImportFinding.Of)],
        [.. report.Warnings.Select(ImportFinding.Of)]);
}

/// <param name="Row">As Excel shows it at the left edge; 0 for the sheet as a whole.</param>
/// <param name="Column">The heading as it stands in the sheet.</param>
/// <param name="Cell">As in <c>B7</c>.</param>
/// <param name="Code">Stable code of the problem catalogue.</param>
/// <param name="TextVi">What is wrong and what to do, in Vietnamese.</param>
/// <param name="TextEn">The same in English.</param>
public sealed record ImportFinding(int Row, string? Column, string? Cell, string Code, IReadOnlyDictionary<string, object?> Args, string TextVi, string TextEn)
{
    internal static ImportFinding Of(SheetFinding finding)
    {
        var entry = ProblemCatalogue.Find(finding.Code)!;
        return new ImportFinding(
            finding.Row,
            finding.Column,
            finding.Cell,
            finding.Code,
            finding.Args,
            Problems.Fill($"{entry.TitleVi}. {entry.DetailVi}", finding.Args),
            Problems.Fill($"{entry.TitleEn}. {entry.DetailEn}", finding.Args));
    }
}

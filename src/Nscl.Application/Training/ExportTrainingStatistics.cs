using System.Globalization;
using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enterprises;
using Nscl.Application.Files;

namespace Nscl.Application.Training;

/// <summary>The figures as a workbook; nobody is named in it.</summary>
/// <param name="Reader">Language of headings and words.</param>
public sealed record ExportTrainingStatisticsQuery(TrainingPeriod Filter, TrainingBreakdown By, CultureInfo Reader) : IQuery<DownloadedFile>;

internal sealed class ExportTrainingStatisticsValidator : AbstractValidator<ExportTrainingStatisticsQuery>
{
    public ExportTrainingStatisticsValidator() => RuleFor(static query => query.Filter).SetValidator(new TrainingPeriodValidator());
}

internal sealed class ExportTrainingStatisticsHandler(ISender sender, ISpreadsheets spreadsheets, IBusinessClock clock) : IQueryHandler<ExportTrainingStatisticsQuery, DownloadedFile>
{
    private static readonly SheetCatalogue Texts = SheetCatalogue.Load("training-statistics-sheet.json");

    public async ValueTask<DownloadedFile> Handle(ExportTrainingStatisticsQuery query, CancellationToken cancellationToken)
    {
        var reader = query.Reader;
        var statistics = await sender.Send(new GetTrainingStatisticsQuery(query.Filter, query.By), cancellationToken);
        var note = statistics.IllustrativeCourses > 0 ? Texts.Word("note", "illustrative", reader) : null;
        var rows = statistics.Rows.Select(row => Values(NameOf(row, reader), row.Figures, note)).Append(Values(Texts.Word("total", "all", reader), statistics.Total, note));
        var content = await spreadsheets.WriteAsync(Texts.Export(reader), rows.ToAsyncEnumerable(), cancellationToken);
        return new DownloadedFile(string.Create(CultureInfo.InvariantCulture, $"{Texts.ExportName.In(reader)}-{clock.Today:yyyy-MM-dd}.xlsx"), SheetCatalogue.MediaType, content);
    }

    private static string NameOf(TrainingBreakdownRow row, CultureInfo reader) =>
        (reader.TwoLetterISOLanguageName == "en" ? row.NameEn : row.NameVi)
        ?? (row.Key.Length == 0 ? Texts.Word("name", "none", reader) : Texts.Word("kind", row.Key, reader));

    private static IReadOnlyList<object?> Values(string name, TrainingFigures figures, string? note) =>
        [name, (long)figures.Courses, (long)figures.Turns, (long)figures.Attended, (long)figures.RecordedWithoutAttendance, (long)figures.Persons, note];
}

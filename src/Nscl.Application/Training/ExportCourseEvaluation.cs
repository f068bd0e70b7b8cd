using System.Globalization;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enterprises;
using Nscl.Application.Files;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>What the answers say together as a workbook; nobody is named in it, and what the screen hides it hides too.</summary>
/// <param name="Reader">Language of headings and words.</param>
public sealed record ExportCourseEvaluationQuery(Guid CourseId, CultureInfo Reader) : IQuery<DownloadedFile>;

internal sealed class ExportCourseEvaluationHandler(INsclDb db, IBusinessClock clock, ISpreadsheets spreadsheets, CourseEvaluationDescriber describer) : IQueryHandler<ExportCourseEvaluationQuery, DownloadedFile>
{
    private static readonly SheetCatalogue Texts = SheetCatalogue.Load("evaluation-sheet.json");

    public async ValueTask<DownloadedFile> Handle(ExportCourseEvaluationQuery query, CancellationToken cancellationToken)
    {
        var (course, evaluation) = await describer.LoadAsync(query.CourseId, cancellationToken);
        var form = evaluation?.Form ?? EvaluationForms.Latest;
        var results = evaluation is null ? new EvaluationResults(EvaluationSummary.Of(form, []), 0, null) : evaluation.Results(await db.ReadBoxAsync(evaluation.Id, cancellationToken), clock.Today);
        var attended = await db.CountAttendedAsync(course.Id, cancellationToken);
        var content = await spreadsheets.WriteAsync(Texts.Export(query.Reader), RowsOf(form, results, attended, query.Reader).ToAsyncEnumerable(), cancellationToken);
        return new DownloadedFile($"{Texts.ExportName.In(query.Reader)}-{course.Code}.xlsx", SheetCatalogue.MediaType, content);
    }

    private static IEnumerable<IReadOnlyList<object?>> RowsOf(EvaluationForm form, EvaluationResults results, int attended, CultureInfo reader)
    {
        var (summary, hidden) = (results.Summary, Texts.Word("note", "hidden", reader));
        yield return [Texts.Word("total", "attended", reader), (long)attended, null, null, null, null, null, null, null];
        yield return [Texts.Word("total", "answered", reader), (long)results.Received, null, null, null, null, null, null, results.Hold is { } hold ? Texts.Word("hold", DomainJson.NameOf(hold), reader) : null];
        foreach (var rating in summary.Ratings)
        {
            var spread = rating.Distribution?.Select(static people => (object?)(long)people) ?? Enumerable.Repeat<object?>(null, EvaluationAnswer.HighestRating);
            yield return [TextOf(form, rating.Question, reader), (long)rating.Count, Average(rating.Average, reader), .. spread, rating.IsHidden ? hidden : null];
        }

        foreach (var (question, texts) in summary.Texts)
        {
            foreach (var text in texts)
            {
                yield return [TextOf(form, question, reader), null, null, null, null, null, null, null, text];
            }
        }
    }

    private static string TextOf(EvaluationForm form, string code, CultureInfo reader)
    {
        var question = form.Questions.First(known => known.Code == code);
        return reader.TwoLetterISOLanguageName == "en" ? question.TextEn : question.TextVi;
    }

    /// <summary>As the reader writes it: 4,25 or 4.25.</summary>
    private static string? Average(int? hundredths, CultureInfo reader) => hundredths is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{value / 100}{(reader.TwoLetterISOLanguageName == "en" ? '.' : ',')}{value % 100:D2}")
        : null;
}

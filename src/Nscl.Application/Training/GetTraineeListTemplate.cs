using System.Globalization;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enterprises;
using Nscl.Application.Files;

namespace Nscl.Application.Training;

/// <param name="Reader">Language of headings, guide and lists; an import takes either.</param>
public sealed record GetTraineeListTemplateQuery(Guid CourseId, CultureInfo Reader) : IQuery<DownloadedFile>;

internal sealed class GetTraineeListTemplateHandler(INsclDb db, ISpreadsheets spreadsheets, ICurrentUser current, IBusinessClock clock)
    : IQueryHandler<GetTraineeListTemplateQuery, DownloadedFile>
{
    public async ValueTask<DownloadedFile> Handle(GetTraineeListTemplateQuery query, CancellationToken cancellationToken)
    {
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        var references = await EnterpriseReferences.ReadAsync(db, current.User, clock.Today, cancellationToken);
        var content = await spreadsheets.WriteAsync(TraineeSheet.Template(references, course.Audience, query.Reader), AsyncEnumerable.Empty<IReadOnlyList<object?>>(), cancellationToken);
        return new DownloadedFile(TraineeSheet.TemplateName(query.Reader), SheetCatalogue.MediaType, content);
    }
}

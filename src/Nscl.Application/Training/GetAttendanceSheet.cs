using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The sheet that is signed in the room, as PDF.</summary>
public sealed record GetAttendanceSheetQuery(Guid CourseId, Guid SessionId) : IQuery<PrintedPaper>;

public sealed record PrintedPaper(byte[] Content, string FileName);

internal sealed class GetAttendanceSheetHandler(INsclDb db, ITrainingPapers papers) : IQueryHandler<GetAttendanceSheetQuery, PrintedPaper>
{
    public async ValueTask<PrintedPaper> Handle(GetAttendanceSheetQuery query, CancellationToken cancellationToken)
    {
        var (course, session) = await db.LoadSessionAsync(query.CourseId, query.SessionId, cancellationToken);
        var people = await db.CourseRegistrations.AsNoTracking().Where(row => row.CourseId == course.Id && row.Status == RegistrationStatus.Registered)
            .OrderBy(static row => row.QueueNumber).Select(static row => new AttendanceSheetRow(row.FullName, row.OrganizationName, row.PersonalCode)).ToListAsync(cancellationToken);
        var (_, template) = await db.TemplateInForceAsync(papers, course.Province, cancellationToken);
        var sheet = new AttendanceSheet([template.ParentBody, template.Issuer], course.Title, course.Code, session.Title, session.Date, session.StartsAt, session.EndsAt, session.Room ?? course.Venue, people);
        return new PrintedPaper(papers.AttendanceSheet(sheet), FormattableString.Invariant($"{course.Code}-{session.Date:yyyyMMdd}.pdf"));
    }
}

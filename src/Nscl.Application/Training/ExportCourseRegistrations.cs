using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enterprises;
using Nscl.Application.Files;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>
/// Everybody who registered for a course as a workbook, in the order of arrival. A command: that personal data left the system goes into the audit trail.
/// </summary>
/// <param name="Reader">Language of headings and words.</param>
public sealed record ExportCourseRegistrationsCommand(Guid CourseId, CultureInfo Reader) : ICommand<DownloadedFile>;

internal sealed class ExportCourseRegistrationsHandler(INsclDb db, ISpreadsheets spreadsheets, ICurrentUser current, IBusinessClock clock)
    : ICommandHandler<ExportCourseRegistrationsCommand, DownloadedFile>
{
    /// <summary>Viet Nam keeps one time all year.</summary>
    private static readonly TimeSpan VietNam = TimeSpan.FromHours(7);
    private int _written;

    public async ValueTask<DownloadedFile> Handle(ExportCourseRegistrationsCommand command, CancellationToken cancellationToken)
    {
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == command.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        var references = await EnterpriseReferences.ReadAllAsync(db, current.User, clock.Today, cancellationToken);
        var content = await spreadsheets.WriteAsync(TraineeSheet.Export(command.Reader), RowsOf(course, references, command.Reader, cancellationToken), cancellationToken);
        db.Record("CourseRegistrationExport", course.Id, course.Province, JsonSerializer.Serialize(new
        {
            kind = "exported",
            properties = new SortedDictionary<string, string?[]>(StringComparer.Ordinal) { ["rows"] = [null, _written.ToString(CultureInfo.InvariantCulture)] },
            children = new SortedDictionary<string, int[]>(StringComparer.Ordinal),
        }));
        await db.SaveChangesAsync(cancellationToken);
        return new DownloadedFile(TraineeSheet.ExportName(course.Code, command.Reader), SheetCatalogue.MediaType, content);
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> RowsOf(Course course, EnterpriseReferences references, CultureInfo reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = db.CourseRegistrations.AsNoTracking().Where(row => row.CourseId == course.Id).OrderBy(static row => row.QueueNumber)
            .Select(row => new { Row = row, TaxCode = db.Enterprises.Where(enterprise => enterprise.Id == row.EnterpriseId).Select(static enterprise => enterprise.TaxCode).FirstOrDefault() })
            .AsAsyncEnumerable();
        await foreach (var entry in rows.WithCancellation(cancellationToken))
        {
            _written++;
            var row = entry.Row;
            yield return
            [
                row.QueueNumber,
                row.FullName,
                TraineeSheet.Word(TraineeSheet.ParticipantKinds, row.ParticipantKind, reader),
                row.OrganizationName,
                entry.TaxCode,
                row.DistrictCode is { } district ? references.DistrictLabel(district, reader) : null,
                row.Phone,
                row.Email,
                row.Homonym > 1 ? TraineeSheet.YesWord(reader) : null,
                TraineeSheet.Word("status", row.Status, reader),
                row.SeatNumber,
                TraineeSheet.Word("channel", row.Channel, reader),
                DateOnly.FromDateTime(row.RegisteredAt.ToOffset(VietNam).DateTime),
            ];
        }
    }
}

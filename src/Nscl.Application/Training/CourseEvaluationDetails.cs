using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The evaluation of a course: whether it takes answers, how to get there, and what the answers say together. It names nobody.</summary>
/// <param name="OpensByItselfOn">Day of the last session; absent without sessions.</param>
/// <param name="LastDay">Last day of answering; before opening, the one that is proposed.</param>
/// <param name="Code">For those who cannot scan; typed at <c>/evaluate</c>. Only while it is open, like the address.</param>
/// <param name="Address">What the QR code leads to.</param>
/// <param name="Qr">The QR code, row by row; <c>1</c> is dark. Without the quiet zone.</param>
/// <param name="Attended">People with a seat who were at a session at least: nobody else answers.</param>
/// <param name="OnPaper">Of the answers, those entered from paper forms.</param>
/// <param name="FewestShown">With fewer answers nothing is shown of them.</param>
/// <param name="Received">Answers that have come in; <c>summary.answered</c> says how many of them the figures hold.</param>
/// <param name="Hold">Why the figures are held back or do not hold every answer; absent where they do.</param>
/// <param name="Papers">What was typed from paper forms, oldest first; for those who may take it out.</param>
/// <param name="MayManage">The caller may open, close and enter paper forms.</param>
public sealed record CourseEvaluationDetails(
    Guid CourseId,
    string CourseTitle,
    EvaluationStatus Status,
    DateOnly? OpensByItselfOn,
    DateOnly? OpenedOn,
    DateOnly LastDay,
    string? Code,
    string? Address,
    IReadOnlyList<string>? Qr,
    EvaluationForm Form,
    int Attended,
    int OnPaper,
    int FewestShown,
    int Received,
    EvaluationHold? Hold,
    EvaluationSummary Summary,
    IReadOnlyList<EvaluationPapers> Papers,
    bool MayManage);

/// <summary>Forms that were typed in one go.</summary>
/// <param name="Count">How many.</param>
public sealed record EvaluationPapers(Guid Id, DateOnly EnteredOn, string EnteredByName, int Count);

/// <summary>Finds the evaluation of a course and tells of it.</summary>
internal sealed class CourseEvaluationDescriber(INsclDb db, ICurrentUser current, IBusinessClock clock, IQrCodes qrCodes)
{
    /// <exception cref="NotFoundException">Unknown, or of a course whose list the caller does not see whole: figures of a part would be wrong.</exception>
    public async Task<(Course Course, CourseEvaluation? Evaluation)> LoadAsync(Guid courseId, CancellationToken cancellationToken)
    {
        var course = current.User.Rows.SeesAll ? await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == courseId, cancellationToken) : null;
        return (course ?? throw new NotFoundException("course"), await db.CourseEvaluations.FirstOrDefaultAsync(row => row.CourseId == courseId, cancellationToken));
    }

    /// <param name="publicUrl">Where people reach the system, without a slash at the end.</param>
    public async Task<CourseEvaluationDetails> DescribeAsync(Course course, CourseEvaluation? evaluation, string publicUrl, CancellationToken cancellationToken)
    {
        var (user, today) = (current.User, clock.Today);
        var box = evaluation is null ? null : await db.ReadBoxAsync(evaluation.Id, cancellationToken);
        var status = evaluation?.StatusOn(today) ?? EvaluationStatus.NotOpened;
        var address = status == EvaluationStatus.Open ? $"{publicUrl}/evaluate/{evaluation!.Token}" : null;
        var form = evaluation?.Form ?? EvaluationForms.Latest;
        var results = evaluation?.Results(box, today) ?? new EvaluationResults(EvaluationSummary.Of(form, []), 0, null);
        var mayManage = user.May(Permissions.CoursesEvaluate) && course.Status is not (CourseStatus.Planned or CourseStatus.Cancelled) && today >= course.StartsOn;
        return new CourseEvaluationDetails(
            course.Id,
            course.Title,
            status,
            CourseEvaluation.OpensByItselfOn(course),
            evaluation?.OpenedOn,
            evaluation?.LastDay ?? CourseEvaluation.DefaultLastDay(course, today),
            address is null ? null : evaluation!.Code,
            address,
            address is null ? null : qrCodes.Draw(address),
            form,
            await db.CountAttendedAsync(course.Id, cancellationToken),
            evaluation?.OnPaper ?? 0,
            CourseEvaluation.FewestShown,
            results.Received,
            results.Hold,
            results.Summary,
            mayManage && box is not null ? [.. box.Papers.Select(static batch => new EvaluationPapers(batch.Id, batch.EnteredOn, batch.EnteredByName, batch.Answers.Count))] : [],
            mayManage);
    }
}

internal static class EvaluationReading
{
    /// <summary>One at a time for each course: whoever answers, and whoever opens, closes or enters paper forms.</summary>
    public static Task LockEvaluationAsync(this INsclDb db, Guid courseId, CancellationToken cancellationToken) => db.LockAsync("evaluation:" + courseId, cancellationToken);

    public static IQueryable<CourseRegistration> AttendedOf(this INsclDb db, Guid courseId) =>
        db.CourseRegistrations.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking().Where(row => row.CourseId == courseId && row.Status == RegistrationStatus.Registered
            && db.CourseAttendances.Any(attendance => attendance.RegistrationId == row.Id && attendance.IsPresent));

    public static Task<int> CountAttendedAsync(this INsclDb db, Guid courseId, CancellationToken cancellationToken) => db.AttendedOf(courseId).CountAsync(cancellationToken);

    /// <summary>The answers to read; null before the first.</summary>
    public static Task<EvaluationBox?> ReadBoxAsync(this INsclDb db, Guid evaluationId, CancellationToken cancellationToken) =>
        db.Set<EvaluationBox>().AsNoTracking().FirstOrDefaultAsync(box => box.EvaluationId == evaluationId, cancellationToken);

    /// <summary>Where the answers lie; made with the first.</summary>
    public static async Task<EvaluationBox> BoxOfAsync(this INsclDb db, CourseEvaluation evaluation, CancellationToken cancellationToken)
    {
        var box = await db.Set<EvaluationBox>().FirstOrDefaultAsync(row => row.EvaluationId == evaluation.Id, cancellationToken);
        if (box is null)
        {
            db.Set<EvaluationBox>().Add(box = new EvaluationBox(evaluation));
        }

        return box;
    }
}

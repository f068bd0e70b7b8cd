using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The certificates of a course, and how things stand with issuing them.</summary>
/// <param name="Issued">Certificates that are good, of those whom the caller sees.</param>
/// <param name="Ready">People who completed the course and have none.</param>
/// <param name="CanIssue">The caller may issue certificates of this course now.</param>
/// <param name="Blocked">Why the caller, who otherwise may, cannot issue any now.</param>
/// <param name="RunningBatchId">A batch that is being worked off.</param>
public sealed record TrainingCertificateList(
    IReadOnlyList<TrainingCertificateDetails> Items,
    int Issued,
    int Ready,
    bool CanIssue,
    BlockedIssue? Blocked,
    Guid? RunningBatchId);

/// <param name="Code">A code of the problem catalogue.</param>
public sealed record BlockedIssue(string Code, IReadOnlyDictionary<string, object?> Args);

/// <summary>Whole: a course has no more certificates than seats, revoked ones beside.</summary>
public sealed record ListTrainingCertificatesQuery(Guid CourseId) : IQuery<TrainingCertificateList>;

internal sealed class ListTrainingCertificatesValidator : AbstractValidator<ListTrainingCertificatesQuery>
{
    public ListTrainingCertificatesValidator() => RuleFor(static query => query.CourseId).NotEmpty();
}

internal sealed class ListTrainingCertificatesHandler(INsclDb db, ICurrentUser current) : IQueryHandler<ListTrainingCertificatesQuery, TrainingCertificateList>
{
    public async ValueTask<TrainingCertificateList> Handle(ListTrainingCertificatesQuery query, CancellationToken cancellationToken)
    {
        var user = current.User;
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        var certificates = await db.TrainingCertificates.AsNoTracking().Where(row => row.CourseId == course.Id).OrderBy(static row => row.Number).ToListAsync(cancellationToken);
        var items = certificates.ConvertAll(certificate => certificate.Described(user));
        var having = certificates.Where(static row => row.Status == TrainingCertificateStatus.Issued).Select(static row => row.RegistrationId).ToHashSet();
        if (!user.May(Permissions.CoursesIssueCertificates))
        {
            return new TrainingCertificateList(items, having.Count, 0, CanIssue: false, Blocked: null, RunningBatchId: null);
        }

        var held = (await db.RecordedSessionsAsync(course.Id, cancellationToken)).Count;
        var attended = await db.AttendedAsync(course.Id, cancellationToken);
        var registered = await db.CourseRegistrations.AsNoTracking().Where(row => row.CourseId == course.Id && row.Status == RegistrationStatus.Registered).Select(static row => row.Id).ToListAsync(cancellationToken);
        var ready = registered.Count(id => !having.Contains(id) && CourseCompletion.Of(attended.GetValueOrDefault(id), held, course.AttendanceMinimumInForce).Outcome == CompletionOutcome.Completed);
        var running = await db.CertificateBatches.AsNoTracking().Where(row => row.CourseId == course.Id && row.State == CertificateBatchState.Running)
            .OrderByDescending(static row => row.Id).Select(static row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
        var blocked = BlockedBy(course, held, ready);
        return new TrainingCertificateList(items, having.Count, ready, blocked is null, blocked, running);
    }

    private static BlockedIssue? BlockedBy(Course course, int held, int ready)
    {
        try
        {
            CertificateBatch.RequireIssuable(course, held);
            return ready == 0 ? Of(CertificateRules.NobodyToIssue()) : null;
        }
        catch (RuleViolationException refusal)
        {
            return Of(refusal);
        }

        static BlockedIssue Of(RuleViolationException refusal) => new(refusal.Code, refusal.Args);
    }
}

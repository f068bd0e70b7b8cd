using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The certificates of a course, and how things stand with issuing them.</summary>
/// <param name="NextCursor">Where the next page begins; absent on the last one.</param>
/// <param name="Issued">Certificates that are good, of those whom the caller sees.</param>
/// <param name="Ready">People who completed the course and have none.</param>
/// <param name="CanIssue">The caller may issue certificates of this course now.</param>
/// <param name="Blocked">Why the caller, who otherwise may, cannot issue any now.</param>
/// <param name="RunningBatchId">A batch that is being worked off.</param>
public sealed record TrainingCertificateList(
    IReadOnlyList<TrainingCertificateDetails> Items,
    string? NextCursor,
    int Issued,
    int Ready,
    bool CanIssue,
    BlockedIssue? Blocked,
    Guid? RunningBatchId);

/// <param name="Code">A code of the problem catalogue.</param>
public sealed record BlockedIssue(string Code, IReadOnlyDictionary<string, object?> Args);

public sealed record ListTrainingCertificatesQuery(Guid CourseId, PageRequest Page) : IQuery<TrainingCertificateList>;

internal sealed class ListTrainingCertificatesValidator : AbstractValidator<ListTrainingCertificatesQuery>
{
    public ListTrainingCertificatesValidator() => this.RulesForPaging(static query => query.Page);
}

internal sealed class ListTrainingCertificatesHandler(INsclDb db, ICurrentUser current, ICursorCodec cursors) : IQueryHandler<ListTrainingCertificatesQuery, TrainingCertificateList>
{
    private static readonly Keyset<TrainingCertificate> Sorts = new Keyset<TrainingCertificate>(static row => row.Id, "number")
        .By("number", static row => row.Number, static text => text);

    public async ValueTask<TrainingCertificateList> Handle(ListTrainingCertificatesQuery query, CancellationToken cancellationToken)
    {
        var user = current.User;
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        var certificates = db.TrainingCertificates.AsNoTracking().Where(row => row.CourseId == course.Id);
        var page = await Sorts.PageAsync(certificates, query.Page, course.Id.ToString(), cursors, static row => row, cancellationToken);
        var items = page.Items.Select(certificate => certificate.Described(user)).ToList();
        var having = (await certificates.Where(static row => row.Status == TrainingCertificateStatus.Issued).Select(static row => row.RegistrationId).ToListAsync(cancellationToken)).ToHashSet();
        if (!user.May(Permissions.CoursesIssueCertificates))
        {
            return new TrainingCertificateList(items, page.NextCursor, having.Count, 0, CanIssue: false, Blocked: null, RunningBatchId: null);
        }

        var held = (await db.RecordedSessionsAsync(course.Id, cancellationToken)).Count;
        var attended = await db.AttendedAsync(course.Id, cancellationToken);
        var registered = await db.CourseRegistrations.AsNoTracking().Where(row => row.CourseId == course.Id && row.Status == RegistrationStatus.Registered).Select(static row => row.Id).ToListAsync(cancellationToken);
        var ready = registered.Count(id => !having.Contains(id) && CourseCompletion.Of(attended.GetValueOrDefault(id), held, course.AttendanceMinimumInForce).Outcome == CompletionOutcome.Completed);
        var running = await db.CertificateBatches.AsNoTracking().Where(row => row.CourseId == course.Id && row.State == CertificateBatchState.Running)
            .OrderByDescending(static row => row.Id).Select(static row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
        var blocked = BlockedBy(course, held, ready);
        return new TrainingCertificateList(items, page.NextCursor, having.Count, ready, blocked is null, blocked, running);
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

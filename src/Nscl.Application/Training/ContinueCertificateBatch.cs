using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Issues the next few certificates of a batch, in one transaction. Carried out by the system in the name of whoever asked for the batch.</summary>
/// <returns>Whether something is left to do.</returns>
public sealed record ContinueCertificateBatchCommand(Guid BatchId) : ICommand<bool>;

internal sealed class ContinueCertificateBatchValidator : AbstractValidator<ContinueCertificateBatchCommand>
{
    public ContinueCertificateBatchValidator() => RuleFor(static command => command.BatchId).NotEmpty();
}

/// <summary>
/// The batch is locked, so that two nodes never do the same step; the people are locked, so that neither another batch nor a correction of the
/// attendance comes between. The unique index on certificates holds it once more.
/// </summary>
internal sealed class ContinueCertificateBatchHandler(INsclDb db, IBusinessClock clock, IFileStore files, ITrainingPapers papers) : ICommandHandler<ContinueCertificateBatchCommand, bool>
{
    private const int StepSize = 20;
    private const string Series = "trainingCertificate";
    private const long MaxBytes = 5 * 1024 * 1024;

    public async ValueTask<bool> Handle(ContinueCertificateBatchCommand command, CancellationToken cancellationToken)
    {
        await db.LockAsync<CertificateBatch>(command.BatchId, cancellationToken);
        var batch = await db.CertificateBatches.FirstOrDefaultAsync(row => row.Id == command.BatchId, cancellationToken);
        if (batch?.NextUp(StepSize) is not { Count: > 0 } ids)
        {
            return false;
        }

        await db.LockSharedAsync<Course>(batch.CourseId, cancellationToken);
        await db.LockAsync<CourseRegistration>(ids, cancellationToken);
        var course = await db.Courses.AsNoTracking().FirstAsync(row => row.Id == batch.CourseId, cancellationToken);
        var people = await db.CourseRegistrations.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, cancellationToken);
        var having = await db.TrainingCertificates.AsNoTracking().Where(row => ids.Contains(row.RegistrationId) && row.Status == TrainingCertificateStatus.Issued)
            .Select(static row => row.RegistrationId).ToHashSetAsync(cancellationToken);
        var attended = await db.AttendedAsync(course.Id, cancellationToken);
        var held = (await db.RecordedSessionsAsync(course.Id, cancellationToken)).Count;
        var (version, template) = await db.TemplateInForceAsync(papers, course.Province, cancellationToken);
        var (issued, skipped) = (0, new List<SkippedCertificate>());
        foreach (var id in ids)
        {
            var (person, completion) = (people[id], CourseCompletion.Of(attended.GetValueOrDefault(id), held, course.AttendanceMinimumInForce));
            if (TrainingCertificate.RefusalFor(person, completion, having.Contains(id)) is { } refusal)
            {
                skipped.Add(new SkippedCertificate(id, refusal.Code));
                continue;
            }

            var number = await db.NextNumberAsync(Series, course.Province, batch.IssuedOn.Year, cancellationToken);
            var facts = CertificateFacts.Of(course, person, completion, version, template, batch.PublicUrl + "/verify");
            var certificate = TrainingCertificate.Issue(person, number, facts, batch.Act);
            using var paper = new MemoryStream(papers.Certificate(facts, certificate.Number, certificate.VerificationCode, certificate.IssuedOn));
            certificate.Attach((await files.SaveAsync(paper, certificate.Number + ".pdf", MaxBytes, cancellationToken)).Sha256);
            db.TrainingCertificates.Add(certificate);
            issued++;
        }

        batch.Advance(issued, skipped, clock.Now);
        await db.SaveChangesAsync(cancellationToken);
        return batch.State == CertificateBatchState.Running;
    }
}

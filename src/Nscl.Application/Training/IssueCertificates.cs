using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Who gets a certificate.</summary>
/// <param name="RegistrationIds">Left out, everybody who completed the course and has none.</param>
public sealed record IssueCertificatesRequest(IReadOnlyList<Guid>? RegistrationIds = null);

/// <param name="PublicUrl">Where the certificates are checked.</param>
public sealed record IssueCertificatesCommand(Guid CourseId, IssueCertificatesRequest Body, string PublicUrl) : ICommand<CertificateBatchDetails>;

/// <summary>Tells whoever works off batches that there is one.</summary>
public interface ICertificateIssuing
{
    void Wake();
}

internal sealed class IssueCertificatesValidator : AbstractValidator<IssueCertificatesCommand>
{
    public IssueCertificatesValidator() =>
        RuleFor(static command => command.Body.RegistrationIds!.Count).InclusiveBetween(1, Course.MaxSeats).OverridePropertyName("RegistrationIds").When(static command => command.Body.RegistrationIds is not null);
}

/// <summary>Begins a batch; the certificates follow in the background. Who does not qualify is named, and then nothing begins.</summary>
internal sealed class IssueCertificatesHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, ICertificateIssuing issuing) : ICommandHandler<IssueCertificatesCommand, CertificateBatchDetails>
{
    public async ValueTask<CertificateBatchDetails> Handle(IssueCertificatesCommand command, CancellationToken cancellationToken)
    {
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == command.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        var held = (await db.RecordedSessionsAsync(course.Id, cancellationToken)).Count;
        CertificateBatch.RequireIssuable(course, held);
        var attended = await db.AttendedAsync(course.Id, cancellationToken);
        var having = await db.TrainingCertificates.AsNoTracking().Where(row => row.CourseId == course.Id && row.Status == TrainingCertificateStatus.Issued)
            .Select(static row => row.RegistrationId).ToHashSetAsync(cancellationToken);
        var people = await db.CourseRegistrations.AsNoTracking().Where(row => row.CourseId == course.Id).OrderBy(static row => row.QueueNumber).ToListAsync(cancellationToken);
        var chosen = command.Body.RegistrationIds is { } asked
            ? Chosen(asked, people.ToDictionary(static person => person.Id), person => RefusalFor(person)?.Code)
            : [.. people.Where(person => RefusalFor(person) is null).Select(static person => person.Id)];
        var batch = CertificateBatch.Start(course, chosen, held, command.PublicUrl, current.User.CourseActOf(clock));
        db.CertificateBatches.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        issuing.Wake();
        return CertificateBatchDetails.Of(batch);

        Domain.Common.RuleViolationException? RefusalFor(CourseRegistration person) => TrainingCertificate.RefusalFor(
            person, CourseCompletion.Of(attended.GetValueOrDefault(person.Id), held, course.AttendanceMinimumInForce), having.Contains(person.Id));
    }

    private static List<Guid> Chosen(IReadOnlyList<Guid> asked, Dictionary<Guid, CourseRegistration> people, Func<CourseRegistration, string?> refusalOf)
    {
        var errors = new List<InputError>();
        for (var i = 0; i < asked.Count; i++)
        {
            var code = !people.TryGetValue(asked[i], out var person) ? AttendanceRules.NotOnListCode : refusalOf(person);
            if (code is not null)
            {
                errors.Add(new InputError($"/registrationIds/{i}", code, "The person does not qualify."));
            }
        }

        return errors.Count == 0 ? [.. asked.Distinct()] : throw new InvalidInputException(errors);
    }
}

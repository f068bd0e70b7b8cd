using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Somebody to be put on the list. Who sends the request need not be the person.</summary>
/// <param name="OrganizationName">The enterprise, cooperative, agency … that the person comes from; left out, the name of <c>enterpriseId</c>.</param>
/// <param name="EnterpriseId">Where it is on record. An enterprise's own people may leave it out.</param>
/// <param name="Phone">Officers may leave both out: not everybody has a telephone.</param>
/// <param name="Channel">How the registration came in; left out, <c>enterprise</c> for an enterprise's own people and <c>officer</c> for officers.</param>
/// <param name="IsDifferentPerson">Says that this is another person than the one of the same name and organization on the list.</param>
/// <param name="NoticeVersion">The wording of the privacy notice that was shown; refused where it is not the current one.</param>
public sealed record RegisterForCourseRequest(
    string FullName,
    ParticipantKind ParticipantKind,
    string? OrganizationName = null,
    Guid? EnterpriseId = null,
    string? DistrictCode = null,
    string? Phone = null,
    string? Email = null,
    RegistrationChannel? Channel = null,
    bool? IsDifferentPerson = null,
    int? NoticeVersion = null);

public sealed record RegisterForCourseCommand(Guid CourseId, RegisterForCourseRequest Body) : ICommand<Versioned<CourseRegistrationDetails>>;

internal sealed class RegisterForCourseValidator : AbstractValidator<RegisterForCourseCommand>
{
    public RegisterForCourseValidator() => RuleFor(static command => command.Body).SetValidator(new RegisterForCourseRequestValidator());
}

internal sealed class RegisterForCourseRequestValidator : AbstractValidator<RegisterForCourseRequest>
{
    public RegisterForCourseRequestValidator()
    {
        RuleFor(static request => request.FullName).NotEmpty().MaximumLength(CourseRegistration.FullNameMaxLength);
        RuleFor(static request => request.OrganizationName).MaximumLength(CourseRegistration.OrganizationNameMaxLength);
        RuleFor(static request => request.DistrictCode).MaximumLength(Course.DistrictCodeMaxLength);
        RuleFor(static request => request.Phone).MaximumLength(CourseRegistration.PhoneMaxLength).Matches(@"^[0-9 ().+\-]*$");
        RuleFor(static request => request.Email).MaximumLength(CourseRegistration.EmailMaxLength).EmailAddress().When(static request => !string.IsNullOrWhiteSpace(request.Email));
    }
}

/// <summary>
/// A seat, a place in the line or a no. The course is locked, so that of a thousand who register at once exactly as many get a seat as
/// there are seats; the course itself is not written.
/// </summary>
internal sealed class RegisterForCourseHandler(INsclDb db, ICurrentUser current, CourseAdmission admission, CourseRegistrationDescriber describer)
    : ICommandHandler<RegisterForCourseCommand, Versioned<CourseRegistrationDetails>>
{
    public async ValueTask<Versioned<CourseRegistrationDetails>> Handle(RegisterForCourseCommand command, CancellationToken cancellationToken)
    {
        var asked = command.Body;
        var channel = ChannelOf(asked.Channel);
        var trainee = Trainee.From(await EntryOfAsync(asked, cancellationToken), channel);
        var course = await admission.LockAsync(command.CourseId, trainee, cancellationToken);
        var admitted = await admission.AdmitAsync(course, trainee, channel, new AdmissionAnswers(asked.NoticeVersion, asked.IsDifferentPerson == true), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return describer.Describe(admitted.Registration, course, admitted.Position);
    }

    /// <summary>An enterprise's own people come for it or for themselves; the rest is how officers take registrations.</summary>
    private RegistrationChannel ChannelOf(RegistrationChannel? asked)
    {
        var isEnterprise = current.User.Rows is { SeesAll: false, EnterpriseIds.Count: > 0 };
        return isEnterprise && asked is RegistrationChannel.Officer or RegistrationChannel.Paper or RegistrationChannel.List
            ? throw CourseRegistrationRules.ChannelForOffice()
            : asked ?? (isEnterprise ? RegistrationChannel.Enterprise : RegistrationChannel.Officer);
    }

    private async Task<TraineeEntry> EntryOfAsync(RegisterForCourseRequest asked, CancellationToken cancellationToken)
    {
        // Who acts for one enterprise means that one.
        var enterpriseId = asked.EnterpriseId
            ?? (asked.ParticipantKind != ParticipantKind.CivilServant && current.User.Rows is { SeesAll: false, EnterpriseIds: [var own] } ? own : null);
        var name = asked.OrganizationName;
        if (enterpriseId is not null)
        {
            var known = await db.Enterprises.AsNoTracking().Where(row => row.Id == enterpriseId).Select(static row => row.Name).FirstOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("enterprise");
            name = string.IsNullOrWhiteSpace(name) && asked.ParticipantKind != ParticipantKind.CivilServant ? known : name;
        }

        return new TraineeEntry(asked.FullName, asked.ParticipantKind, name, enterpriseId, asked.DistrictCode, asked.Phone, asked.Email);
    }
}

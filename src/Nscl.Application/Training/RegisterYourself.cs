using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enterprises;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Somebody who registers himself on the public page.</summary>
/// <param name="OrganizationName">The enterprise, cooperative, agency … that the person comes from.</param>
/// <param name="DistrictCode">Administrative unit where the person comes from; may be left out.</param>
/// <param name="Phone">A telephone number or an e-mail address is needed, so that the person can be told of a seat.</param>
/// <param name="NoticeVersion">The wording of the privacy notice that was shown; 0 where the course has none.</param>
/// <param name="AcceptsNotice">The person has ticked the privacy notice; refused without where the course has one.</param>
/// <param name="IsDifferentPerson">Says that this is another person than the one of the same name and organization on the list.</param>
public sealed record RegisterYourselfRequest(
    string FullName,
    ParticipantKind ParticipantKind,
    string OrganizationName,
    int NoticeVersion,
    bool AcceptsNotice,
    string? DistrictCode = null,
    string? Phone = null,
    string? Email = null,
    bool? IsDifferentPerson = null);

/// <summary>What somebody gets who has registered himself.</summary>
/// <param name="Secret">Of the personal link <c>/register/{secret}</c>, told this once: with it the registration is looked at, confirmed and cancelled.</param>
public sealed record SelfRegistrationReceipt(string Secret, OwnRegistration Registration);

public sealed record RegisterYourselfCommand(Guid CourseId, RegisterYourselfRequest Body) : ICommand<Versioned<SelfRegistrationReceipt>>;

internal sealed class RegisterYourselfValidator : AbstractValidator<RegisterYourselfCommand>
{
    public RegisterYourselfValidator()
    {
        RuleFor(static command => command.Body.FullName).NotEmpty().MaximumLength(CourseRegistration.FullNameMaxLength);
        RuleFor(static command => command.Body.OrganizationName).NotEmpty().MaximumLength(CourseRegistration.OrganizationNameMaxLength);
        RuleFor(static command => command.Body.DistrictCode).MaximumLength(Course.DistrictCodeMaxLength);
        RuleFor(static command => command.Body.Phone).MaximumLength(CourseRegistration.PhoneMaxLength).Matches(@"^[0-9 ().+\-]*$");
        RuleFor(static command => command.Body.Email).MaximumLength(CourseRegistration.EmailMaxLength).EmailAddress().When(static command => !string.IsNullOrWhiteSpace(command.Body.Email));
    }
}

/// <summary>The same seats, line and rules as for everybody (<see cref="CourseAdmission"/>), and more of them: nobody hoards, and nobody learns who else is on the list.</summary>
internal sealed class RegisterYourselfHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseAdmission admission, OwnRegistrationDescriber describer)
    : ICommandHandler<RegisterYourselfCommand, Versioned<SelfRegistrationReceipt>>
{
    private const RegistrationChannel Channel = RegistrationChannel.Self;

    public async ValueTask<Versioned<SelfRegistrationReceipt>> Handle(RegisterYourselfCommand command, CancellationToken cancellationToken)
    {
        var asked = command.Body;
        await RequireDistrictAsync(asked.DistrictCode, cancellationToken);
        var trainee = Trainee.From(new TraineeEntry(asked.FullName, asked.ParticipantKind, asked.OrganizationName, null, asked.DistrictCode, asked.Phone, asked.Email), Channel);
        var course = await admission.LockAsync(command.CourseId, trainee, cancellationToken);
        if (course.NoticeText is not null && !asked.AcceptsNotice)
        {
            throw CourseRegistrationRules.NoticeNotAccepted();
        }

        await RequireNoHoardingAsync(course, trainee, cancellationToken);
        var admitted = await AdmitAsync(course, trainee, asked, cancellationToken);
        var (secret, hash) = SecretLink.Create();
        admitted.Registration.HandOver(hash);
        await db.SaveChangesAsync(cancellationToken);
        var own = describer.Describe(admitted.Registration, course, admitted.Position);
        return new Versioned<SelfRegistrationReceipt>(new SelfRegistrationReceipt(secret, own.Value), own.Version);
    }

    private async Task<Admitted> AdmitAsync(Course course, Trainee trainee, RegisterYourselfRequest asked, CancellationToken cancellationToken)
    {
        try
        {
            return await admission.AdmitAsync(course, trainee, Channel, new AdmissionAnswers(asked.NoticeVersion, asked.IsDifferentPerson == true), cancellationToken);
        }
        catch (RuleViolationException refusal) when (CourseRegistrationRules.NamesAPlace(refusal))
        {
            throw CourseRegistrationRules.ForThePublic(refusal);
        }
    }

    private async Task RequireDistrictAsync(string? code, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(code) && !(await EnterpriseReferences.ReadAsync(db, current.User, clock.Today, cancellationToken)).HasDistrict(code))
        {
            throw new InvalidInputException([CourseReferences.UnknownDistrict(code)]);
        }
    }

    /// <summary>Under the lock of the course, so that a thousand requests at once come to the same limit (S47).</summary>
    private async Task RequireNoHoardingAsync(Course course, Trainee trainee, CancellationToken cancellationToken)
    {
        var (phone, email) = (PersonNames.PhoneKey(trainee.Entry.Phone), PersonNames.EmailKey(trainee.Entry.Email));
        var registered = await db.CourseRegistrations.IgnoreQueryFilters([RowScope.FilterName]).CountAsync(
            row => row.CourseId == course.Id && row.Channel == Channel && RegistrationActions.Active.Contains(row.Status)
                && ((phone != null && row.PhoneKey == phone) || (email != null && row.EmailKey == email)),
            cancellationToken);
        if (registered >= course.ContactLimit)
        {
            throw CourseRegistrationRules.ContactLimitReached(course.ContactLimit);
        }
    }
}

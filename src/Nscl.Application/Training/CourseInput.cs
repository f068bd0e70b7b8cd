using FluentValidation;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>What is said of a course when it is planned or changed.</summary>
/// <param name="Seats">1 to 5,000.</param>
/// <param name="ProgramId">The programme it is held for; left out for an event outside any.</param>
/// <param name="Topics">Codes of the list <c>trainingTopics</c>.</param>
/// <param name="Standards">Numbers of the standards it is about, such as <c>TCVN 11892-1:2017</c>.</param>
/// <param name="Provider">Who teaches, where it is not the department itself.</param>
/// <param name="DistrictCode">Administrative unit where it is held.</param>
/// <param name="Link">Address of an online event or of the organizer's page.</param>
/// <param name="OrganizationQuota">How many people of one organization may be on the list, those in the line included; left out without a limit.</param>
/// <param name="Audience">Kinds of participants that are admitted; empty or left out admits all.</param>
/// <param name="Mode"><c>open</c> (the default) gives seats at once, <c>approval</c> lets an officer look first.</param>
/// <param name="WaitlistLimit">Places in the line; left out without a limit, 0 without a line.</param>
/// <param name="ConfirmationHours">Within how many hours somebody promoted from the line confirms; left out, the seat is theirs at once.</param>
/// <param name="RegistrationClosesOn">Last day of registration; left out, the first day of the course.</param>
/// <param name="NoticeText">Privacy notice that registrants are shown. Another text is a new version.</param>
/// <param name="ContactLimit">How many people one telephone number or e-mail address may put on the list from the public page; 5 where it is left out.</param>
/// <param name="Sessions">Left out, those on record stay. An entry with the id of a session changes that session.</param>
/// <param name="AttendanceMinimum">Share of the sessions that must be attended for a certificate, in hundredths of a percent; left out, 8000 (80 %).</param>
public sealed record CourseInput(
    CourseKind Kind,
    string Title,
    DateOnly StartsOn,
    DateOnly EndsOn,
    int Seats,
    Guid? ProgramId = null,
    string? Description = null,
    IReadOnlyList<string>? Topics = null,
    IReadOnlyList<string>? Standards = null,
    IReadOnlyList<string>? CoOrganizers = null,
    string? Provider = null,
    string? Venue = null,
    string? DistrictCode = null,
    string? Link = null,
    int? OrganizationQuota = null,
    IReadOnlyList<ParticipantKind>? Audience = null,
    CourseMode? Mode = null,
    int? WaitlistLimit = null,
    int? ConfirmationHours = null,
    DateOnly? RegistrationClosesOn = null,
    string? NoticeText = null,
    int? ContactLimit = null,
    IReadOnlyList<CourseSessionEntry>? Sessions = null,
    int? AttendanceMinimum = null)
{
    internal CourseContent ToContent() => new(
        Kind,
        Title,
        StartsOn,
        EndsOn,
        Seats,
        ProgramId,
        Description,
        Topics,
        Standards,
        CoOrganizers,
        Provider,
        Venue,
        DistrictCode,
        Link,
        OrganizationQuota,
        Audience,
        Mode ?? CourseMode.Open,
        WaitlistLimit,
        ConfirmationHours,
        RegistrationClosesOn,
        NoticeText,
        ContactLimit ?? Course.DefaultContactLimit,
        Sessions,
        AttendanceMinimum);
}

internal sealed class CourseInputValidator : AbstractValidator<CourseInput>
{
    private const string WebAddress = "^https?://[^ ]+$";

    public CourseInputValidator()
    {
        RuleFor(static input => input.Title).NotEmpty().MaximumLength(Course.TitleMaxLength);
        RuleFor(static input => input.Seats).InclusiveBetween(1, Course.MaxSeats);
        RuleFor(static input => input.Description).MaximumLength(Course.DescriptionMaxLength);
        RuleFor(static input => input.Topics!.Count).LessThanOrEqualTo(Course.MaxListed).OverridePropertyName("Topics").When(static input => input.Topics is not null);
        RuleForEach(static input => input.Topics).NotEmpty().MaximumLength(Course.TopicMaxLength);
        RuleFor(static input => input.Standards!.Count).LessThanOrEqualTo(Course.MaxListed).OverridePropertyName("Standards").When(static input => input.Standards is not null);
        RuleForEach(static input => input.Standards).NotEmpty().MaximumLength(Course.StandardMaxLength);
        RuleFor(static input => input.CoOrganizers!.Count).LessThanOrEqualTo(Course.MaxListed).OverridePropertyName("CoOrganizers").When(static input => input.CoOrganizers is not null);
        RuleForEach(static input => input.CoOrganizers).NotEmpty().MaximumLength(Course.NameMaxLength);
        RuleFor(static input => input.Provider).MaximumLength(Course.NameMaxLength);
        RuleFor(static input => input.Venue).MaximumLength(Course.NameMaxLength);
        RuleFor(static input => input.DistrictCode).MaximumLength(Course.DistrictCodeMaxLength);
        RuleFor(static input => input.Link).MaximumLength(Course.LinkMaxLength).Matches(WebAddress).When(static input => !string.IsNullOrWhiteSpace(input.Link));
        RuleFor(static input => input.OrganizationQuota).InclusiveBetween(1, Course.MaxSeats);
        RuleFor(static input => input.Audience!.Count).LessThanOrEqualTo(Course.MaxListed).OverridePropertyName("Audience").When(static input => input.Audience is not null);
        RuleFor(static input => input.WaitlistLimit).InclusiveBetween(0, Course.MaxWaitlist);
        RuleFor(static input => input.ConfirmationHours).InclusiveBetween(1, Course.MaxConfirmationHours);
        RuleFor(static input => input.ContactLimit).InclusiveBetween(1, Course.MaxContactLimit);
        RuleFor(static input => input.AttendanceMinimum).InclusiveBetween(1, CourseCompletion.WholeShare);
        RuleFor(static input => input.NoticeText).MaximumLength(Course.NoticeMaxLength);
        RuleFor(static input => input.Sessions!.Count).LessThanOrEqualTo(Course.MaxSessions).OverridePropertyName("Sessions").When(static input => input.Sessions is not null);
        RuleForEach(static input => input.Sessions).ChildRules(static session =>
        {
            session.RuleFor(static entry => entry.Title).NotEmpty().MaximumLength(CourseSession.TitleMaxLength);
            session.RuleFor(static entry => entry.Room).MaximumLength(CourseSession.RoomMaxLength);
            session.RuleFor(static entry => entry.Link).MaximumLength(Course.LinkMaxLength).Matches(WebAddress).When(static entry => !string.IsNullOrWhiteSpace(entry.Link));
            session.RuleFor(static entry => entry.Trainer).MaximumLength(CourseSession.TrainerMaxLength);
        });
    }
}

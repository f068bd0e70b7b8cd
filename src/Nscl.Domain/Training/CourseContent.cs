namespace Nscl.Domain.Training;

/// <summary>What is said of a course when it is planned or changed.</summary>
/// <param name="ProgramId">The programme it is held for; null for an event outside any.</param>
/// <param name="Topics">Codes of the reference list <c>trainingTopics</c> (S0.19, S3.17).</param>
/// <param name="Standards">Numbers of the standards it is about, such as <c>TCVN 11892-1:2017</c> (S4.14–S4.16).</param>
/// <param name="Provider">Who teaches, where it is not the department itself.</param>
/// <param name="DistrictCode">Administrative unit where it is held.</param>
/// <param name="Seats">1 to <see cref="Course.MaxSeats"/>.</param>
/// <param name="OrganizationQuota">How many people of one organization may be on the list; null without a limit.</param>
/// <param name="Audience">Kinds of participants that are admitted; empty admits all.</param>
/// <param name="WaitlistLimit">Places in the line; null without a limit, 0 without a line.</param>
/// <param name="ConfirmationHours">Within how many hours somebody promoted from the line must confirm; null where the seat is theirs at once.</param>
/// <param name="RegistrationClosesOn">Last day of registration; the first day of the course where nothing is said.</param>
/// <param name="NoticeText">Privacy notice that registrants are shown.</param>
/// <param name="ContactLimit">How many people one telephone number or e-mail address may put on the list from the public page; 1 to <see cref="Course.MaxContactLimit"/>.</param>
/// <param name="Sessions">Null leaves those on record.</param>
/// <param name="AttendanceMinimum">Share of the sessions that must be attended, in hundredths of a percent; null for the default.</param>
public sealed record CourseContent(
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
    CourseMode Mode = CourseMode.Open,
    int? WaitlistLimit = null,
    int? ConfirmationHours = null,
    DateOnly? RegistrationClosesOn = null,
    string? NoticeText = null,
    int ContactLimit = Course.DefaultContactLimit,
    IReadOnlyList<CourseSessionEntry>? Sessions = null,
    int? AttendanceMinimum = null);

/// <summary>A wording of the privacy notice; a registration names the one that was shown.</summary>
/// <param name="Version">From 1; 0 is the course before it had a notice.</param>
/// <param name="From">Business date from which it is shown.</param>
/// <param name="Text">Null where the notice was taken away.</param>
public sealed record CourseNotice(int Version, DateOnly From, string? Text = null);

/// <summary>Who acts, and when: the instant for the record, the business date for deadlines.</summary>
/// <param name="ByName">As it stands on record years later, whatever becomes of the account.</param>
/// <param name="At">Business instant, UTC.</param>
/// <param name="On">Business date in Viet Nam.</param>
public sealed record CourseAct(Guid By, string ByName, DateTimeOffset At, DateOnly On);

/// <summary>How full a course is.</summary>
/// <param name="Held">Seats that somebody has or is offered.</param>
/// <param name="Waiting">People in the line.</param>
public sealed record CourseOccupancy(int Held, int Waiting);

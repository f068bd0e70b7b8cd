using System.Globalization;
using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>
/// A course, conference, workshop or training elsewhere (S0.17–S0.19, S2.7, S3.13–S3.19) with its sessions and its rules of admission. It
/// obeys the table of <see cref="CourseStateMachine"/>. Who is on its list is a root of its own (<see cref="CourseRegistration"/>): a thousand
/// people who register do not change the course.
/// </summary>
public sealed class Course : AggregateRoot
{
    public const int CodeMaxLength = 40;
    public const int TitleMaxLength = 300;
    public const int DescriptionMaxLength = 8_000;
    public const int NameMaxLength = 300;
    public const int TopicMaxLength = 80;
    public const int StandardMaxLength = 100;
    public const int DistrictCodeMaxLength = 32;
    public const int LinkMaxLength = 500;
    public const int NoticeMaxLength = 8_000;
    public const int ReasonMaxLength = 2_000;
    public const int MaxListed = 30;
    public const int MaxSessions = 100;
    public const int MaxSeats = 5_000;
    public const int MaxWaitlist = 10_000;

    /// <summary>Thirty days.</summary>
    public const int MaxConfirmationHours = 720;

    /// <summary>So many people may one telephone number or e-mail address put on the list from the public page, where the course says nothing.</summary>
    public const int DefaultContactLimit = 5;
    public const int MaxContactLimit = 200;

    private readonly List<CourseSession> _sessions = [];

    private Course(string province, string code, CourseAct act)
        : base(province)
    {
        Code = code;
        (CreatedBy, CreatedByName, CreatedAt) = (act.By, act.ByName, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private Course() => Code = string.Empty;

    /// <summary>For example <c>KH-2022-0001</c>.</summary>
    public string Code { get; private set; }

    public Guid? ProgramId { get; private set; }

    public CourseKind Kind { get; private set; }

    public CourseStatus Status { get; private set; } = CourseStatus.Planned;

    public string Title { get; private set; } = string.Empty;

    public string? Description { get; private set; }

    public IReadOnlyList<string> Topics { get; private set; } = [];

    public IReadOnlyList<string> Standards { get; private set; } = [];

    public IReadOnlyList<string> CoOrganizers { get; private set; } = [];

    public string? Provider { get; private set; }

    public string? Venue { get; private set; }

    public string? DistrictCode { get; private set; }

    public string? Link { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly EndsOn { get; private set; }

    public int Seats { get; private set; }

    public int? OrganizationQuota { get; private set; }

    public IReadOnlyList<ParticipantKind> Audience { get; private set; } = [];

    public CourseMode Mode { get; private set; }

    /// <summary>Null without a limit, 0 without a line.</summary>
    public int? WaitlistLimit { get; private set; }

    public int? ConfirmationHours { get; private set; }

    /// <summary>How many people one telephone number or e-mail address may put on the list from the public page, so that nobody hoards seats.</summary>
    public int ContactLimit { get; private set; } = DefaultContactLimit;

    /// <summary>Last day of registration.</summary>
    public DateOnly RegistrationClosesOn { get; private set; }

    /// <summary>Share of the sessions that somebody must attend to complete the course, in hundredths of a percent; null for <see cref="CourseCompletion.DefaultMinimum"/>.</summary>
    public int? AttendanceMinimum { get; private set; }

    /// <summary>The share that counts.</summary>
    public int AttendanceMinimumInForce => AttendanceMinimum ?? CourseCompletion.DefaultMinimum;

    /// <summary>Every wording of the privacy notice, oldest first.</summary>
    public IReadOnlyList<CourseNotice> Notices { get; private set; } = [];

    public int NoticeVersion => Notices is [.., var last] ? last.Version : 0;

    public string? NoticeText => Notices is [.., var last] ? last.Text : null;

    /// <summary>In the order of time, however they were loaded.</summary>
    public IReadOnlyList<CourseSession> Sessions => [.. _sessions.OrderBy(static session => session.Date).ThenBy(static session => session.StartsAt).ThenBy(static session => session.Id)];

    public string? CancellationReason { get; private set; }

    /// <summary>A course of the demo whose list is invented, where the source gives only how many took part: screens and reports say so.</summary>
    public bool IsIllustrative { get; private set; }

    public Guid CreatedBy { get; private set; }

    public string CreatedByName { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Whether a seat that becomes free goes to the first in the line.</summary>
    public bool FillsSeats => Status is CourseStatus.RegistrationOpen or CourseStatus.RegistrationClosed;

    /// <param name="number">Next number of the province's courses of the year, without gaps.</param>
    public static Course Plan(string province, int number, CourseContent content, CourseAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var course = new Course(province, string.Create(CultureInfo.InvariantCulture, $"KH-{act.On.Year:D4}-{number:D4}"), act);
        course.Take(Checked(content), act);
        return course;
    }

    /// <param name="held">Seats that somebody has or is offered.</param>
    /// <param name="attended">Sessions whose attendance has been taken: they stay, and on their day.</param>
    public void Update(CourseContent content, int held, CourseAct act, IReadOnlySet<Guid>? attended = null)
    {
        Require(CourseAction.Update, act.On);
        if (Status != CourseStatus.Planned && content.Kind != Kind)
        {
            throw CourseRules.FixedAfterOpening("kind");
        }

        // Whoever registered did so knowing whether a seat is given at once.
        if (Status != CourseStatus.Planned && content.Mode != Mode)
        {
            throw CourseRules.FixedAfterOpening("mode");
        }

        var sound = Checked(content);
        if (sound.Seats < held)
        {
            throw CourseRules.SeatsBelowHeld(held);
        }

        RequireKeepsAttended(sound.Sessions, attended ?? new HashSet<Guid>());
        Take(sound, act);
    }

    public void OpenRegistration(CourseAct act)
    {
        Require(CourseAction.OpenRegistration, act.On);
        Status = CourseStatus.RegistrationOpen;
    }

    public void CloseRegistration(CourseAct act)
    {
        Require(CourseAction.CloseRegistration, act.On);
        Status = CourseStatus.RegistrationClosed;
    }

    public void ReopenRegistration(CourseAct act)
    {
        Require(CourseAction.ReopenRegistration, act.On);
        Status = CourseStatus.RegistrationOpen;
    }

    /// <summary>Its list is invented.</summary>
    public void MarkIllustrative() => IsIllustrative = true;

    /// <summary>It has been held.</summary>
    public void End(CourseAct act)
    {
        Require(CourseAction.End, act.On);
        Status = CourseStatus.Ended;
    }

    /// <summary>It is not held. Whoever is on its list leaves it with the same reason (<see cref="CourseRegistration.CancelWith"/>).</summary>
    public void Cancel(string reason, CourseAct act)
    {
        Require(CourseAction.Cancel, act.On);
        CancellationReason = SearchText.TidyOrNull(reason) ?? throw CourseRules.ReasonMissing();
        Status = CourseStatus.Cancelled;
    }

    /// <summary>Refuses who cannot be put on the list on a day, whatever seats there are.</summary>
    public void RequireAdmits(ParticipantKind kind, DateOnly today)
    {
        Require(CourseAction.Register, today);
        if (Audience.Count > 0 && !Audience.Contains(kind))
        {
            throw CourseRegistrationRules.KindNotAdmitted(kind, Audience);
        }
    }

    /// <summary>Refuses attendance of a course that is not held, or before the day of the session.</summary>
    /// <returns>The session; null where the course has no such session.</returns>
    public CourseSession? RequireTakesAttendance(Guid sessionId, DateOnly today)
    {
        if (_sessions.Find(known => known.Id == sessionId) is not { } session)
        {
            return null;
        }

        return Status is CourseStatus.Planned or CourseStatus.Cancelled ? throw AttendanceRules.CourseNotHeld(Status)
            : today < session.Date ? throw AttendanceRules.NotYet(session.Date)
            : session;
    }

    public CourseStage StageOn(DateOnly today) => StageOf(Status, StartsOn, EndsOn, today);

    /// <summary>For lists, which do not load the course.</summary>
    public static CourseStage StageOf(CourseStatus status, DateOnly startsOn, DateOnly endsOn, DateOnly today) => status switch
    {
        CourseStatus.RegistrationOpen or CourseStatus.RegistrationClosed when today >= startsOn && today <= endsOn => CourseStage.Ongoing,
        CourseStatus.Planned => CourseStage.Planned,
        CourseStatus.RegistrationOpen => CourseStage.RegistrationOpen,
        CourseStatus.RegistrationClosed => CourseStage.RegistrationClosed,
        CourseStatus.Ended => CourseStage.Ended,
        _ => CourseStage.Cancelled,
    };

    /// <summary>What can be done now and what stands in the way of the rest. Permissions are for the caller to look at.</summary>
    public CourseActions ActionsOn(DateOnly today, CourseOccupancy occupancy)
    {
        var candidates = Status.Actions().Select(action => (Action: action, Refusal: RefusalOf(action, today) ?? RefusalOfFull(action, occupancy))).ToList();
        return new CourseActions(
            [.. candidates.Where(static candidate => candidate.Refusal is null).Select(static candidate => candidate.Action)],
            [
                .. candidates.Where(static candidate => candidate.Refusal is not null)
                    .Select(static candidate => new BlockedCourseAction(candidate.Action, candidate.Refusal!.Code, candidate.Refusal.Args)),
            ]);
    }

    private RuleViolationException? RefusalOfFull(CourseAction action, CourseOccupancy occupancy) =>
        action == CourseAction.Register && Mode == CourseMode.Open && occupancy.Held >= Seats && occupancy.Waiting >= WaitlistLimit
            ? CourseRegistrationRules.Full(Seats, WaitlistLimit)
            : null;

    private void Require(CourseAction action, DateOnly today)
    {
        if (RefusalOf(action, today) is { } refusal)
        {
            throw refusal;
        }
    }

    private RuleViolationException? RefusalOf(CourseAction action, DateOnly today) => action switch
    {
        _ when Status.After(action) is null => CourseRules.WrongState(Status, action),
        CourseAction.OpenRegistration or CourseAction.ReopenRegistration or CourseAction.Register when today > RegistrationClosesOn =>
            CourseRules.RegistrationDatePassed(RegistrationClosesOn),
        CourseAction.End when today < StartsOn => CourseRules.NotBegun(StartsOn),
        _ => null,
    };

    private static CourseContent Checked(CourseContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var title = SearchText.Tidy(content.Title);
        var closesOn = content.RegistrationClosesOn ?? content.StartsOn;
        if (title.Length == 0)
        {
            throw CourseRules.TitleRequired();
        }

        if (content.EndsOn < content.StartsOn)
        {
            throw CourseRules.EndsBeforeItStarts(content.StartsOn);
        }

        if (content.Seats is < 1 or > MaxSeats)
        {
            throw CourseRules.SeatsOutOfRange();
        }

        if (closesOn > content.StartsOn)
        {
            throw CourseRules.RegistrationClosesAfterStart(content.StartsOn);
        }

        return content with { Title = title, RegistrationClosesOn = closesOn, Sessions = Checked(content.Sessions, content) };
    }

    private static List<CourseSessionEntry>? Checked(IReadOnlyList<CourseSessionEntry>? sessions, CourseContent course)
    {
        var sound = sessions?.Select(CourseSession.Tidied).ToList();
        for (var i = 0; i < sound?.Count; i++)
        {
            var session = sound[i];
            if (session.Title.Length == 0)
            {
                throw CourseRules.SessionTitleRequired(i);
            }

            if (session.Date < course.StartsOn || session.Date > course.EndsOn)
            {
                throw CourseRules.SessionOutsideCourse(i, course.StartsOn, course.EndsOn);
            }

            if (session.EndsAt <= session.StartsAt)
            {
                throw CourseRules.SessionEndsBeforeItStarts(i);
            }

            if (sound.Take(i).FirstOrDefault(other => CourseSession.Collide(session, other)) is { } other)
            {
                throw CourseRules.SessionsOverlap(i, other.Title);
            }
        }

        return sound;
    }

    private void RequireKeepsAttended(IReadOnlyList<CourseSessionEntry>? sessions, IReadOnlySet<Guid> attended)
    {
        var lost = sessions is null ? null
            : Sessions.FirstOrDefault(session => attended.Contains(session.Id) && sessions.FirstOrDefault(entry => entry.Id == session.Id)?.Date != session.Date);
        if (lost is not null)
        {
            throw CourseRules.SessionHasAttendance(lost.Title);
        }
    }

    private void Take(CourseContent content, CourseAct act)
    {
        if (content.Sessions is { } sessions)
        {
            var merged = sessions.Select(Merge).ToList();
            _sessions.Clear();
            _sessions.AddRange(merged);
        }
        else if (Sessions.ToList().FindIndex(session => session.Date < content.StartsOn || session.Date > content.EndsOn) is >= 0 and var outside)
        {
            throw CourseRules.SessionOutsideCourse(outside, content.StartsOn, content.EndsOn);
        }

        (ProgramId, Kind, Title, Description) = (content.ProgramId, content.Kind, content.Title, string.IsNullOrWhiteSpace(content.Description) ? null : content.Description);
        (Topics, Standards, CoOrganizers) = (Tidied(content.Topics), Tidied(content.Standards), Tidied(content.CoOrganizers));
        (Provider, Venue) = (SearchText.TidyOrNull(content.Provider), SearchText.TidyOrNull(content.Venue));
        (DistrictCode, Link) = (SearchText.TidyOrNull(content.DistrictCode), SearchText.TidyOrNull(content.Link));
        (StartsOn, EndsOn, RegistrationClosesOn) = (content.StartsOn, content.EndsOn, content.RegistrationClosesOn!.Value);
        (Seats, OrganizationQuota, WaitlistLimit, ConfirmationHours) = (content.Seats, content.OrganizationQuota, content.WaitlistLimit, content.ConfirmationHours);
        ContactLimit = content.ContactLimit;
        AttendanceMinimum = content.AttendanceMinimum;
        (Audience, Mode) = ([.. (content.Audience ?? []).Distinct()], content.Mode);
        var notice = string.IsNullOrWhiteSpace(content.NoticeText) ? null : content.NoticeText;
        if (notice != NoticeText)
        {
            Notices = [.. Notices, new CourseNotice(NoticeVersion + 1, act.On, notice)];
        }
    }

    private CourseSession Merge(CourseSessionEntry entry, int position)
    {
        if (entry.Id is not { } id)
        {
            return new CourseSession(entry);
        }

        var session = _sessions.Find(known => known.Id == id) ?? throw CourseRules.SessionUnknown(position);
        session.Change(entry);
        return session;
    }

    private static List<string> Tidied(IReadOnlyList<string>? texts) =>
        [.. (texts ?? []).Select(SearchText.Tidy).Where(static text => text.Length > 0).Distinct(StringComparer.Ordinal)];
}

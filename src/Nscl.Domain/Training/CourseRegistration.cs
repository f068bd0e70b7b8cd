using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>Where somebody on the list of a course stands.</summary>
public enum RegistrationStatus
{
    /// <summary>An officer has not decided yet; holds no seat.</summary>
    AwaitingApproval,

    /// <summary>Has a seat.</summary>
    Registered,

    /// <summary>Has a seat that must be confirmed in time.</summary>
    Offered,

    /// <summary>In the line.</summary>
    Waitlisted,
    Cancelled,

    /// <summary>Not admitted by an officer.</summary>
    Declined,

    /// <summary>Did not confirm in time.</summary>
    Lapsed,
}

/// <summary>What somebody can do with a registration.</summary>
public enum RegistrationAction
{
    Confirm,
    Approve,
    Decline,
    Cancel,
}

/// <summary>Which action goes from which state. Where an approval leads depends on the seats.</summary>
public static class RegistrationActions
{
    /// <summary>States in which somebody is on the list.</summary>
    public static readonly IReadOnlyList<RegistrationStatus> Active =
        [RegistrationStatus.AwaitingApproval, RegistrationStatus.Registered, RegistrationStatus.Offered, RegistrationStatus.Waitlisted];

    public static IReadOnlyList<RegistrationAction> Actions(this RegistrationStatus status) => status switch
    {
        RegistrationStatus.AwaitingApproval => [RegistrationAction.Approve, RegistrationAction.Decline, RegistrationAction.Cancel],
        RegistrationStatus.Offered => [RegistrationAction.Confirm, RegistrationAction.Cancel],
        RegistrationStatus.Registered or RegistrationStatus.Waitlisted => [RegistrationAction.Cancel],
        _ => [],
    };

    /// <param name="confirmBy">Until when an offered seat can be confirmed.</param>
    public static IReadOnlyList<RegistrationAction> ActionsIn(this RegistrationStatus status, Course course, DateTimeOffset? confirmBy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(course);
        return course.FillsSeats ? [.. status.Actions().Where(action => action != RegistrationAction.Confirm || now <= confirmBy)] : [];
    }
}

/// <summary>
/// One person on the list of one course: with a seat, in the line, or no longer. A root of its own, because a thousand people may register at
/// once; all that concerns seats happens under the lock of the course.
/// </summary>
public sealed class CourseRegistration : AggregateRoot
{
    public const int FullNameMaxLength = 200;
    public const int OrganizationNameMaxLength = 300;
    public const int PhoneMaxLength = 30;
    public const int EmailMaxLength = 254;
    public const int ReasonMaxLength = 2_000;

    /// <summary>SHA-256 in hexadecimal digits.</summary>
    public const int LinkHashLength = 64;

    /// <summary>Folded name, a bar, folded organization.</summary>
    public const int PersonKeyMaxLength = FullNameMaxLength + OrganizationNameMaxLength + 1;

    private CourseRegistration(Course course, Trainee trainee, PersonIdentity person, int queueNumber, RegistrationChannel channel, CourseAct act)
        : base(course.Province)
    {
        var entry = trainee.Entry;
        CourseId = course.Id;
        (FullName, ParticipantKind) = (entry.FullName, entry.Kind);
        (OrganizationName, EnterpriseId, DistrictCode) = (entry.OrganizationName, entry.EnterpriseId, entry.DistrictCode);
        (Phone, Email) = (entry.Phone, entry.Email);
        (PhoneKey, EmailKey) = (PersonNames.PhoneKey(entry.Phone), PersonNames.EmailKey(entry.Email));
        (PersonKey, OrganizationKey) = (trainee.PersonKey, trainee.OrganizationKey);
        (PersonId, Homonym, PersonalCode) = (person.PersonId, person.Homonym, PublicCodes.NewShort());
        (QueueNumber, Channel, NoticeVersion) = (queueNumber, channel, course.NoticeVersion);
        (RegisteredBy, RegisteredByName, RegisteredAt) = (act.By, act.ByName, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private CourseRegistration()
    {
    }

    public Guid CourseId { get; private set; }

    public string FullName { get; private set; } = string.Empty;

    public ParticipantKind ParticipantKind { get; private set; }

    public string? OrganizationName { get; private set; }

    public Guid? EnterpriseId { get; private set; }

    public string? DistrictCode { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    /// <summary>Digits of the telephone number, by which people are compared.</summary>
    public string? PhoneKey { get; private set; }

    /// <summary>The e-mail address in small letters.</summary>
    public string? EmailKey { get; private set; }

    /// <summary>Of the secret in the personal link of somebody who registered himself; the secret itself is nowhere kept.</summary>
    public string? LinkHash { get; private set; }

    /// <summary>Name and organization, folded.</summary>
    public string PersonKey { get; private set; } = string.Empty;

    public string OrganizationKey { get; private set; } = string.Empty;

    /// <summary>Short code by which the person checks in and answers; no other person of the course has it.</summary>
    public string PersonalCode { get; private set; } = string.Empty;

    /// <summary>The same person over all courses of the province.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Tells apart people of one name and organization in one course; from 1.</summary>
    public int Homonym { get; private set; }

    public RegistrationChannel Channel { get; private set; }

    /// <summary>Which wording of the privacy notice was shown; 0 where the course has none.</summary>
    public int NoticeVersion { get; private set; }

    public RegistrationStatus Status { get; private set; }

    /// <summary>From 1; only while somebody has the seat or is offered it.</summary>
    public int? SeatNumber { get; private set; }

    /// <summary>Order of arrival in the course, from 1; the line goes by it.</summary>
    public int QueueNumber { get; private set; }

    /// <summary>Until when an offered seat must be confirmed.</summary>
    public DateTimeOffset? ConfirmBy { get; private set; }

    /// <summary>Who put the person on the list, which need not be the person.</summary>
    public Guid RegisteredBy { get; private set; }

    public string RegisteredByName { get; private set; } = string.Empty;

    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>When the person left the list: cancelled, declined or lapsed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Why the person left the list.</summary>
    public string? Reason { get; private set; }

    /// <summary>Puts somebody on the list of a course that places at once.</summary>
    /// <param name="seat">As <see cref="SeatPlan.Place"/> decided; null for the line.</param>
    /// <param name="queueNumber">Next number of the course.</param>
    public static CourseRegistration Placed(Course course, Trainee trainee, PersonIdentity person, int? seat, int queueNumber, RegistrationChannel channel, CourseAct act)
    {
        var registration = new CourseRegistration(course, trainee, person, queueNumber, channel, act);
        registration.TakePlace(seat);
        return registration;
    }

    /// <summary>Puts somebody on the list of a course whose officers decide.</summary>
    /// <param name="queueNumber">Next number of the course.</param>
    public static CourseRegistration Undecided(Course course, Trainee trainee, PersonIdentity person, int queueNumber, RegistrationChannel channel, CourseAct act) =>
        new(course, trainee, person, queueNumber, channel, act) { Status = RegistrationStatus.AwaitingApproval };

    /// <summary>Somebody without an account put himself on the list: whoever has the personal link acts for this registration, and for no other.</summary>
    /// <param name="linkHash">SHA-256 of the link's secret.</param>
    public void HandOver(string linkHash) => (LinkHash, RegisteredBy) = (linkHash, Id);

    /// <param name="seat">As <see cref="SeatPlan.Place"/> decided; null for the line.</param>
    public void Approve(Course course, int? seat)
    {
        RequireActs(RegistrationAction.Approve, course);
        TakePlace(seat);
    }

    public void Decline(Course course, string reason, CourseAct act)
    {
        RequireActs(RegistrationAction.Decline, course);
        Leave(RegistrationStatus.Declined, SearchText.TidyOrNull(reason) ?? throw CourseRegistrationRules.ReasonMissing(), act.At);
    }

    public void Cancel(Course course, string? reason, CourseAct act)
    {
        RequireActs(RegistrationAction.Cancel, course);
        Leave(RegistrationStatus.Cancelled, SearchText.TidyOrNull(reason), act.At);
    }

    /// <summary>The course is not held: whoever is on its list leaves it and reads why.</summary>
    public void CancelWith(Course course, CourseAct act)
    {
        ArgumentNullException.ThrowIfNull(course);
        if (course.Status == CourseStatus.Cancelled && RegistrationActions.Active.Contains(Status))
        {
            Leave(RegistrationStatus.Cancelled, course.CancellationReason, act.At);
        }
    }

    /// <summary>Takes the offered seat.</summary>
    public void Confirm(Course course, CourseAct act)
    {
        RequireActs(RegistrationAction.Confirm, course);
        if (act.At > ConfirmBy)
        {
            throw CourseRegistrationRules.OfferLapsed(ConfirmBy.Value);
        }

        (Status, ConfirmBy) = (RegistrationStatus.Registered, null);
    }

    /// <summary>The first in the line gets a seat that became free.</summary>
    internal void Promote(int seat, int? confirmationHours, DateTimeOffset now)
    {
        (Status, SeatNumber) = (confirmationHours is null ? RegistrationStatus.Registered : RegistrationStatus.Offered, seat);
        ConfirmBy = confirmationHours is { } hours ? now.AddHours(hours) : null;
    }

    /// <summary>Nobody confirmed in time.</summary>
    internal void Lapse(DateTimeOffset now) => Leave(RegistrationStatus.Lapsed, reason: null, now);

    /// <summary>What can be done now. Permissions are for the caller to look at.</summary>
    public IReadOnlyList<RegistrationAction> ActionsIn(Course course, DateTimeOffset now) => Status.ActionsIn(course, ConfirmBy, now);

    /// <summary>Refuses what does not go, before seats are looked at.</summary>
    public void RequireActs(RegistrationAction action, Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        if (!course.FillsSeats)
        {
            throw CourseRegistrationRules.CourseOver(course.Status);
        }

        if (!Status.Actions().Contains(action))
        {
            throw CourseRegistrationRules.WrongState(Status, action);
        }
    }

    private void TakePlace(int? seat) => (Status, SeatNumber) = (seat is null ? RegistrationStatus.Waitlisted : RegistrationStatus.Registered, seat);

    private void Leave(RegistrationStatus status, string? reason, DateTimeOffset at)
    {
        (Status, Reason, ClosedAt) = (status, reason, at);
        (SeatNumber, ConfirmBy) = (null, null);
    }
}

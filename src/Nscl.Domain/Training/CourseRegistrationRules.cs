using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>Every reason a registration can say no.</summary>
public static class CourseRegistrationRules
{
    private const string Duplicate = "courseRegistration.duplicatePerson";
    private const string Namesake = "courseRegistration.possibleDuplicate";

    public static RuleViolationException WrongState(RegistrationStatus status, RegistrationAction action) => new(
        "courseRegistration.wrongState",
        "The registration is not in a state for this.",
        new Dictionary<string, object?>
        {
            ["status"] = DomainJson.NameOf(status),
            ["action"] = DomainJson.NameOf(action),
            ["allowedActions"] = status.Actions().Select(DomainJson.NameOf).ToArray(),
        });

    public static RuleViolationException NameRequired() => At(
        "/fullName",
        "courseRegistration.nameRequired",
        "The name is missing.");

    public static RuleViolationException OrganizationRequired(ParticipantKind kind) => At(
        "/organizationName",
        "courseRegistration.organizationRequired",
        "Where the person comes from is missing.",
        ("participantKind", DomainJson.NameOf(kind)));

    public static RuleViolationException ContactRequired() => At(
        "/phone",
        "courseRegistration.contactRequired",
        "A telephone number or an e-mail address is needed.");

    public static RuleViolationException KindNotAdmitted(ParticipantKind kind, IReadOnlyList<ParticipantKind> audience) => At(
        "/participantKind",
        "courseRegistration.kindNotAdmitted",
        "The course is for other kinds of participants.",
        ("participantKind", DomainJson.NameOf(kind)),
        ("audience", audience.Select(DomainJson.NameOf).ToArray()));

    public static RuleViolationException ChannelForOffice() => At(
        "/channel",
        "courseRegistration.channelForOffice",
        "Only officers enter registrations from paper, lists and calls.");

    public static RuleViolationException NoticeOutdated(int current) => At(
        "/noticeVersion",
        "courseRegistration.noticeOutdated",
        "The privacy notice has changed since it was shown.",
        ("noticeVersion", current));

    public static RuleViolationException DuplicatePerson(int queueNumber) => At(
        "/fullName",
        Duplicate,
        "This person is on the list already.",
        ("queueNumber", queueNumber));

    public static RuleViolationException PossibleDuplicate(int queueNumber) => At(
        "/fullName",
        Namesake,
        "Somebody of this name and organization is on the list already; say that it is another person, or leave it.",
        ("queueNumber", queueNumber));

    /// <summary>Whether the refusal tells of somebody else on the list.</summary>
    public static bool NamesAPlace(RuleViolationException refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Code is Duplicate or Namesake;
    }

    /// <summary>What the public page says of such a refusal: nothing of who is on the list where.</summary>
    public static RuleViolationException ForThePublic(RuleViolationException refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Code == Duplicate ? AlreadyOnList() : NamesakeOnList();
    }

    /// <summary>Such a refusal where the other person stands in the same file.</summary>
    /// <param name="row">As Excel shows it at the left edge.</param>
    public static RuleViolationException InRow(RuleViolationException refusal, int row)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Code == Duplicate
            ? At("/fullName", "courseRegistration.importRepeated", "This person stands in the file already.", ("row", row))
            : At("/fullName", "courseRegistration.importNamesake", "Somebody of this name and organization stands in the file already.", ("row", row));
    }

    /// <summary>Such a refusal of a row: whoever sends a file answers in the file.</summary>
    public static RuleViolationException OfRow(RuleViolationException refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Code == Namesake
            ? At("/fullName", "courseRegistration.importPossibleDuplicate", "Somebody of this name and organization is on the list already.", ("queueNumber", refusal.Args["queueNumber"]))
            : refusal;
    }

    private static RuleViolationException AlreadyOnList() => At(
        "/fullName",
        "courseRegistration.alreadyOnList",
        "This person is on the list already.");

    private static RuleViolationException NamesakeOnList() => At(
        "/fullName",
        "courseRegistration.namesakeOnList",
        "Somebody of this name and organization is on the list already; say that it is another person, or leave it.");

    public static RuleViolationException NoticeNotAccepted() => At(
        "/acceptsNotice",
        "courseRegistration.noticeNotAccepted",
        "The privacy notice has to be accepted.");

    public static RuleViolationException ContactLimitReached(int limit) => At(
        "/phone",
        "courseRegistration.contactLimitReached",
        "This telephone number or address has put as many people on the list as it may.",
        ("limit", limit));

    public static RuleViolationException OrganizationQuotaReached(int quota) => new(
        "courseRegistration.organizationQuotaReached",
        "The organization has as many people on the list as it may have.",
        new Dictionary<string, object?> { ["quota"] = quota });

    public static RuleViolationException Full(int seats, int? waitlistLimit) => new(
        "courseRegistration.full",
        "All seats are taken and the line takes nobody more.",
        new Dictionary<string, object?> { ["seats"] = seats, ["waitlistLimit"] = waitlistLimit });

    public static RuleViolationException OfferLapsed(DateTimeOffset confirmBy) => new(
        "courseRegistration.offerLapsed",
        "The seat was to be confirmed earlier.",
        new Dictionary<string, object?> { ["confirmBy"] = confirmBy });

    public static RuleViolationException ReasonMissing() => At(
        "/reason",
        "courseRegistration.reasonMissing",
        "This needs a reason.");

    public static RuleViolationException CourseOver(CourseStatus status) => new(
        "courseRegistration.courseOver",
        "The course has ended or was cancelled; its list stays as it is.",
        new Dictionary<string, object?> { ["status"] = DomainJson.NameOf(status) });

    private static RuleViolationException At(string pointer, string code, string message, params ReadOnlySpan<(string Name, object? Value)> args)
    {
        var all = new Dictionary<string, object?> { ["pointer"] = pointer };
        foreach (var (name, value) in args)
        {
            all[name] = value;
        }

        return new RuleViolationException(code, message, all);
    }
}

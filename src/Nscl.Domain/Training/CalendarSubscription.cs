using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>
/// That somebody's own calendar follows the courses the person may read. There is one address for each account and a new one ends the old, so that an
/// address that went astray is worth nothing any more.
/// </summary>
public sealed class CalendarSubscription : AggregateRoot
{
    public const int SecretHashLength = 64;

    private CalendarSubscription(string province, Guid userId)
        : base(province) => UserId = userId;

    /// <summary>For the object mapper only.</summary>
    private CalendarSubscription()
    {
    }

    public Guid UserId { get; private set; }

    /// <summary>Of the secret in the address; the secret itself is kept by nobody but its owner.</summary>
    public string SecretHash { get; private set; } = string.Empty;

    /// <summary>Business date on which the address was made.</summary>
    public DateOnly Since { get; private set; }

    public static CalendarSubscription Of(string province, Guid userId, string secretHash, DateOnly today)
    {
        var subscription = new CalendarSubscription(province, userId);
        subscription.Renew(secretHash, today);
        return subscription;
    }

    /// <summary>The address that was good until now is void.</summary>
    public void Renew(string secretHash, DateOnly today) => (SecretHash, Since) = (secretHash, today);
}

public static class CalendarSubscriptionRules
{
    /// <summary>A system has scopes instead of an account whose rights could be looked at when its calendar is read.</summary>
    public static RuleViolationException AccountRequired() => new("calendarSubscription.accountRequired", "Only a person's account can subscribe to the calendar.");
}

using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Gives the caller an address for the own calendar; the one there was is void.</summary>
/// <param name="Route">Where the calendars are, without a slash at the end.</param>
public sealed record RenewCalendarSubscriptionCommand(string Route) : ICommand<RenewedCalendarSubscription>;

internal sealed class RenewCalendarSubscriptionValidator : AbstractValidator<RenewCalendarSubscriptionCommand>
{
    public RenewCalendarSubscriptionValidator() => RuleFor(static command => command.Route).NotEmpty();
}

internal sealed class RenewCalendarSubscriptionHandler(INsclDb db, ICurrentUser current, IAccountDirectory accounts, IBusinessClock clock)
    : ICommandHandler<RenewCalendarSubscriptionCommand, RenewedCalendarSubscription>
{
    public async ValueTask<RenewedCalendarSubscription> Handle(RenewCalendarSubscriptionCommand command, CancellationToken cancellationToken)
    {
        var (user, today) = (current.User, clock.Today);
        if (await accounts.FindActingAsync(user.Id, cancellationToken) is null)
        {
            throw CalendarSubscriptionRules.AccountRequired();
        }

        var (secret, hash) = SecretLink.Create();
        if (await db.LockCalendarSubscriptionAsync(user.Id, cancellationToken) is { } subscription)
        {
            subscription.Renew(hash, today);
        }
        else
        {
            db.CalendarSubscriptions.Add(CalendarSubscription.Of(user.Province, user.Id, hash, today));
        }

        await db.SaveChangesAsync(cancellationToken);
        return new RenewedCalendarSubscription(today, $"{command.Route}/{secret}.ics");
    }
}

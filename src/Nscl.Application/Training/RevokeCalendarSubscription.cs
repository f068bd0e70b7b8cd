using FluentValidation;
using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>Ends the address of the caller's own calendar. Ending what is not there changes nothing.</summary>
public sealed record RevokeCalendarSubscriptionCommand : ICommand<Unit>;

internal sealed class RevokeCalendarSubscriptionValidator : AbstractValidator<RevokeCalendarSubscriptionCommand>;

internal sealed class RevokeCalendarSubscriptionHandler(INsclDb db, ICurrentUser current) : ICommandHandler<RevokeCalendarSubscriptionCommand, Unit>
{
    public async ValueTask<Unit> Handle(RevokeCalendarSubscriptionCommand command, CancellationToken cancellationToken)
    {
        if (await db.LockCalendarSubscriptionAsync(current.User.Id, cancellationToken) is { } subscription)
        {
            db.CalendarSubscriptions.Remove(subscription);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}

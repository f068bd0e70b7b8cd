using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Awards;

/// <summary>The organization takes no part any more, with the reason.</summary>
public sealed record WithdrawNominationCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class WithdrawNominationValidator : AbstractValidator<WithdrawNominationCommand>
{
    public WithdrawNominationValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class WithdrawNominationHandler(AwardNominationActing nominations) : ICommandHandler<WithdrawNominationCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(WithdrawNominationCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(command.SeasonId, command.NominationId, command.ExpectedVersion, (nomination, season, act) => nomination.Withdraw(season, command.Body.Reason, act), cancellationToken);
}

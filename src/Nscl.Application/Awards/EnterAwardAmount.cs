using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Awards;
using Nscl.Domain.Common;

namespace Nscl.Application.Awards;

/// <param name="Amount">Whole đồng.</param>
/// <param name="Source">The document that says so.</param>
public sealed record EnterAwardAmountRequest(Money Amount, string Source);

/// <summary>The amount that the policy leaves open, with the document that says it.</summary>
public sealed record EnterAwardAmountCommand(Guid WinId, uint ExpectedVersion, EnterAwardAmountRequest Body) : ICommand<Versioned<AwardWinDetails>>;

internal sealed class EnterAwardAmountValidator : AbstractValidator<EnterAwardAmountCommand>
{
    public EnterAwardAmountValidator()
    {
        RuleFor(static command => command.Body.Source).NotEmpty().MaximumLength(AwardWin.SourceMaxLength);
    }
}

internal sealed class EnterAwardAmountHandler(AwardWinActing wins) : ICommandHandler<EnterAwardAmountCommand, Versioned<AwardWinDetails>>
{
    public async ValueTask<Versioned<AwardWinDetails>> Handle(EnterAwardAmountCommand command, CancellationToken cancellationToken) =>
        await wins.DoAsync(
            command.WinId,
            command.ExpectedVersion,
            (win, act) =>
            {
                win.EnterAmount(command.Body.Amount, command.Body.Source, act);
                return Task.CompletedTask;
            },
            cancellationToken);
}

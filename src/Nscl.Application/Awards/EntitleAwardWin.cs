using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Subsidies;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <param name="ProgramId">The programme whose policy supports winners.</param>
/// <param name="BudgetYear">After the round; its first day picks the version of the policy.</param>
public sealed record EntitleAwardWinRequest(Guid ProgramId, int BudgetYear);

/// <summary>Takes down what the policy of a later budget year gives the winner; <c>notStated</c> where it does not say how much.</summary>
public sealed record EntitleAwardWinCommand(Guid WinId, uint ExpectedVersion, EntitleAwardWinRequest Body) : ICommand<Versioned<AwardWinDetails>>;

internal sealed class EntitleAwardWinValidator : AbstractValidator<EntitleAwardWinCommand>
{
    public EntitleAwardWinValidator() => RuleFor(static command => command.Body.BudgetYear).InclusiveBetween(AwardSeason.MinYear, AwardSeason.MaxYear);
}

internal sealed class EntitleAwardWinHandler(INsclDb db, AwardWinActing wins) : ICommandHandler<EntitleAwardWinCommand, Versioned<AwardWinDetails>>
{
    public async ValueTask<Versioned<AwardWinDetails>> Handle(EntitleAwardWinCommand command, CancellationToken cancellationToken) =>
        await wins.DoAsync(
            command.WinId,
            command.ExpectedVersion,
            async (win, act) =>
            {
                var (programId, year) = (command.Body.ProgramId, command.Body.BudgetYear);
                var program = await db.Programs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == programId && row.Province == win.Province, cancellationToken) ?? throw new NotFoundException("program");
                win.Entitle(year, await db.PolicyInForceAsync(program, new DateOnly(year, 1, 1), cancellationToken), act);
            },
            cancellationToken);
}

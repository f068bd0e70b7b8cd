using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <param name="Year">Round of the award.</param>
/// <param name="Source">The document it is known from.</param>
public sealed record RecordPastAwardWinRequest(Guid EnterpriseId, int Year, AwardLevel Level, string Source);

/// <summary>A win of a round before the system, from its documents.</summary>
public sealed record RecordPastAwardWinCommand(RecordPastAwardWinRequest Body) : ICommand<Versioned<AwardWinDetails>>;

internal sealed class RecordPastAwardWinValidator : AbstractValidator<RecordPastAwardWinCommand>
{
    public RecordPastAwardWinValidator()
    {
        RuleFor(static command => command.Body.Year).InclusiveBetween(AwardSeason.MinYear, AwardSeason.MaxYear);
        RuleFor(static command => command.Body.Source).NotEmpty().MaximumLength(AwardWin.SourceMaxLength);
    }
}

internal sealed class RecordPastAwardWinHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : ICommandHandler<RecordPastAwardWinCommand, Versioned<AwardWinDetails>>
{
    public async ValueTask<Versioned<AwardWinDetails>> Handle(RecordPastAwardWinCommand command, CancellationToken cancellationToken)
    {
        var asked = command.Body;
        var enterprise = await db.Enterprises.AsNoTracking().Where(row => row.Id == asked.EnterpriseId).Select(static row => new { row.Name, row.Province }).FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("enterprise");
        var win = AwardWin.FromBefore(enterprise.Province, asked.EnterpriseId, enterprise.Name, asked.Year, asked.Level, asked.Source, clock.Today);
        db.AwardWins.Add(win);
        await db.SaveChangesAsync(cancellationToken);
        return AwardWinDetails.Of(win, db, current.User);
    }
}

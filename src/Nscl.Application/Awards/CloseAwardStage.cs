using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Appraisals;
using Nscl.Application.Common;
using Nscl.Domain.Appraisals;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

public sealed record CloseAwardStageRequest(AwardStage Stage);

/// <summary>The secretary closes a stage: all sheets are seen from now on, and none changes.</summary>
public sealed record CloseAwardStageCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion, CloseAwardStageRequest Body) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class CloseAwardStageValidator : AbstractValidator<CloseAwardStageCommand>
{
    public CloseAwardStageValidator() => RuleFor(static command => command.Body.Stage).IsInEnum();
}

internal sealed class CloseAwardStageHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, AwardNominationDescriber describer)
    : ICommandHandler<CloseAwardStageCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(CloseAwardStageCommand command, CancellationToken cancellationToken)
    {
        var (user, stage) = (current.User, command.Body.Stage);
        var season = await db.LoadSeasonAsync(command.SeasonId, cancellationToken);
        await db.LockAsync<AwardNomination>(command.NominationId, cancellationToken);
        var nomination = await db.LoadNominationAsync(season, command.NominationId, command.ExpectedVersion, cancellationToken);
        var seat = await db.RequireMayOpenAsync(user, nomination.Id, cancellationToken);
        if (!user.Rows.SeesAll && seat?.Role is not (CouncilRole.Secretary or CouncilRole.Chair))
        {
            throw CouncilRules.SecretaryOnly();
        }

        var sheets = await db.AwardScoreSheets.AsNoTracking().Where(row => row.NominationId == nomination.Id && row.Stage == stage).OrderBy(static row => row.Id).ToListAsync(cancellationToken);
        nomination.CloseStage(season, stage, sheets.ConvertAll(static sheet => sheet.Scores), user.AwardActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(nomination, season, cancellationToken);
    }
}

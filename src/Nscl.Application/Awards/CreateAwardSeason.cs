using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

public sealed record CreateAwardSeasonCommand(AwardSeasonInput Body) : ICommand<Versioned<AwardSeasonDetails>>;

internal sealed class CreateAwardSeasonValidator : AbstractValidator<CreateAwardSeasonCommand>
{
    public CreateAwardSeasonValidator() => RuleFor(static command => command.Body).SetValidator(new AwardSeasonInputValidator());
}

internal sealed class CreateAwardSeasonHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, AwardSeasonDescriber describer)
    : ICommandHandler<CreateAwardSeasonCommand, Versioned<AwardSeasonDetails>>
{
    public async ValueTask<Versioned<AwardSeasonDetails>> Handle(CreateAwardSeasonCommand command, CancellationToken cancellationToken)
    {
        var (user, input) = (current.User, command.Body);
        await AwardReferences.RequireProgramAsync(db, input.ProgramId, before: null, cancellationToken);
        var regimes = await AwardRegimes.ReadAsync(db, cancellationToken);
        var regime = regimes.FirstOrDefault(regime => input.Regime is null ? regime.HoldsIn(input.Year) : regime.Code == input.Regime)
            ?? throw new InvalidInputException("/regime", "awardSeason.regimeUnknown", "The reference data has no such regime.");
        var season = AwardSeason.Plan(user.ProvinceOfNewRows, regime, input.ToContent(), user.AwardActOf(clock));
        db.AwardSeasons.Add(season);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(season, cancellationToken);
    }
}

/// <summary>Refuses what a season names and no row knows.</summary>
internal static class AwardReferences
{
    public static async Task RequireProgramAsync(INsclDb db, Guid? programId, Guid? before, CancellationToken cancellationToken)
    {
        if (programId is { } id && id != before && !await db.Programs.AnyAsync(program => program.Id == id, cancellationToken))
        {
            throw new NotFoundException("program");
        }
    }
}

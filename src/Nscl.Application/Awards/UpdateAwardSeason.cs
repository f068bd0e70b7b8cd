using FluentValidation;
using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

/// <summary>Everything that is said of a planned season; what is left out is emptied. The regime stays.</summary>
public sealed record UpdateAwardSeasonCommand(Guid SeasonId, uint ExpectedVersion, AwardSeasonInput Body) : ICommand<Versioned<AwardSeasonDetails>>;

internal sealed class UpdateAwardSeasonValidator : AbstractValidator<UpdateAwardSeasonCommand>
{
    public UpdateAwardSeasonValidator() => RuleFor(static command => command.Body).SetValidator(new AwardSeasonInputValidator());
}

internal sealed class UpdateAwardSeasonHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, AwardSeasonDescriber describer)
    : ICommandHandler<UpdateAwardSeasonCommand, Versioned<AwardSeasonDetails>>
{
    public async ValueTask<Versioned<AwardSeasonDetails>> Handle(UpdateAwardSeasonCommand command, CancellationToken cancellationToken)
    {
        var season = await db.LockSeasonAsync(command.SeasonId, command.ExpectedVersion, cancellationToken);
        await AwardReferences.RequireProgramAsync(db, command.Body.ProgramId, season.ProgramId, cancellationToken);
        season.Update(command.Body.ToContent(), current.User.AwardActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(season, cancellationToken);
    }
}

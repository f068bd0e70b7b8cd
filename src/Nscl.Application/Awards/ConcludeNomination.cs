using FluentValidation;
using Mediator;
using Nscl.Application.Appraisals;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <param name="SessionId">The session of the council that concluded.</param>
/// <param name="Forward">Whether it goes on the list to the national council.</param>
/// <param name="Reason">Needed where it does not.</param>
public sealed record ConcludeNominationRequest(Guid SessionId, bool Forward, int VotesFor, int VotesAgainst, string? Reason = null);

/// <summary>The conclusion of the preliminary council, taken with quorum.</summary>
public sealed record ConcludeNominationCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion, ConcludeNominationRequest Body) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class ConcludeNominationValidator : AbstractValidator<ConcludeNominationCommand>
{
    public ConcludeNominationValidator()
    {
        RuleFor(static command => command.Body.VotesFor).InclusiveBetween(0, 1_000);
        RuleFor(static command => command.Body.VotesAgainst).InclusiveBetween(0, 1_000);
        RuleFor(static command => command.Body.Reason).MaximumLength(AwardSeason.ReasonMaxLength);
    }
}

internal sealed class ConcludeNominationHandler(INsclDb db, IBusinessClock clock, AwardNominationActing nominations) : ICommandHandler<ConcludeNominationCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(ConcludeNominationCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(
            command.SeasonId,
            command.NominationId,
            command.ExpectedVersion,
            async (nomination, season, act) =>
            {
                var (asked, session) = (command.Body, await db.LoadSessionAsync(command.Body.SessionId, cancellationToken));
                var quorum = session.RequireCanDecide(nomination.Id, asked.VotesFor, asked.VotesAgainst, clock.Today);
                if (asked.Forward)
                {
                    nomination.Forward(season, session.Id, asked.VotesFor, asked.VotesAgainst, quorum.Present, quorum.Required, act);
                }
                else
                {
                    nomination.NotForward(season, session.Id, asked.VotesFor, asked.VotesAgainst, quorum.Present, quorum.Required, asked.Reason, act);
                }
            },
            cancellationToken);
}

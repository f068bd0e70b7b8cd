using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Commendations;

namespace Nscl.Application.Commendations;

/// <param name="MetOn">Day of the meeting.</param>
/// <param name="Minutes">Number or name of its minutes.</param>
public sealed record ReviewCommendationRequest(DateOnly MetOn, string Minutes);

/// <summary>The commendation council has met over it.</summary>
public sealed record ReviewCommendationCommand(Guid ProposalId, uint ExpectedVersion, ReviewCommendationRequest Body) : ICommand<Versioned<CommendationDetails>>;

internal sealed class ReviewCommendationValidator : AbstractValidator<ReviewCommendationCommand>
{
    public ReviewCommendationValidator() => RuleFor(static command => command.Body.Minutes).NotEmpty().MaximumLength(CommendationProposal.MinutesMaxLength);
}

internal sealed class ReviewCommendationHandler(CommendationActing proposals) : ICommandHandler<ReviewCommendationCommand, Versioned<CommendationDetails>>
{
    public async ValueTask<Versioned<CommendationDetails>> Handle(ReviewCommendationCommand command, CancellationToken cancellationToken) =>
        await proposals.DoAsync(command.ProposalId, command.ExpectedVersion, (proposal, act) => proposal.RecordReview(command.Body.MetOn, command.Body.Minutes, act), cancellationToken);
}

using FluentValidation;
using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Commendations;

/// <summary>Everything that is said of the proposal; what is left out is emptied.</summary>
public sealed record UpdateCommendationCommand(Guid ProposalId, uint ExpectedVersion, CommendationInput Body) : ICommand<Versioned<CommendationDetails>>;

internal sealed class UpdateCommendationValidator : AbstractValidator<UpdateCommendationCommand>
{
    public UpdateCommendationValidator() => RuleFor(static command => command.Body).SetValidator(new CommendationInputValidator());
}

internal sealed class UpdateCommendationHandler(INsclDb db, CommendationActing proposals) : ICommandHandler<UpdateCommendationCommand, Versioned<CommendationDetails>>
{
    public async ValueTask<Versioned<CommendationDetails>> Handle(UpdateCommendationCommand command, CancellationToken cancellationToken) =>
        await proposals.DoAsync(
            command.ProposalId,
            command.ExpectedVersion,
            async (proposal, _) =>
            {
                await db.RequireKnownAsync(command.Body, string.Empty, cancellationToken);
                proposal.Update(command.Body.ToContent());
            },
            cancellationToken);
}

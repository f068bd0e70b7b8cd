using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <param name="Condition">One that does not follow from dates on record: <c>legalPerson</c>, <c>operation</c> (that it was continuous), <c>noViolation</c>.</param>
/// <param name="Evidence">What it was found in.</param>
public sealed record ConfirmAwardEligibilityRequest(AwardCondition Condition, bool IsMet, string Evidence);

/// <summary>An officer has looked into a condition that dates on record cannot answer.</summary>
public sealed record ConfirmAwardEligibilityCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion, ConfirmAwardEligibilityRequest Body) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class ConfirmAwardEligibilityValidator : AbstractValidator<ConfirmAwardEligibilityCommand>
{
    public ConfirmAwardEligibilityValidator() => RuleFor(static command => command.Body.Evidence).NotEmpty().MaximumLength(AwardNomination.NoteMaxLength);
}

internal sealed class ConfirmAwardEligibilityHandler(AwardNominationActing nominations) : ICommandHandler<ConfirmAwardEligibilityCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(ConfirmAwardEligibilityCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(command.SeasonId, command.NominationId, command.ExpectedVersion, (nomination, season, act) => nomination.ConfirmEligibility(season, command.Body.Condition, command.Body.IsMet, command.Body.Evidence, act), cancellationToken);
}

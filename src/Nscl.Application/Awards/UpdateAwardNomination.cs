using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>A draft that may be saved as often as one likes: what is left out stays, a criterion that is named is replaced.</summary>
public sealed record UpdateAwardNominationCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion, AwardNominationContent Body) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class UpdateAwardNominationValidator : AbstractValidator<UpdateAwardNominationCommand>
{
    public UpdateAwardNominationValidator()
    {
        RuleFor(static command => command.Body.OfficialEmployees).InclusiveBetween(0, AwardNomination.MaxEmployees);
        RuleFor(static command => command.Body.SelfAssessment!.Count).LessThanOrEqualTo(100).OverridePropertyName("Body.SelfAssessment").When(static command => command.Body.SelfAssessment is not null);
        RuleForEach(static command => command.Body.SelfAssessment).ChildRules(static own =>
        {
            own.RuleFor(static entry => entry.Criterion).NotEmpty().MaximumLength(80);
            own.RuleFor(static entry => entry.Points).GreaterThanOrEqualTo(0);
            own.RuleFor(static entry => entry.Text).MaximumLength(AwardNomination.TextMaxLength);
            own.RuleFor(static entry => entry.Evidence!.Count).LessThanOrEqualTo(AwardNomination.MaxEvidence).OverridePropertyName("Evidence").When(static entry => entry.Evidence is not null);
            own.RuleForEach(static entry => entry.Evidence).NotEmpty().MaximumLength(AwardNomination.EvidenceMaxLength);
        });
    }
}

internal sealed class UpdateAwardNominationHandler(AwardNominationActing nominations) : ICommandHandler<UpdateAwardNominationCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(UpdateAwardNominationCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(command.SeasonId, command.NominationId, command.ExpectedVersion, (nomination, season, act) => nomination.Update(season, command.Body, act), cancellationToken);
}

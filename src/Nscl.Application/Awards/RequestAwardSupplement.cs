using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <param name="Reason">Told to the organization.</param>
/// <param name="Parts">Codes of the parts of the dossier that are asked for.</param>
/// <param name="Deadline">Last day to hand them in.</param>
public sealed record RequestAwardSupplementRequest(string Reason, IReadOnlyList<string> Parts, DateOnly Deadline);

/// <summary>Says what is missing, with a last day.</summary>
public sealed record RequestAwardSupplementCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion, RequestAwardSupplementRequest Body) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class RequestAwardSupplementValidator : AbstractValidator<RequestAwardSupplementCommand>
{
    public RequestAwardSupplementValidator()
    {
        RuleFor(static command => command.Body.Reason).NotEmpty().MaximumLength(AwardSeason.ReasonMaxLength);
        RuleFor(static command => command.Body.Parts.Count).LessThanOrEqualTo(30).OverridePropertyName("Body.Parts");
        RuleForEach(static command => command.Body.Parts).NotEmpty().MaximumLength(AwardNomination.PartMaxLength);
    }
}

internal sealed class RequestAwardSupplementHandler(AwardNominationActing nominations) : ICommandHandler<RequestAwardSupplementCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(RequestAwardSupplementCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(command.SeasonId, command.NominationId, command.ExpectedVersion, (nomination, season, act) => nomination.RequestSupplement(season, command.Body.Reason, command.Body.Parts, command.Body.Deadline, act), cancellationToken);
}

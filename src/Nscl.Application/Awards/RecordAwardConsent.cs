using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>The hiệp y of the province, as its document has it.</summary>
public sealed record RecordAwardConsentCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion, AwardOfficialDocument Body) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class RecordAwardConsentValidator : AbstractValidator<RecordAwardConsentCommand>
{
    public RecordAwardConsentValidator() => RuleFor(static command => command.Body.Number).NotEmpty().IsDecisionNumber();
}

internal sealed class RecordAwardConsentHandler(AwardNominationActing nominations) : ICommandHandler<RecordAwardConsentCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(RecordAwardConsentCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(command.SeasonId, command.NominationId, command.ExpectedVersion, (nomination, season, act) => nomination.RecordConsent(season, command.Body, act), cancellationToken);
}

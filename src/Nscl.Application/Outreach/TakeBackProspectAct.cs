using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <summary>The last act was entered by mistake: it stays on record with the reason and counts nowhere.</summary>
public sealed record TakeBackProspectActCommand(Guid ProspectId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<OutreachProspectDetails>>;

internal sealed class TakeBackProspectActValidator : AbstractValidator<TakeBackProspectActCommand>
{
    public TakeBackProspectActValidator() => RuleFor(static command => command.Body.Reason).NotEmpty().MaximumLength(OutreachProspect.ReasonMaxLength);
}

internal sealed class TakeBackProspectActHandler(OutreachActing acting) : ICommandHandler<TakeBackProspectActCommand, Versioned<OutreachProspectDetails>>
{
    public async ValueTask<Versioned<OutreachProspectDetails>> Handle(TakeBackProspectActCommand command, CancellationToken cancellationToken) =>
        await acting.DoAsync(command.ProspectId, command.ExpectedVersion, (prospect, campaign, entry) => prospect.TakeBack(campaign, command.Body.Reason, entry), cancellationToken);
}

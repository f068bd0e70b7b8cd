using FluentValidation;
using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Outreach;

/// <summary>An enterprise was asked to take part (S3.56); one that declined can be asked again.</summary>
public sealed record MobilizeProspectCommand(Guid ProspectId, uint ExpectedVersion, OutreachActRequest Body) : ICommand<Versioned<OutreachProspectDetails>>;

internal sealed class MobilizeProspectValidator : AbstractValidator<MobilizeProspectCommand>
{
    public MobilizeProspectValidator() => RuleFor(static command => command.Body.Act).SetValidator(new OutreachContactInputValidator());
}

internal sealed class MobilizeProspectHandler(OutreachActing acting) : ICommandHandler<MobilizeProspectCommand, Versioned<OutreachProspectDetails>>
{
    public async ValueTask<Versioned<OutreachProspectDetails>> Handle(MobilizeProspectCommand command, CancellationToken cancellationToken) =>
        await acting.DoAsync(command.ProspectId, command.ExpectedVersion, (prospect, campaign, entry) => prospect.Mobilize(campaign, command.Body.Act.ToContact(), entry), cancellationToken);
}

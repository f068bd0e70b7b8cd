using FluentValidation;
using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Outreach;

/// <summary>An enterprise was shown how to apply (S3.21, S4.20).</summary>
public sealed record GuideProspectCommand(Guid ProspectId, uint ExpectedVersion, OutreachActRequest Body) : ICommand<Versioned<OutreachProspectDetails>>;

internal sealed class GuideProspectValidator : AbstractValidator<GuideProspectCommand>
{
    public GuideProspectValidator() => RuleFor(static command => command.Body.Act).SetValidator(new OutreachContactInputValidator());
}

internal sealed class GuideProspectHandler(OutreachActing acting) : ICommandHandler<GuideProspectCommand, Versioned<OutreachProspectDetails>>
{
    public async ValueTask<Versioned<OutreachProspectDetails>> Handle(GuideProspectCommand command, CancellationToken cancellationToken) =>
        await acting.DoAsync(command.ProspectId, command.ExpectedVersion, (prospect, campaign, entry) => prospect.Guide(campaign, command.Body.Act.ToContact(), entry), cancellationToken);
}

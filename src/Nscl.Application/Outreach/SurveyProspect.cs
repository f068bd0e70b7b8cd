using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <param name="HeldSystems">Codes of the systems the enterprise is certified for by its own word; left out where it was not asked (S4.24).</param>
public sealed record SurveyProspectRequest(OutreachContactInput Act, IReadOnlyList<string>? HeldSystems = null);

/// <summary>An enterprise was surveyed (S4.19); again counts as another act of the same enterprise.</summary>
public sealed record SurveyProspectCommand(Guid ProspectId, uint ExpectedVersion, SurveyProspectRequest Body) : ICommand<Versioned<OutreachProspectDetails>>;

internal sealed class SurveyProspectValidator : AbstractValidator<SurveyProspectCommand>
{
    public SurveyProspectValidator()
    {
        RuleFor(static command => command.Body.Act).SetValidator(new OutreachContactInputValidator());
        RuleFor(static command => command.Body.HeldSystems).Must(static systems => systems!.Count <= OutreachProspect.MaxSystems).When(static command => command.Body.HeldSystems is not null);
        RuleForEach(static command => command.Body.HeldSystems).NotEmpty().MaximumLength(HeldCertificate.SystemCodeMaxLength);
    }
}

internal sealed class SurveyProspectHandler(INsclDb db, OutreachActing acting) : ICommandHandler<SurveyProspectCommand, Versioned<OutreachProspectDetails>>
{
    public async ValueTask<Versioned<OutreachProspectDetails>> Handle(SurveyProspectCommand command, CancellationToken cancellationToken)
    {
        var body = command.Body;
        await db.RequireKnownSystemsAsync(body.HeldSystems, cancellationToken);
        return await acting.DoAsync(command.ProspectId, command.ExpectedVersion, (prospect, campaign, entry) => prospect.Survey(campaign, body.Act.ToContact(), body.HeldSystems, entry), cancellationToken);
    }
}

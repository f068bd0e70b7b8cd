using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <param name="Reasons">Codes of the list <c>nonParticipationReasons</c>; <c>other</c> is written out in the note.</param>
/// <param name="FollowUpOn">When to ask again.</param>
public sealed record DeclineProspectRequest(OutreachContactInput Act, IReadOnlyList<string> Reasons, DateOnly? FollowUpOn = null);

/// <summary>An enterprise does not take part for now (S4.23–S4.25). It was surveyed all the same.</summary>
public sealed record DeclineProspectCommand(Guid ProspectId, uint ExpectedVersion, DeclineProspectRequest Body) : ICommand<Versioned<OutreachProspectDetails>>;

internal sealed class DeclineProspectValidator : AbstractValidator<DeclineProspectCommand>
{
    public DeclineProspectValidator()
    {
        RuleFor(static command => command.Body.Act).SetValidator(new OutreachContactInputValidator());
        RuleFor(static command => command.Body.Reasons).Must(static reasons => reasons.Count <= OutreachProspect.MaxReasons);
        RuleForEach(static command => command.Body.Reasons).NotEmpty().MaximumLength(OutreachAct.ReasonMaxLength);
    }
}

internal sealed class DeclineProspectHandler(INsclDb db, ICurrentUser current, OutreachActing acting) : ICommandHandler<DeclineProspectCommand, Versioned<OutreachProspectDetails>>
{
    public async ValueTask<Versioned<OutreachProspectDetails>> Handle(DeclineProspectCommand command, CancellationToken cancellationToken)
    {
        var body = command.Body;
        await db.RequireKnownReasonsAsync(current.User, body.Reasons, cancellationToken);
        return await acting.DoAsync(command.ProspectId, command.ExpectedVersion, (prospect, campaign, entry) => prospect.Decline(campaign, body.Act.ToContact(), body.Reasons, body.FollowUpOn, entry), cancellationToken);
    }
}

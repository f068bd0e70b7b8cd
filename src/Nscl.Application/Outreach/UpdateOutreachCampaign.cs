using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <summary>Replaces what is said of a campaign.</summary>
public sealed record UpdateOutreachCampaignCommand(Guid CampaignId, uint ExpectedVersion, OutreachCampaignInput Body) : ICommand<Versioned<OutreachCampaignDetails>>;

internal sealed class UpdateOutreachCampaignValidator : AbstractValidator<UpdateOutreachCampaignCommand>
{
    public UpdateOutreachCampaignValidator() => RuleFor(static command => command.Body).SetValidator(new OutreachCampaignInputValidator());
}

internal sealed class UpdateOutreachCampaignHandler(INsclDb db, ICurrentUser current, OutreachDescriber describer)
    : ICommandHandler<UpdateOutreachCampaignCommand, Versioned<OutreachCampaignDetails>>
{
    public async ValueTask<Versioned<OutreachCampaignDetails>> Handle(UpdateOutreachCampaignCommand command, CancellationToken cancellationToken)
    {
        // No act is entered meanwhile that the new first day would leave out.
        await db.LockAsync<OutreachCampaign>(command.CampaignId, cancellationToken);
        var campaign = await db.LoadCampaignAsync(command.CampaignId, cancellationToken);
        db.ExpectVersion(campaign, command.ExpectedVersion);
        await db.RequireKnownDistrictsAsync(current.User, command.Body, campaign.Districts, string.Empty, cancellationToken);
        var program = await db.Programs.AsNoTracking().FirstAsync(row => row.Id == campaign.ProgramId, cancellationToken);
        var firstActOn = await db.OutreachProspects.Where(row => row.CampaignId == campaign.Id).SelectMany(static row => row.Acts)
            .Where(static act => !act.IsTakenBack).MinAsync(static act => (DateOnly?)act.On, cancellationToken);
        campaign.Update(command.Body.ToContent(), program, firstActOn);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(campaign, cancellationToken);
    }
}

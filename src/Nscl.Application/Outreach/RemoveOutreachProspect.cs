using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <summary>Takes an enterprise off the list while nobody has spoken to it.</summary>
public sealed record RemoveOutreachProspectCommand(Guid ProspectId, uint ExpectedVersion) : ICommand;

internal sealed class RemoveOutreachProspectHandler(INsclDb db) : ICommandHandler<RemoveOutreachProspectCommand>
{
    public async ValueTask<Unit> Handle(RemoveOutreachProspectCommand command, CancellationToken cancellationToken)
    {
        var prospect = await db.LoadProspectAsync(command.ProspectId, cancellationToken);
        db.ExpectVersion(prospect, command.ExpectedVersion);
        await db.LockSharedAsync<OutreachCampaign>(prospect.CampaignId, cancellationToken);
        prospect.RequireRemovable(await db.LoadCampaignAsync(prospect.CampaignId, cancellationToken));
        db.OutreachProspects.Remove(prospect);
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}

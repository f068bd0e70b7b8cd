using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <param name="EnterpriseId">Of the register; who is not on it is registered first, by tax code.</param>
/// <param name="DistrictCode">Unit of its address or of one of its sites; that of its address where left out.</param>
public sealed record AddOutreachProspectRequest(Guid EnterpriseId, string? DistrictCode = null);

/// <summary>Puts an enterprise on the list of a campaign, once.</summary>
public sealed record AddOutreachProspectCommand(Guid CampaignId, AddOutreachProspectRequest Body) : ICommand<Versioned<OutreachProspectDetails>>;

internal sealed class AddOutreachProspectValidator : AbstractValidator<AddOutreachProspectCommand>
{
    public AddOutreachProspectValidator() => RuleFor(static command => command.Body.DistrictCode).MaximumLength(Enterprise.DistrictCodeMaxLength);
}

internal sealed class AddOutreachProspectHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, OutreachDescriber describer)
    : ICommandHandler<AddOutreachProspectCommand, Versioned<OutreachProspectDetails>>
{
    public async ValueTask<Versioned<OutreachProspectDetails>> Handle(AddOutreachProspectCommand command, CancellationToken cancellationToken)
    {
        // Nobody closes the campaign meanwhile; that it has each enterprise once, the table sees to.
        await db.LockSharedAsync<OutreachCampaign>(command.CampaignId, cancellationToken);
        var campaign = await db.LoadCampaignAsync(command.CampaignId, cancellationToken);
        var enterprise = await db.Enterprises.AsNoTracking().FirstOrDefaultAsync(row => row.Id == command.Body.EnterpriseId, cancellationToken) ?? throw new NotFoundException("enterprise");
        var district = string.IsNullOrWhiteSpace(command.Body.DistrictCode) ? null : command.Body.DistrictCode;
        var prospect = OutreachProspect.Add(campaign, enterprise, district, current.User.OutreachEntryOf(clock));
        db.OutreachProspects.Add(prospect);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(prospect, cancellationToken);
    }
}

using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <param name="ProgramId">The program that enterprises are asked to take part in.</param>
public sealed record PlanOutreachCampaignRequest(Guid ProgramId, OutreachCampaignInput Campaign);

/// <summary>Begins a round of surveying enterprises and asking them to take part (S3.21, S4.19).</summary>
public sealed record PlanOutreachCampaignCommand(PlanOutreachCampaignRequest Body) : ICommand<Versioned<OutreachCampaignDetails>>;

internal sealed class PlanOutreachCampaignValidator : AbstractValidator<PlanOutreachCampaignCommand>
{
    public PlanOutreachCampaignValidator() => RuleFor(static command => command.Body.Campaign).SetValidator(new OutreachCampaignInputValidator());
}

internal sealed class PlanOutreachCampaignHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, OutreachDescriber describer)
    : ICommandHandler<PlanOutreachCampaignCommand, Versioned<OutreachCampaignDetails>>
{
    public async ValueTask<Versioned<OutreachCampaignDetails>> Handle(PlanOutreachCampaignCommand command, CancellationToken cancellationToken)
    {
        var (user, asked) = (current.User, command.Body);
        var program = await db.Programs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == asked.ProgramId, cancellationToken) ?? throw new NotFoundException("program");
        await db.RequireKnownDistrictsAsync(user, asked.Campaign, [], "/campaign", cancellationToken);
        var campaign = OutreachCampaign.Plan(program, user.ProvinceOfNewRows, asked.Campaign.ToContent(), user.OutreachEntryOf(clock));
        db.OutreachCampaigns.Add(campaign);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(campaign, cancellationToken);
    }
}

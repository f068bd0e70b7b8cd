using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Commendations;

namespace Nscl.Application.Commendations;

/// <param name="ProgramId">The programme in whose plan period it is counted.</param>
/// <param name="Year">A year of the programme's period; left out, this year.</param>
public sealed record ProposeCommendationRequest(Guid ProgramId, CommendationInput Proposal, int? Year = null);

public sealed record ProposeCommendationCommand(ProposeCommendationRequest Body) : ICommand<Versioned<CommendationDetails>>;

internal sealed class ProposeCommendationValidator : AbstractValidator<ProposeCommendationCommand>
{
    public ProposeCommendationValidator()
    {
        RuleFor(static command => command.Body.Proposal).SetValidator(new CommendationInputValidator());
        RuleFor(static command => command.Body.Year).InclusiveBetween(1990, 2200);
    }
}

internal sealed class ProposeCommendationHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CommendationDescriber describer)
    : ICommandHandler<ProposeCommendationCommand, Versioned<CommendationDetails>>
{
    private const string Series = "commendation";

    public async ValueTask<Versioned<CommendationDetails>> Handle(ProposeCommendationCommand command, CancellationToken cancellationToken)
    {
        var (asked, province, year) = (command.Body, current.User.ProvinceOfNewRows, command.Body.Year ?? clock.Today.Year);
        var program = await db.Programs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == asked.ProgramId, cancellationToken) ?? throw new NotFoundException("program");
        await db.RequireKnownAsync(asked.Proposal, "/proposal", cancellationToken);
        var number = await db.NextNumberAsync(Series, province, year, cancellationToken);
        var proposal = CommendationProposal.Propose(program, province, number, year, asked.Proposal.ToContent(), current.User.CommendationActOf(clock));
        db.CommendationProposals.Add(proposal);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(proposal, cancellationToken);
    }
}

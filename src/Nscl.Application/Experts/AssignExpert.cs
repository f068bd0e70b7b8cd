using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.ReferenceData;
using Nscl.Domain.Experts;
using Nscl.Domain.ReferenceData;

namespace Nscl.Application.Experts;

/// <param name="Purpose">Code of the list <c>assignmentPurposes</c>.</param>
/// <param name="EndsOn">Last day; left out while it is open.</param>
public sealed record AssignExpertRequest(Guid ExpertId, Guid EnterpriseId, string Purpose, DateOnly StartsOn, DateOnly? EndsOn = null, string? Note = null);

/// <summary>Sends an expert to an enterprise for a time (S0.20).</summary>
public sealed record AssignExpertCommand(AssignExpertRequest Body) : ICommand<Versioned<ExpertAssignmentDetails>>;

internal sealed class AssignExpertValidator : AbstractValidator<AssignExpertCommand>
{
    public AssignExpertValidator()
    {
        RuleFor(static command => command.Body.Purpose).NotEmpty().MaximumLength(ExpertAssignment.PurposeMaxLength);
        RuleFor(static command => command.Body.Note).MaximumLength(ExpertAssignment.NoteMaxLength);
    }
}

internal sealed class AssignExpertHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, ExpertAssignmentDescriber describer)
    : ICommandHandler<AssignExpertCommand, Versioned<ExpertAssignmentDetails>>
{
    public async ValueTask<Versioned<ExpertAssignmentDetails>> Handle(AssignExpertCommand command, CancellationToken cancellationToken)
    {
        var (user, body) = (current.User, command.Body);
        // Nobody takes the expert off the active list meanwhile; that no two assignments share a day, the table sees to.
        await db.LockSharedAsync<Expert>(body.ExpertId, cancellationToken);
        var expert = await db.LoadExpertAsync(body.ExpertId, cancellationToken);
        if (!await db.Enterprises.AnyAsync(row => row.Id == body.EnterpriseId, cancellationToken))
        {
            throw new NotFoundException("enterprise");
        }

        if (!await db.Set<ReferenceItem>().AnyAsync(item => item.List == ReferenceLists.AssignmentPurposes && (item.ProvinceCode == null || user.Provinces.Contains(item.ProvinceCode)) && item.Code == body.Purpose, cancellationToken))
        {
            throw new InvalidInputException("/purpose", "expertAssignment.unknownPurpose", "The list of purposes has no such code.");
        }

        var assignment = ExpertAssignment.Assign(expert, body.EnterpriseId, new ExpertAssignmentContent(body.Purpose, body.StartsOn, body.EndsOn, body.Note), user.ExpertActOf(clock));
        db.ExpertAssignments.Add(assignment);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(assignment, cancellationToken);
    }
}

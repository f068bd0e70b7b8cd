using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Appraisals;

namespace Nscl.Application.Appraisals;

/// <param name="SubjectId">The nomination or dossier.</param>
/// <param name="Reason">What the conflict is, where there is one.</param>
public sealed record DeclareConflictRequest(Guid SubjectId, bool HasConflict, string? Reason = null);

/// <summary>A member says whether he or she is in conflict; before that the file stays closed.</summary>
public sealed record DeclareConflictCommand(Guid SessionId, DeclareConflictRequest Body) : ICommand<Versioned<CouncilSessionDetails>>;

internal sealed class DeclareConflictValidator : AbstractValidator<DeclareConflictCommand>
{
    public DeclareConflictValidator() => RuleFor(static command => command.Body.Reason).MaximumLength(CouncilSession.ReasonMaxLength);
}

internal sealed class DeclareConflictHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CouncilDescriber describer) : ICommandHandler<DeclareConflictCommand, Versioned<CouncilSessionDetails>>
{
    public async ValueTask<Versioned<CouncilSessionDetails>> Handle(DeclareConflictCommand command, CancellationToken cancellationToken)
    {
        var (user, asked) = (current.User, command.Body);
        var session = await db.LockCouncilSessionAsync(command.SessionId, cancellationToken);
        var enterprises = user.Rows.EnterpriseIds;
        var own = await db.Enterprises.AsNoTracking().Where(row => enterprises.Contains(row.Id)).Select(static row => row.TaxCode).ToListAsync(cancellationToken);
        session.Declare(user.Id, asked.SubjectId, asked.HasConflict, asked.Reason, own, clock.Today);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(session, cancellationToken);
    }
}

using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Appraisals;

namespace Nscl.Application.Appraisals;

/// <param name="MemberIds">Everybody who is there.</param>
public sealed record RecordCouncilAttendanceRequest(IReadOnlyList<Guid> MemberIds);

/// <summary>Takes down who is there; may be corrected.</summary>
public sealed record RecordCouncilAttendanceCommand(Guid SessionId, RecordCouncilAttendanceRequest Body) : ICommand<Versioned<CouncilSessionDetails>>;

internal sealed class RecordCouncilAttendanceValidator : AbstractValidator<RecordCouncilAttendanceCommand>
{
    public RecordCouncilAttendanceValidator() =>
        RuleFor(static command => command.Body.MemberIds.Count).LessThanOrEqualTo(Council.MaxMembers).OverridePropertyName("Body.MemberIds");
}

internal sealed class RecordCouncilAttendanceHandler(INsclDb db, CouncilDescriber describer) : ICommandHandler<RecordCouncilAttendanceCommand, Versioned<CouncilSessionDetails>>
{
    public async ValueTask<Versioned<CouncilSessionDetails>> Handle(RecordCouncilAttendanceCommand command, CancellationToken cancellationToken)
    {
        var session = await db.LockCouncilSessionAsync(command.SessionId, cancellationToken);
        session.RecordAttendance(command.Body.MemberIds);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(session, cancellationToken);
    }
}

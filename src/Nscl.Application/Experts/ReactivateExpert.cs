using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Experts;

/// <summary>Puts somebody on the active list again.</summary>
public sealed record ReactivateExpertCommand(Guid ExpertId, uint ExpectedVersion) : ICommand<Versioned<ExpertDetails>>;

internal sealed class ReactivateExpertHandler(INsclDb db, ExpertDescriber describer) : ICommandHandler<ReactivateExpertCommand, Versioned<ExpertDetails>>
{
    public async ValueTask<Versioned<ExpertDetails>> Handle(ReactivateExpertCommand command, CancellationToken cancellationToken)
    {
        var expert = await db.LoadExpertAsync(command.ExpertId, command.ExpectedVersion, cancellationToken);
        expert.Reactivate();
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(expert, cancellationToken);
    }
}

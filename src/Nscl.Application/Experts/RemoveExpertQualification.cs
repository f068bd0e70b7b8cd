using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Experts;

/// <summary>Takes away training that was recorded by mistake.</summary>
public sealed record RemoveExpertQualificationCommand(Guid ExpertId, Guid QualificationId, uint ExpectedVersion) : ICommand<Versioned<ExpertDetails>>;

internal sealed class RemoveExpertQualificationHandler(INsclDb db, ExpertDescriber describer) : ICommandHandler<RemoveExpertQualificationCommand, Versioned<ExpertDetails>>
{
    public async ValueTask<Versioned<ExpertDetails>> Handle(RemoveExpertQualificationCommand command, CancellationToken cancellationToken)
    {
        var expert = await db.LoadExpertAsync(command.ExpertId, command.ExpectedVersion, cancellationToken);
        if (!expert.RemoveQualification(command.QualificationId))
        {
            throw new NotFoundException("expertQualification");
        }

        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(expert, cancellationToken);
    }
}

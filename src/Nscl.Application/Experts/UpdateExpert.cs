using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Identity;

namespace Nscl.Application.Experts;

/// <summary>Replaces what is said of an expert.</summary>
public sealed record UpdateExpertCommand(Guid ExpertId, uint ExpectedVersion, ExpertInput Body) : ICommand<Versioned<ExpertDetails>>;

internal sealed class UpdateExpertValidator : AbstractValidator<UpdateExpertCommand>
{
    public UpdateExpertValidator() => RuleFor(static command => command.Body).SetValidator(new ExpertInputValidator());
}

internal sealed class UpdateExpertHandler(INsclDb db, ICurrentUser current, IAccountDirectory accounts, IBusinessClock clock, ExpertDescriber describer)
    : ICommandHandler<UpdateExpertCommand, Versioned<ExpertDetails>>
{
    public async ValueTask<Versioned<ExpertDetails>> Handle(UpdateExpertCommand command, CancellationToken cancellationToken)
    {
        var expert = await db.LoadExpertAsync(command.ExpertId, command.ExpectedVersion, cancellationToken);
        var account = await accounts.FindAsync(expert.Province, command.Body.UserName, cancellationToken);
        expert.Update(command.Body.ToContent(account), current.User.ExpertActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(expert, cancellationToken);
    }
}

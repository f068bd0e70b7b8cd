using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Common;
using Nscl.Domain.Experts;

namespace Nscl.Application.Experts;

/// <param name="Expert">What is said of the person.</param>
/// <param name="IsDifferentPerson">Somebody of the same name and agency is on the register; this is another person.</param>
public sealed record RegisterExpertRequest(ExpertInput Expert, bool IsDifferentPerson = false);

/// <summary>Puts somebody on the province's register of experts (S0.20, S1.6).</summary>
public sealed record RegisterExpertCommand(RegisterExpertRequest Body) : ICommand<Versioned<ExpertDetails>>;

internal sealed class RegisterExpertValidator : AbstractValidator<RegisterExpertCommand>
{
    public RegisterExpertValidator() => RuleFor(static command => command.Body.Expert).SetValidator(new ExpertInputValidator());
}

internal sealed class RegisterExpertHandler(INsclDb db, ICurrentUser current, IAccountDirectory accounts, IBusinessClock clock, ExpertDescriber describer)
    : ICommandHandler<RegisterExpertCommand, Versioned<ExpertDetails>>
{
    public async ValueTask<Versioned<ExpertDetails>> Handle(RegisterExpertCommand command, CancellationToken cancellationToken)
    {
        var (input, province) = (command.Body.Expert, current.User.ProvinceOfNewRows);
        var account = await accounts.FindAsync(province, input.UserName, cancellationToken);
        var expert = Expert.Register(province, input.ToContent(account), current.User.ExpertActOf(clock));
        if (!command.Body.IsDifferentPerson && await db.Experts.AnyAsync(row => row.Province == province && row.PersonKey == expert.PersonKey, cancellationToken))
        {
            throw ExpertRules.PossibleDuplicate(SearchText.Tidy(input.FullName));
        }

        db.Experts.Add(expert);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(expert, cancellationToken);
    }
}

using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

public sealed record RegisterEnterpriseCommand(EnterpriseInput Body) : ICommand<Versioned<EnterpriseDetails>>;

internal sealed class RegisterEnterpriseValidator : AbstractValidator<RegisterEnterpriseCommand>
{
    public RegisterEnterpriseValidator() => RuleFor(static command => command.Body).SetValidator(new EnterpriseInputValidator());
}

internal sealed class RegisterEnterpriseHandler(INsclDb db, EnterpriseReading reading, ICurrentUser current, IBusinessClock clock)
    : ICommandHandler<RegisterEnterpriseCommand, Versioned<EnterpriseDetails>>
{
    public async ValueTask<Versioned<EnterpriseDetails>> Handle(RegisterEnterpriseCommand command, CancellationToken cancellationToken)
    {
        var (province, input, today) = (current.User.ProvinceOfNewRows, command.Body, clock.Today);
        if (input.TaxCodeOverrideReason is not null)
        {
            current.User.Require(Permissions.EnterprisesOverrideTaxCode);
        }

        await EnterpriseReferences.RequireKnownAsync(db, current.User, today, input, before: null, cancellationToken);
        var enterprise = Enterprise.Register(province, input.TaxCode, input.TaxCodeOverrideReason, input.Profile, today);
        await db.RequireFreeTaxCodeAsync(current.User, enterprise, cancellationToken);
        input.DeclareFor(enterprise, today);
        db.Enterprises.Add(enterprise);
        await db.SaveChangesAsync(cancellationToken);
        return await reading.DetailsAsync(enterprise.Id, cancellationToken);
    }
}

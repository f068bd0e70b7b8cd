using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

public sealed record UpdateEnterpriseCommand(Guid EnterpriseId, uint ExpectedVersion, EnterpriseInput Body) : ICommand<Versioned<EnterpriseDetails>>;

internal sealed class UpdateEnterpriseValidator : AbstractValidator<UpdateEnterpriseCommand>
{
    public UpdateEnterpriseValidator() => RuleFor(static command => command.Body).SetValidator(new EnterpriseInputValidator());
}

internal sealed class UpdateEnterpriseHandler(INsclDb db, EnterpriseReading reading, ICurrentUser current, IBusinessClock clock)
    : ICommandHandler<UpdateEnterpriseCommand, Versioned<EnterpriseDetails>>
{
    public async ValueTask<Versioned<EnterpriseDetails>> Handle(UpdateEnterpriseCommand command, CancellationToken cancellationToken)
    {
        var (input, today) = (command.Body, clock.Today);
        var enterprise = await db.LoadEnterpriseAsync(command.EnterpriseId, command.ExpectedVersion, cancellationToken);
        if (input.TaxCodeOverrideReason is not null)
        {
            current.User.Require(Permissions.EnterprisesOverrideTaxCode);
        }

        await EnterpriseReferences.RequireKnownAsync(db, current.User, today, input, enterprise, cancellationToken);
        if (KeepsTaxCode(enterprise, input, today))
        {
            enterprise.UpdateProfile(input.Profile, today);
        }
        else
        {
            // An enterprise's own people may change what they declare, not which enterprise they are.
            current.User.Require(Permissions.EnterprisesRegister);
            enterprise.CorrectTaxCode(input.TaxCode, input.TaxCodeOverrideReason, input.Profile, today);
            await db.RequireFreeTaxCodeAsync(current.User, enterprise, cancellationToken);
        }

        input.DeclareFor(enterprise, today);
        await db.SaveChangesAsync(cancellationToken);
        return await reading.DetailsAsync(enterprise.Id, cancellationToken);
    }

    private static bool KeepsTaxCode(Enterprise enterprise, EnterpriseInput input, DateOnly today) =>
        TaxCode.Validate(input.TaxCode, today).Normalized == enterprise.TaxCode
        && (input.TaxCodeOverrideReason is null || input.TaxCodeOverrideReason == enterprise.TaxCodeOverrideReason);
}

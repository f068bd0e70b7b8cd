using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <param name="Products">The whole list. An entry with the id of a product changes that product; one without is new; what is not named goes.</param>
public sealed record ReplaceEnterpriseProductsRequest(IReadOnlyList<ProductEntry> Products);

public sealed record ReplaceEnterpriseProductsCommand(Guid EnterpriseId, uint ExpectedVersion, ReplaceEnterpriseProductsRequest Body)
    : ICommand<Versioned<EnterpriseDetails>>;

internal sealed class ReplaceEnterpriseProductsValidator : AbstractValidator<ReplaceEnterpriseProductsCommand>
{
    public ReplaceEnterpriseProductsValidator()
    {
        RuleFor(static command => command.Body.Products.Count).LessThanOrEqualTo(Enterprise.ProductsMaxCount).OverridePropertyName("Body.Products");
        RuleForEach(static command => command.Body.Products).ChildRules(static product =>
        {
            product.RuleFor(static entry => entry.Name).NotEmpty().MaximumLength(Product.NameMaxLength);
            product.RuleFor(static entry => entry.SectorCode).NotEmpty().MaximumLength(Enterprise.SectorCodeMaxLength);
            product.RuleFor(static entry => entry.Gtin).MaximumLength(TaxCode.InputMaxLength);
            product.RuleFor(static entry => entry.CriteriaEvidence).MaximumLength(Product.CriteriaEvidenceMaxLength);
            product.RuleFor(static entry => entry.Standards!.Count).LessThanOrEqualTo(Product.StandardsMaxCount).OverridePropertyName("Standards").When(static entry => entry.Standards is not null);
            product.RuleForEach(static entry => entry.Standards).NotEmpty().MaximumLength(Product.StandardMaxLength);
        });
    }
}

internal sealed class ReplaceEnterpriseProductsHandler(INsclDb db, EnterpriseReading reading, ICurrentUser current, IBusinessClock clock)
    : ICommandHandler<ReplaceEnterpriseProductsCommand, Versioned<EnterpriseDetails>>
{
    public async ValueTask<Versioned<EnterpriseDetails>> Handle(ReplaceEnterpriseProductsCommand command, CancellationToken cancellationToken)
    {
        var enterprise = await db.LoadEnterpriseAsync(command.EnterpriseId, command.ExpectedVersion, cancellationToken);
        await EnterpriseReferences.RequireKnownAsync(db, current.User, clock.Today, command.Body.Products, enterprise, cancellationToken);
        enterprise.ReplaceProducts(command.Body.Products);
        await db.SaveChangesAsync(cancellationToken);
        return await reading.DetailsAsync(enterprise.Id, cancellationToken);
    }
}

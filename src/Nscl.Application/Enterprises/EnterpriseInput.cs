using FluentValidation;
using Nscl.Application.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <summary>What is said of an enterprise when it is registered or updated.</summary>
/// <param name="TaxCode">As typed; spaces, dots and hyphens are separators.</param>
/// <param name="Name">As registered, letter for letter.</param>
/// <param name="DistrictCode">Administrative unit of the head office.</param>
/// <param name="SectorCode">A priority sector of the province, or <c>other</c>.</param>
/// <param name="DeclaredFacts">Figures of one year; left out, those on record stay.</param>
/// <param name="EstablishedOn">Date of the first registration certificate.</param>
/// <param name="Sites">Production sites; left out, those on record stay. An entry with the id of a site changes that site.</param>
/// <param name="TaxCodeOverrideReason">An officer's reason to take a code whose check digit does not fit.</param>
public sealed record EnterpriseInput(
    string TaxCode,
    string Name,
    OrganizationType OrganizationType,
    string DistrictCode,
    string SectorCode,
    string? Address = null,
    EnterpriseFacts? DeclaredFacts = null,
    string? LegalRepresentative = null,
    string? Phone = null,
    string? Email = null,
    DateOnly? EstablishedOn = null,
    IReadOnlyList<SiteEntry>? Sites = null,
    string? TaxCodeOverrideReason = null)
{
    internal EnterpriseProfile Profile => new(Name, OrganizationType, DistrictCode, SectorCode, Address, LegalRepresentative, Phone, Email, EstablishedOn);

    /// <summary>Gives the enterprise the figures and sites that the input names.</summary>
    internal void DeclareFor(Enterprise enterprise, DateOnly today)
    {
        if (DeclaredFacts is not null)
        {
            enterprise.DeclareFacts(DeclaredFacts.ToDomain(), today);
        }

        if (Sites is not null)
        {
            enterprise.ReplaceSites(Sites);
        }
    }
}

internal sealed class EnterpriseInputValidator : AbstractValidator<EnterpriseInput>
{
    public EnterpriseInputValidator()
    {
        RuleFor(static input => input.TaxCode).NotEmpty().MaximumLength(TaxCode.InputMaxLength);
        RuleFor(static input => input.Name).NotEmpty().MaximumLength(Enterprise.NameMaxLength);
        RuleFor(static input => input.DistrictCode).NotEmpty().MaximumLength(Enterprise.DistrictCodeMaxLength);
        RuleFor(static input => input.SectorCode).NotEmpty().MaximumLength(Enterprise.SectorCodeMaxLength);
        RuleFor(static input => input.Address).MaximumLength(Enterprise.AddressMaxLength);
        RuleFor(static input => input.LegalRepresentative).MaximumLength(Enterprise.LegalRepresentativeMaxLength);
        RuleFor(static input => input.Phone).MaximumLength(Enterprise.PhoneMaxLength).Matches(@"^[0-9 ().+\-]*$");
        RuleFor(static input => input.Email).MaximumLength(Enterprise.EmailMaxLength).EmailAddress().When(static input => !string.IsNullOrWhiteSpace(input.Email));
        RuleFor(static input => input.TaxCodeOverrideReason).MaximumLength(TaxCode.OverrideReasonMaxLength);
        RuleFor(static input => input.DeclaredFacts!).SetValidator(new EnterpriseFactsValidator()).When(static input => input.DeclaredFacts is not null);
        RuleFor(static input => input.Sites!.Count).LessThanOrEqualTo(Enterprise.SitesMaxCount).OverridePropertyName("Sites").When(static input => input.Sites is not null);
        RuleForEach(static input => input.Sites).ChildRules(static site =>
        {
            site.RuleFor(static entry => entry.Name).NotEmpty().MaximumLength(ProductionSite.NameMaxLength);
            site.RuleFor(static entry => entry.DistrictCode).NotEmpty().MaximumLength(Enterprise.DistrictCodeMaxLength);
            site.RuleFor(static entry => entry.Address).MaximumLength(Enterprise.AddressMaxLength);
        });
    }
}

internal sealed class EnterpriseFactsValidator : AbstractValidator<EnterpriseFacts>
{
    public EnterpriseFactsValidator()
    {
        RuleFor(static facts => facts.InsuredEmployees).GreaterThanOrEqualTo(0);
        RuleFor(static facts => facts.AnnualRevenue).NotNegative();
        RuleFor(static facts => facts.TotalCapital).NotNegative();
    }
}

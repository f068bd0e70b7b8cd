using Nscl.Domain.Common;

namespace Nscl.Domain.Enterprises;

/// <summary>Every reason an enterprise's record can say no.</summary>
public static class EnterpriseRules
{
    /// <summary>Another row of the province holds the code; uniqueness itself is the database's.</summary>
    public static RuleViolationException TaxCodeTaken(string taxCode) => At(
        "/taxCode",
        "enterprise.taxCodeTaken",
        "An enterprise with this tax code is registered already.",
        ("taxCode", TaxCode.Mask(taxCode)));

    public static RuleViolationException TaxCodeMalformed(TaxCodeValidation validation) => At(
        "/taxCode",
        "enterprise.taxCodeMalformed",
        "This is not a tax code; no override is possible.",
        ("reason", validation.Reason));

    public static RuleViolationException TaxCodeCheckDigit(TaxCodeValidation validation) => At(
        "/taxCode",
        "enterprise.taxCodeCheckDigit",
        "The check digit of the tax code does not fit; an officer who holds the registration paper may give a reason to take it.",
        ("taxCode", validation.Normalized));

    public static RuleViolationException PersonalIdOnlyForHousehold() => At(
        "/taxCode",
        "enterprise.personalIdOnlyForHousehold",
        "A 12-digit personal id is the tax code of a business household only.");

    public static RuleViolationException NameRequired() => At(
        "/name",
        "enterprise.nameRequired",
        "The name is missing.");

    public static RuleViolationException EstablishedInFuture() => At(
        "/establishedOn",
        "enterprise.establishedInFuture",
        "The date of establishment has not come yet.");

    public static RuleViolationException FactsYearOutOfRange(int earliest, int latest) => At(
        "/declaredFacts/year",
        "enterprise.factsYearOutOfRange",
        "The year of the declared figures is out of range.",
        ("earliest", earliest),
        ("latest", latest));

    public static RuleViolationException ProductNameRequired(string product) => At(
        product + "/name",
        "enterprise.productNameRequired",
        "A product needs a name.");

    public static RuleViolationException ProductRepeated(string product, string name) => At(
        product + "/name",
        "enterprise.productRepeated",
        "The product is in the list already.",
        ("name", name));

    public static RuleViolationException ProductUnknown(string product, string name) => At(
        product + "/id",
        "enterprise.productUnknown",
        "The product to change is not one of this enterprise.",
        ("name", name));

    /// <summary>The criteria of S3.37 and S3.38 give priority, so they are shown by evidence, not claimed.</summary>
    public static RuleViolationException CriteriaNeedEvidence(string product, string name) => At(
        product + "/criteriaEvidence",
        "enterprise.criteriaNeedEvidence",
        "Import substitution and export need a note of the evidence.",
        ("name", name));

    public static RuleViolationException GtinInvalid(string product, GtinValidation validation) => At(
        product + "/gtin",
        "enterprise.gtinInvalid",
        "This is not a trade item number.",
        ("gtin", validation.Normalized),
        ("reason", validation.Reason));

    public static RuleViolationException SiteNameRequired(string site) => At(
        site + "/name",
        "enterprise.siteNameRequired",
        "A production site needs a name.");

    public static RuleViolationException SiteRepeated(string site, string name) => At(
        site + "/name",
        "enterprise.siteRepeated",
        "The production site is in the list already.",
        ("name", name));

    public static RuleViolationException SiteUnknown(string site, string name) => At(
        site + "/id",
        "enterprise.siteUnknown",
        "The production site to change is not one of this enterprise.",
        ("name", name));

    public static RuleViolationException CertificateExpiresBeforeIssue() => At(
        "/expiresOn",
        "enterprise.certificateExpiresBeforeIssue",
        "A certificate cannot expire before it is issued.");

    public static RuleViolationException CertificateRepeated(string number) => At(
        "/number",
        "enterprise.certificateRepeated",
        "This certificate of this issuer is recorded already.",
        ("number", number));

    public static RuleViolationException CertificateUnknown() => new(
        "enterprise.certificateUnknown",
        "The certificate is not one of this enterprise.");

    /// <param name="pointer">JSON pointer to the field of the request that the rule is about.</param>
    private static RuleViolationException At(string pointer, string code, string message, params (string Name, object? Value)[] args)
    {
        var all = new Dictionary<string, object?> { ["pointer"] = pointer };
        foreach (var (name, value) in args)
        {
            all[name] = value;
        }

        return new RuleViolationException(code, message, all);
    }
}

using Nscl.Domain.Common;

namespace Nscl.Domain.Enterprises;

/// <summary>Every reason an enterprise's record can say no.</summary>
public static class EnterpriseRules
{
    /// <summary>Another row of the province holds the code; uniqueness itself is the database's.</summary>
    public static RuleViolationException TaxCodeTaken(string taxCode) => new(
        "enterprise.taxCodeTaken",
        "An enterprise with this tax code is registered already.",
        new Dictionary<string, object?> { ["taxCode"] = TaxCode.Mask(taxCode) });

    public static RuleViolationException TaxCodeMalformed(TaxCodeValidation validation) => new(
        "enterprise.taxCodeMalformed",
        "This is not a tax code; no override is possible.",
        new Dictionary<string, object?> { ["reason"] = validation.Reason });

    public static RuleViolationException TaxCodeCheckDigit(TaxCodeValidation validation) => new(
        "enterprise.taxCodeCheckDigit",
        "The check digit of the tax code does not fit; an officer who holds the registration paper may give a reason to take it.",
        new Dictionary<string, object?> { ["taxCode"] = validation.Normalized });

    public static RuleViolationException PersonalIdOnlyForHousehold() => new(
        "enterprise.personalIdOnlyForHousehold",
        "A 12-digit personal id is the tax code of a business household only.");

    public static RuleViolationException NameRequired() => new(
        "enterprise.nameRequired",
        "The name is missing.");

    public static RuleViolationException EstablishedInFuture() => new(
        "enterprise.establishedInFuture",
        "The date of establishment has not come yet.");

    public static RuleViolationException FactsYearOutOfRange(int earliest, int latest) => new(
        "enterprise.factsYearOutOfRange",
        "The year of the declared figures is out of range.",
        new Dictionary<string, object?> { ["earliest"] = earliest, ["latest"] = latest });

    public static RuleViolationException ProductNameRequired() => new(
        "enterprise.productNameRequired",
        "A product needs a name.");

    public static RuleViolationException ProductRepeated(string name) => new(
        "enterprise.productRepeated",
        "The product is in the list already.",
        new Dictionary<string, object?> { ["name"] = name });

    public static RuleViolationException ProductUnknown(string name) => new(
        "enterprise.productUnknown",
        "The product to change is not one of this enterprise.",
        new Dictionary<string, object?> { ["name"] = name });

    /// <summary>The criteria of S3.37 and S3.38 give priority, so they are shown by evidence, not claimed.</summary>
    public static RuleViolationException CriteriaNeedEvidence(string name) => new(
        "enterprise.criteriaNeedEvidence",
        "Import substitution and export need a note of the evidence.",
        new Dictionary<string, object?> { ["name"] = name });

    public static RuleViolationException GtinInvalid(GtinValidation validation) => new(
        "enterprise.gtinInvalid",
        "This is not a trade item number.",
        new Dictionary<string, object?> { ["gtin"] = validation.Normalized, ["reason"] = validation.Reason });

    public static RuleViolationException SiteNameRequired() => new(
        "enterprise.siteNameRequired",
        "A production site needs a name.");

    public static RuleViolationException SiteRepeated(string name) => new(
        "enterprise.siteRepeated",
        "The production site is in the list already.",
        new Dictionary<string, object?> { ["name"] = name });

    public static RuleViolationException SiteUnknown(string name) => new(
        "enterprise.siteUnknown",
        "The production site to change is not one of this enterprise.",
        new Dictionary<string, object?> { ["name"] = name });

    public static RuleViolationException CertificateExpiresBeforeIssue() => new(
        "enterprise.certificateExpiresBeforeIssue",
        "A certificate cannot expire before it is issued.");

    public static RuleViolationException CertificateRepeated(string number) => new(
        "enterprise.certificateRepeated",
        "This certificate of this issuer is recorded already.",
        new Dictionary<string, object?> { ["number"] = number });

    public static RuleViolationException CertificateUnknown() => new(
        "enterprise.certificateUnknown",
        "The certificate is not one of this enterprise.");
}

using Nscl.Domain.Common;

namespace Nscl.Domain.Enterprises;

/// <summary>Field of the main registered business line; each has its own limits (80/2021/NĐ-CP, Điều 5).</summary>
public enum EnterpriseField
{
    /// <summary>Agriculture, forestry, fishery; industry and construction.</summary>
    AgricultureIndustryConstruction,

    /// <summary>Trade and services.</summary>
    TradeServices,
}

/// <summary>Size of an enterprise by law, smallest first.</summary>
public enum SizeClass
{
    Micro,
    Small,
    Medium,

    /// <summary>Larger than the law on support for small and medium enterprises covers.</summary>
    NotSme,

    /// <summary>The scale is for enterprises; this is none.</summary>
    NotApplicable,
}

public enum SizeCriterion
{
    /// <summary>Yearly average of employees in social insurance.</summary>
    Employees,

    /// <summary>Total revenue of the year, đồng.</summary>
    Revenue,

    /// <summary>Total capital of the year, đồng.</summary>
    Capital,
}

/// <summary>One comparison on the way to a size class.</summary>
/// <param name="ClassTested">The class whose limit was tried.</param>
/// <param name="Value">Persons for employees, đồng otherwise; null where nothing was declared.</param>
/// <param name="Limit">Inclusive ("không quá").</param>
public sealed record SizeLeg(SizeCriterion Criterion, SizeClass ClassTested, long? Value, long Limit, bool Met);

/// <summary>What a class allows in a field; all limits are inclusive ("không quá").</summary>
/// <param name="Employees">Yearly average of employees in social insurance; must hold.</param>
/// <param name="Revenue">Total revenue of the year, đồng; this or <paramref name="Capital"/> must hold.</param>
/// <param name="Capital">Total capital of the year, đồng.</param>
public sealed record SizeLimit(SizeClass SizeClass, EnterpriseField Field, int Employees, long Revenue, long Capital);

/// <param name="Legs">Every comparison made, smallest class first, ending with the class that was found.</param>
/// <param name="LegalBasis">The provision the scale comes from; null where no scale applies.</param>
public sealed record SizeClassification(SizeClass SizeClass, IReadOnlyList<SizeLeg> Legs, string? LegalBasis)
{
    public static readonly SizeClassification NotApplicable = new(SizeClass.NotApplicable, [], LegalBasis: null);
}

/// <summary>
/// Size of an enterprise under the scale in force on a date: employees within the limit, <b>and</b> revenue <b>or</b> capital
/// within theirs; a larger class only where the smaller one does not hold (domain-reference §2.2).
/// </summary>
public static class EnterpriseSizeClassifier
{
    // Limits are law and the law is dated: the scales of 39/2018/NĐ-CP and before are not stored, so earlier dates are refused
    // instead of being judged by a later scale. Revenue and capital in đồng.
    private static readonly Scale[] Scales =
    [
        new(
            InForce: new DateRange(new DateOnly(2021, 10, 15)),
            LegalBasis: "80/2021/NĐ-CP, Điều 5",
            Limits:
            [
                new(SizeClass.Micro, EnterpriseField.AgricultureIndustryConstruction, 10, 3_000_000_000, 3_000_000_000),
                new(SizeClass.Micro, EnterpriseField.TradeServices, 10, 10_000_000_000, 3_000_000_000),
                new(SizeClass.Small, EnterpriseField.AgricultureIndustryConstruction, 100, 50_000_000_000, 20_000_000_000),
                new(SizeClass.Small, EnterpriseField.TradeServices, 50, 100_000_000_000, 50_000_000_000),
                new(SizeClass.Medium, EnterpriseField.AgricultureIndustryConstruction, 200, 200_000_000_000, 100_000_000_000),
                new(SizeClass.Medium, EnterpriseField.TradeServices, 100, 300_000_000_000, 100_000_000_000),
            ]),
    ];

    /// <param name="field">Field of the main registered business line.</param>
    /// <param name="insuredEmployees">Yearly average of employees in social insurance; no class can be told without it.</param>
    /// <param name="annualRevenue">Total revenue of the year; null for a firm that has none yet, which is then judged by capital alone.</param>
    /// <param name="totalCapital">Total capital of the year.</param>
    /// <param name="asOf">Picks the scale.</param>
    /// <exception cref="RuleViolationException">A code of <see cref="EnterpriseSizeRules"/>.</exception>
    public static SizeClassification Classify(
        EnterpriseField field,
        int? insuredEmployees,
        Money? annualRevenue,
        Money? totalCapital,
        DateOnly asOf)
    {
        var scale = ScaleOn(asOf) ?? throw EnterpriseSizeRules.ScaleNotStored(asOf, Scales[0].InForce.From);

        if (insuredEmployees is null)
        {
            throw EnterpriseSizeRules.EmployeesRequired();
        }

        if (annualRevenue is null && totalCapital is null)
        {
            throw EnterpriseSizeRules.RevenueOrCapitalRequired();
        }

        if (insuredEmployees < 0 || annualRevenue is { IsNegative: true } || totalCapital is { IsNegative: true })
        {
            throw EnterpriseSizeRules.NegativeValue();
        }

        var legs = new List<SizeLeg>();
        foreach (var limit in scale.Limits.Where(limit => limit.Field == field))
        {
            var employees = Leg(SizeCriterion.Employees, limit.SizeClass, insuredEmployees, limit.Employees);
            var revenue = Leg(SizeCriterion.Revenue, limit.SizeClass, annualRevenue?.Dong, limit.Revenue);
            var capital = Leg(SizeCriterion.Capital, limit.SizeClass, totalCapital?.Dong, limit.Capital);
            legs.AddRange([employees, revenue, capital]);

            if (employees.Met && (revenue.Met || capital.Met))
            {
                return new SizeClassification(limit.SizeClass, legs, scale.LegalBasis);
            }
        }

        return new SizeClassification(SizeClass.NotSme, legs, scale.LegalBasis);
    }

    /// <summary>
    /// The class as far as it can be told from what a body declares: null where figures are missing or no scale is stored for the date.
    /// <see cref="Classify"/> says which.
    /// </summary>
    public static SizeClassification? Tell(OrganizationType organizationType, DeclaredFacts? facts, DateOnly asOf)
    {
        // The scale of 80/2021/NĐ-CP, Điều 5 speaks of enterprises (doanh nghiệp) only, under Law 04/2017/QH14 on support for
        // small and medium enterprises. A cooperative is organized under the law on cooperatives: no enterprise, no class.
        if (organizationType is not OrganizationType.Enterprise)
        {
            return SizeClassification.NotApplicable;
        }

        return facts is { InsuredEmployees: not null } && (facts.AnnualRevenue ?? facts.TotalCapital) is not null && ScaleOn(asOf) is not null
            ? Classify(facts.Field, facts.InsuredEmployees, facts.AnnualRevenue, facts.TotalCapital, asOf)
            : null;
    }

    /// <summary>The limits in force on a date, smallest class first; empty where no scale is stored. Every limit lies above that of the class before.</summary>
    public static IReadOnlyList<SizeLimit> LimitsOn(DateOnly date) => ScaleOn(date)?.Limits ?? [];

    private static Scale? ScaleOn(DateOnly date) => Array.Find(Scales, scale => scale.InForce.Contains(date));

    private static SizeLeg Leg(SizeCriterion criterion, SizeClass tested, long? value, long limit) =>
        new(criterion, tested, value, limit, Met: value <= limit);

    private sealed record Scale(DateRange InForce, string LegalBasis, IReadOnlyList<SizeLimit> Limits);
}

/// <summary>Why no size class can be told.</summary>
public static class EnterpriseSizeRules
{
    public static RuleViolationException ScaleNotStored(DateOnly asOf, DateOnly earliest) => new(
        "enterpriseSize.scaleNotStored",
        "No scale of enterprise sizes is stored for this date.",
        new Dictionary<string, object?> { ["asOf"] = asOf, ["earliest"] = earliest });

    public static RuleViolationException EmployeesRequired() => new(
        "enterpriseSize.employeesRequired",
        "The yearly average of insured employees is needed to tell the size class.");

    public static RuleViolationException RevenueOrCapitalRequired() => new(
        "enterpriseSize.revenueOrCapitalRequired",
        "Annual revenue or total capital is needed to tell the size class.");

    public static RuleViolationException NegativeValue() => new(
        "enterpriseSize.negativeValue",
        "Employees, revenue and capital cannot be negative.");
}

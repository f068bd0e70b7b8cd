using CsCheck;
using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.Enterprises;

public sealed class EnterpriseSizeTests
{
    private const long Billion = 1_000_000_000;

    private static readonly DateOnly AsOf = new(2022, 10, 3);

    [Theory]
    [CsvData("Enterprises/enterprise-sizes.csv")]
    public void Classify_follows_the_reference(
        EnterpriseField field,
        int insuredEmployees,
        long? annualRevenue,
        long? totalCapital,
        SizeClass sizeClass) =>
        EnterpriseSizeClassifier
            .Classify(field, insuredEmployees, ToMoney(annualRevenue), ToMoney(totalCapital), AsOf)
            .SizeClass.ShouldBe(sizeClass);

    [Fact]
    public void Classify_when_a_smaller_class_fails_shows_every_comparison()
    {
        var classification = EnterpriseSizeClassifier.Classify(
            EnterpriseField.AgricultureIndustryConstruction, 8, new Money(5 * Billion), new Money(5 * Billion), AsOf);

        classification.SizeClass.ShouldBe(SizeClass.Small);
        classification.LegalBasis.ShouldNotBeNull().ShouldStartWith("80/2021/NĐ-CP");
        classification.Legs.ShouldBe(
        [
            new SizeLeg(SizeCriterion.Employees, SizeClass.Micro, 8, 10, Met: true),
            new SizeLeg(SizeCriterion.Revenue, SizeClass.Micro, 5 * Billion, 3 * Billion, Met: false),
            new SizeLeg(SizeCriterion.Capital, SizeClass.Micro, 5 * Billion, 3 * Billion, Met: false),
            new SizeLeg(SizeCriterion.Employees, SizeClass.Small, 8, 100, Met: true),
            new SizeLeg(SizeCriterion.Revenue, SizeClass.Small, 5 * Billion, 50 * Billion, Met: true),
            new SizeLeg(SizeCriterion.Capital, SizeClass.Small, 5 * Billion, 20 * Billion, Met: true),
        ]);
    }

    [Fact]
    public void Classify_when_there_is_no_revenue_yet_shows_the_leg_as_not_met() =>
        EnterpriseSizeClassifier.Classify(EnterpriseField.AgricultureIndustryConstruction, 5, null, new Money(30 * Billion), AsOf)
            .Legs.ShouldContain(new SizeLeg(SizeCriterion.Revenue, SizeClass.Medium, null, 200 * Billion, Met: false));

    [Fact]
    public void Classify_when_employees_are_unknown_refuses() =>
        CodeOf(static () => EnterpriseSizeClassifier.Classify(
            EnterpriseField.AgricultureIndustryConstruction, null, new Money(Billion), new Money(Billion), AsOf))
            .ShouldBe("enterpriseSize.employeesRequired");

    [Fact]
    public void Classify_when_neither_revenue_nor_capital_is_known_refuses() =>
        CodeOf(static () => EnterpriseSizeClassifier.Classify(EnterpriseField.TradeServices, 5, null, null, AsOf))
            .ShouldBe("enterpriseSize.revenueOrCapitalRequired");

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 1, -1)]
    public void Classify_when_a_figure_is_negative_refuses(int employees, long revenue, long capital) =>
        CodeOf(() => EnterpriseSizeClassifier.Classify(
            EnterpriseField.TradeServices, employees, new Money(revenue), new Money(capital), AsOf))
            .ShouldBe("enterpriseSize.negativeValue");

    [Fact]
    public void Classify_when_before_the_decree_refuses_instead_of_using_a_later_scale()
    {
        CodeOf(static () => EnterpriseSizeClassifier.Classify(
            EnterpriseField.TradeServices, 5, new Money(1), null, new DateOnly(2021, 10, 14)))
            .ShouldBe("enterpriseSize.scaleNotStored");

        EnterpriseSizeClassifier
            .Classify(EnterpriseField.TradeServices, 5, new Money(1), null, new DateOnly(2021, 10, 15))
            .SizeClass.ShouldBe(SizeClass.Micro);
    }

    [Fact]
    public void Classify_when_an_enterprise_grows_never_makes_it_smaller()
    {
        var figures = Gen.Select(
            Gen.Enum<EnterpriseField>(), Gen.Int[0, 300], Gen.Long[0, 400], Gen.Long[0, 400], Gen.Int[0, 50], Gen.Long[0, 50], Gen.Long[0, 50]);

        figures.Sample(static (field, employees, revenue, capital, moreEmployees, moreRevenue, moreCapital) =>
            SizeOf(field, employees, revenue, capital)
            <= SizeOf(field, employees + moreEmployees, revenue + moreRevenue, capital + moreCapital));
    }

    private static SizeClass SizeOf(EnterpriseField field, int employees, long revenueBillions, long capitalBillions) =>
        EnterpriseSizeClassifier
            .Classify(field, employees, new Money(revenueBillions * Billion), new Money(capitalBillions * Billion), AsOf)
            .SizeClass;

    private static Money? ToMoney(long? dong) => dong is { } amount ? new Money(amount) : null;
}

using Nscl.Domain.Common;
using Nscl.Domain.Policies;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.Policies;

public sealed class PolicyVersionTests
{
    private static readonly PolicyVersionContent Kt2021 = PackData.Policy("KT2021");

    [Fact]
    [SourceFact("S3.39", "S3.42", "S3.43", "S3.44", "S3.45", "S3.46", "S3.47")]
    public void Create_when_read_from_the_pack_holds_the_seven_items_of_the_plan()
    {
        // domain-reference §1.6.2.
        PackData.Kt2021Version().Items.Select(static item => (item.Code, item.Rate, item.Cap?.Dong, item.CapUnit)).ShouldBe(
        [
            ("P100-COMM", 10_000, null, null),
            ("P100-MGMT", 10_000, null, null),
            ("P100-IP", 10_000, 10_000_000, CapUnit.ProductOrService),
            ("P100-BARCODE", 10_000, 10_000_000, CapUnit.Product),
            ("P50-TRACE-GAP", 5_000, 45_000_000, CapUnit.System),
            ("P50-DIGITAL", 5_000, 30_000_000, CapUnit.Product),
            ("P50-CERT", 5_000, 45_000_000, CapUnit.System),
        ]);
    }

    [Theory]
    [InlineData("2023-06-30", "2024-01-01")]
    [InlineData("2020-01-01", "2021-01-01")]
    [InlineData("2025-12-31", null)]
    [InlineData("2020-01-01", null)]
    public void Create_when_the_period_touches_another_version_refuses(string from, string? to) =>
        CodeOf(() => Version(2, from, to, PackData.Kt2021Version())).ShouldBe("policy.versionsOverlap");

    [Theory]
    [InlineData("2026-01-01", null)]
    [InlineData("2020-01-01", "2020-12-31")]
    public void Create_when_the_period_lies_beside_the_others_takes_it(string from, string? to) =>
        Version(2, from, to, PackData.Kt2021Version()).Effective.From.ShouldBe(Date(from));

    [Fact]
    public void Create_when_the_number_is_taken_refuses() =>
        CodeOf(() => Version(1, "2026-01-01", null, PackData.Kt2021Version())).ShouldBe("policy.versionExists");

    [Fact]
    public void Create_when_the_number_is_not_positive_refuses() =>
        CodeOf(() => Version(0, "2026-01-01", null)).ShouldBe("policy.versionNotPositive");

    [Fact]
    public void Create_when_it_would_end_before_it_starts_refuses() =>
        CodeOf(() => Version(1, "2026-01-01", "2025-12-31")).ShouldBe("policy.endsBeforeItStarts");

    [Fact]
    public void Create_when_there_are_no_items_refuses() => Refuses(Kt2021 with { Items = [] }, "policy.noItems");

    [Fact]
    public void Create_when_an_item_stands_twice_refuses() =>
        Refuses(Kt2021 with { Items = [.. Kt2021.Items, Kt2021.Items[0]] }, "policy.duplicateItem");

    public static TheoryData<string, Func<PolicyItem, PolicyItem>> UnsoundItems() => new()
    {
        { "policy.rateOutOfRange", static item => item with { Rate = 10_001 } },
        { "policy.rateOutOfRange", static item => item with { Rate = -1 } },
        { "policy.negativeAmount", static item => item with { Cap = new Money(-1) } },
        { "policy.negativeAmount", static item => item with { Rate = null, Calculation = AmountBasis.FixedAmount, FixedAmount = new Money(-1) } },
        { "policy.negativeAmount", static item => item with { Rate = null, Calculation = AmountBasis.FixedAmount, FixedAmounts = [new LevelAmount("gold", 1, new Money(-1))] } },
        { "policy.rateAndFixedAmount", static item => item with { FixedAmount = new Money(1) } },
        { "policy.rateAndFixedAmount", static item => item with { Calculation = AmountBasis.FixedAmount } },
        { "policy.rateAndFixedAmount", static item => item with { Rate = null, FixedAmount = new Money(1) } },
        { "policy.amountMissing", static item => item with { Rate = null } },
        { "policy.amountMissing", static item => item with { Rate = null, Calculation = AmountBasis.FixedAmount, NotStated = ["rate"] } },
        { "policy.statedAndNotStated", static item => item with { NotStated = ["rate"] } },
        { "policy.statedAndNotStated", static item => item with { NotStated = ["cap"] } },
    };

    [Theory]
    [MemberData(nameof(UnsoundItems))]
    public void Create_when_an_item_contradicts_itself_refuses(string code, Func<PolicyItem, PolicyItem> change) =>
        Refuses(Kt2021 with { Items = [change(Kt2021.Items[^1])] }, code);

    [Fact]
    public void Create_when_rate_and_cap_are_listed_as_not_stated_takes_the_item() =>
        Create(Kt2021 with { Items = [Kt2021.Items[^1] with { Rate = null, Cap = null, NotStated = ["rate", "cap"] }] })
            .Items[0].Rate.ShouldBeNull();

    public static TheoryData<string, Func<CalculationRules, CalculationRules>> UnsoundRules() => new()
    {
        { "policy.roundingUnitNotPositive", static rules => rules with { RoundingUnit = 0 } },
        { "policy.negativeCeiling", static rules => rules with { EnterpriseYearCap = new Money(-1) } },
        { "policy.negativeCeiling", static rules => rules with { ProgramCap = new Money(-1) } },
        { "policy.stepOrderUnsound", static rules => rules with { StepOrder = [] } },
        { "policy.stepOrderUnsound", static rules => rules with { StepOrder = [.. rules.StepOrder.SkipLast(1)] } },
        { "policy.stepOrderUnsound", static rules => rules with { StepOrder = [.. rules.StepOrder.SkipLast(1), SubsidyStep.Rate] } },
        { "policy.stepOrderUnsound", static rules => rules with { StepOrder = [.. rules.StepOrder.Skip(1), SubsidyStep.EligibleCost] } },
        { "policy.stepOrderUnsound", static rules => rules with { StepOrder = [SubsidyStep.EligibleCost, SubsidyStep.Rounding, SubsidyStep.OtherPublicSupport, SubsidyStep.Rate, .. rules.StepOrder.Skip(4)] } },
    };

    [Theory]
    [MemberData(nameof(UnsoundRules))]
    public void Create_when_the_rules_cannot_be_followed_refuses(string code, Func<CalculationRules, CalculationRules> change) =>
        Refuses(Kt2021 with { Rules = change(Kt2021.Rules) }, code);

    [Fact]
    public void InForceOn_when_versions_follow_each_other_picks_the_one_of_the_day()
    {
        var first = PackData.Kt2021Version();
        var second = Version(2, "2026-01-01", null, first);

        PolicyVersion.InForceOn(new DateOnly(2025, 12, 31), [first, second]).ShouldBe(first);
        PolicyVersion.InForceOn(new DateOnly(2026, 1, 1), [first, second]).ShouldBe(second);
        PolicyVersion.InForceOn(new DateOnly(2020, 12, 31), [first, second]).ShouldBeNull();
    }

    [Fact]
    public void ReplaceContent_when_the_same_pack_is_imported_again_changes_nothing() =>
        PackData.Kt2021Version().ReplaceContent(PackData.Policy("KT2021"), [], inUse: true).ShouldBeFalse();

    [Fact]
    public void ReplaceContent_when_a_title_is_corrected_takes_it_even_in_use()
    {
        var version = PackData.Kt2021Version();
        var snapshot = CanonicalJson.Serialize(version.ToSnapshot());

        version.ReplaceContent(Kt2021 with { Items = [.. Kt2021.Items.Select(static item => item with { TitleEn = "Corrected" })] }, [], inUse: true)
            .ShouldBeTrue();

        version.Items[0].TitleEn.ShouldBe("Corrected");
        CanonicalJson.Serialize(version.ToSnapshot()).ShouldBe(snapshot);
    }

    [Fact]
    public void ReplaceContent_when_a_cap_changes_in_use_refuses_and_keeps_the_cap()
    {
        var version = PackData.Kt2021Version();
        var changed = Kt2021 with { Items = [.. Kt2021.Items.SkipLast(1), Kt2021.Items[^1] with { Cap = new Money(50_000_000) }] };

        CodeOf(() => version.ReplaceContent(changed, [], inUse: true)).ShouldBe("policy.versionInUse");

        version.Items[^1].Cap.ShouldBe(new Money(45_000_000));
        version.ReplaceContent(changed, [version], inUse: false).ShouldBeTrue();
        version.Items[^1].Cap.ShouldBe(new Money(50_000_000));
    }

    [Fact]
    public void SupersedeOn_when_a_successor_takes_effect_ends_the_day_before_and_keeps_what_is_hashed()
    {
        var version = PackData.Kt2021Version();
        var snapshot = CanonicalJson.Serialize(version.ToSnapshot());

        version.SupersedeOn(new DateOnly(2024, 1, 1));

        version.EffectiveTo.ShouldBe(new DateOnly(2023, 12, 31));
        CanonicalJson.Serialize(version.ToSnapshot()).ShouldBe(snapshot);
        version.ToSnapshot().IsInForceOn(new DateOnly(2024, 1, 1)).ShouldBeFalse();
        CodeOf(() => version.SupersedeOn(new DateOnly(2021, 1, 1))).ShouldBe("policy.endsBeforeItStarts");
    }

    [Theory]
    [InlineData(VersionDate.Submission, "2022-10-03")]
    [InlineData(VersionDate.Approval, "2022-11-24")]
    public void DateOf_when_the_version_names_the_date_gives_it(VersionDate versionDate, string date) =>
        (Kt2021.Rules with { VersionDate = versionDate }).DateOf(new DateOnly(2022, 10, 3), new DateOnly(2022, 11, 24)).ShouldBe(Date(date));

    private static void Refuses(PolicyVersionContent content, string code) => CodeOf(() => Create(content)).ShouldBe(code);

    private static PolicyVersion Create(PolicyVersionContent content) => PolicyVersion.Create("konTum", PackData.ProgramId, "KT2021", content, []);

    private static PolicyVersion Version(int version, string from, string? to, params PolicyVersion[] others) => PolicyVersion.Create(
        "konTum",
        PackData.ProgramId,
        "KT2021",
        Kt2021 with { Version = version, EffectiveFrom = Date(from), EffectiveTo = to is null ? null : Date(to) },
        others);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

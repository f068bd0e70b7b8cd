using Nscl.Domain.Awards;
using Nscl.Domain.Common;
using Nscl.Domain.Policies;
using Nscl.Domain.Tests.Policies;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Awards.AwardBuilder;

namespace Nscl.Domain.Tests.Awards;

/// <summary>Winners of 2018 under the plan of Tây Ninh for 2019 (S2.17).</summary>
public sealed class AwardWinTests
{
    private static readonly PolicyVersion Plan2019 = PolicyVersion.Create("tayNinh", Guid.CreateVersion7(), "TN2019", DomainJson.Deserialize<PolicyVersionContent>(PackData.Program("TN2019")["policyVersions"]![0]!.ToJsonString()), []);

    [Theory]
    [InlineData(AwardLevel.Gold)]
    [InlineData(AwardLevel.AwardLegacy)]
    [SourceFact("S2.17")]
    public void Entitle_when_the_plan_states_no_amount_says_so_until_it_is_entered(AwardLevel level)
    {
        var win = Win(2018, level);

        win.Entitle(2019, Plan2019, Officer);

        (win.Entitlement!.BudgetYear, win.Entitlement.ItemCode, win.Entitlement.Outcome, win.Entitlement.Amount).ShouldBe((2019, "TN-AWARD", AwardSupportOutcome.NotStated, null));
        Refusal.CodeOf(() => win.EnterAmount(new Money(0), "Quyết định", Officer)).ShouldBe("awardWin.amountNotPositive");
        Refusal.CodeOf(() => win.EnterAmount(new Money(1), " ", Officer)).ShouldBe("awardWin.sourceRequired");
        win.EnterAmount(new Money(30_000_000), "Quyết định minh họa", Officer);
        (win.Entitlement.Outcome, win.Entitlement.Amount).ShouldBe((AwardSupportOutcome.Entered, new Money(30_000_000)));
        Refusal.CodeOf(() => win.EnterAmount(new Money(2), "Quyết định", Officer)).ShouldBe("awardWin.amountNotOpen");
        Refusal.CodeOf(() => win.Entitle(2020, Plan2019, Officer)).ShouldBe("awardWin.entitledAlready");
    }

    [Fact]
    public void Entitle_when_the_year_or_the_level_does_not_fit_is_refused()
    {
        Refusal.CodeOf(() => Win(2018, AwardLevel.Gold).Entitle(2018, Plan2019, Officer)).ShouldBe("awardWin.budgetYearNotLater");
        Refusal.CodeOf(() => Win(2017, AwardLevel.Gold).Entitle(2019, Plan2019, Officer)).ShouldBe("awardWin.policyIsSilent");
        Refusal.CodeOf(() => Win(2018, AwardLevel.Silver).Entitle(2019, Plan2019, Officer)).ShouldBe("awardWin.policyIsSilent");
    }

    [Fact]
    public void Publish_when_done_twice_is_refused()
    {
        var win = Win(2018, AwardLevel.Gold);
        win.Publish(Today);
        win.PublishedOn.ShouldBe(Today);
        Refusal.CodeOf(() => win.Publish(Today)).ShouldBe("awardWin.publishedAlready");
        Refusal.CodeOf(() => AwardWin.FromBefore("tayNinh", Guid.CreateVersion7(), "Công ty", 2018, AwardLevel.Gold, " ", Today)).ShouldBe("awardWin.sourceRequired");
    }

    [Fact]
    public void FromBefore_when_the_year_is_not_reached_is_refused() =>
        Refusal.CodeOf(() => Win(Today.Year + 1, AwardLevel.Gold)).ShouldBe("awardWin.yearAhead");

    private static AwardWin Win(int year, AwardLevel level) => AwardWin.FromBefore("tayNinh", Guid.CreateVersion7(), "Doanh nghiệp minh họa", year, level, "Kế hoạch năm 2019", Today);
}

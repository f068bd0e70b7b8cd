using System.Reflection;
using System.Text.Json.Nodes;
using Nscl.Domain.Common;
using Nscl.Domain.Policies;
using Nscl.Domain.Subsidies;
using Nscl.Domain.Tests.Enrollments;
using Nscl.Domain.Tests.Policies;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.Subsidies;

/// <summary>A stored calculation proves itself: it is worked out again, never compared with itself.</summary>
public sealed class SubsidyReplayTests
{
    private static readonly DateTimeOffset At = new(2022, 10, 3, 1, 0, 0, TimeSpan.Zero);

    private static readonly Guid EnrollmentId = new("0192f5a0-0000-7000-8000-0000000000d1");

    private static readonly PolicyVersionSnapshot Kt2021 = PackData.Kt2021Policy();

    [Fact]
    [SourceFact("S4.21", "S4.22", "S3.47")]
    public void Replay_when_nothing_was_touched_gives_the_same_hash_and_the_same_amount()
    {
        var calculation = Stored();

        var replay = calculation.Replay(PackData.Kt2021Policy());

        replay.ShouldSatisfyAllConditions(
            () => replay.Identical.ShouldBeTrue(),
            () => replay.Hash.ShouldBe(calculation.Hash),
            () => replay.StoredHash.ShouldBe(calculation.Hash),
            () => replay.Differences.ShouldBeEmpty());
        calculation.Total.ShouldBe(new Money(90_000_000));
        calculation.ReadResult().CounterpartTotal.ShouldBe(new Money(107_000_000));
    }

    [Fact]
    public void Hash_when_the_calculation_of_2022_is_made_again_is_the_one_written_down_then()
    {
        // The file was hashed by another program. A change here means that no stored calculation replays any more.
        var golden = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Subsidies", "golden-calculation.json")))!;
        var facts = DomainJson.Deserialize<SubsidyFacts>(golden["facts"]!.ToJsonString());
        var policy = DomainJson.Deserialize<PolicyVersionSnapshot>(golden["policyVersion"]!.ToJsonString());

        var result = SubsidyCalculator.Calculate(facts, policy);

        CanonicalJson.Serialize(result.Lines).ShouldBe(CanonicalJson.Canonicalize(golden["lines"]!.ToJsonString()));
        result.Hash.ShouldBe("3df57cc2497c315f494e5e6048209933f454581873e4a190a853ee39108ad3da");
    }

    [Fact]
    public void Hash_when_worked_out_by_hand_is_the_sha256_of_facts_lines_and_policy()
    {
        var calculation = Stored();
        var lines = CanonicalJson.Canonicalize(JsonNode.Parse(calculation.Result)!["lines"]!.ToJsonString());

        CanonicalJson.Hash($$"""{"facts":{{calculation.Facts}},"lines":{{lines}},"policyVersion":{{calculation.PolicyVersion}}}""")
            .ShouldBe(calculation.Hash);
    }

    public static TheoryData<string, string, string, string, string> Tampering() => new()
    {
        // What was touched, what stood there, what stands there now, where it shows.
        { "Facts", "\"eligibleCost\":99000000", "\"eligibleCost\":80000000", "/hash", "a fact, which moves the amount" },
        { "Facts", "\"unitName\":\"Unit ISO_22000\"", "\"unitName\":\"Unit ISO_9001\"", "/hash", "a fact, which moves nothing else" },
        { "Facts", "\"standing\":\"sme\"", "\"standing\":\"notSme\"", "/result/lines/0/outcome", "eligibility" },
        { "Result", "\"amount\":45000000", "\"amount\":49500000", "/result/lines/0/amount", "an amount" },
        { "Result", "\"output\":45000000", "\"output\":49500000", "/result/lines/0/steps/5/output", "a step" },
        { "Result", "Mục III.2.2", "Mục III.2.3", "/result/lines/0/steps/3/legalBasis/clause", "the clause of a step" },
        { "Result", "\"total\":90000000", "\"total\":90000001", "/result/total", "the total in the result" },
        { "PolicyVersion", "\"cap\":45000000", "\"cap\":49500000", "/policyVersion/items/4/cap", "the stored policy" },
    };

    [Theory]
    [MemberData(nameof(Tampering))]
    public void Replay_when_something_stored_was_touched_says_where(string column, string was, string now, string path, string what)
    {
        var calculation = Stored();
        Tamper(calculation, column, was, now);

        var replay = calculation.Replay(Kt2021);

        replay.Identical.ShouldBeFalse(what);
        replay.Differences.ShouldContain(difference => difference.Path == path, what);
    }

    [Fact]
    public void Replay_when_the_stored_total_or_hash_was_touched_says_so()
    {
        var (total, hash) = (Stored(), Stored());
        Set(total, nameof(SubsidyCalculation.Total), (Money?)new Money(90_000_001));
        Set(hash, nameof(SubsidyCalculation.Hash), new string('0', 64));

        total.Replay(Kt2021).Differences.ShouldBe([new ReplayDifference("/total", "90000001", "90000000")]);
        hash.Replay(Kt2021).Differences.ShouldHaveSingleItem().Path.ShouldBe("/hash");
        hash.Replay(Kt2021).Identical.ShouldBeFalse();
    }

    public static TheoryData<string, Func<PolicyVersionSnapshot, PolicyVersionSnapshot>> ChangedPolicies() => new()
    {
        { "/policyVersion/items/6/cap", static policy => policy.With("P50-CERT", static item => item with { Cap = new Money(50_000_000) }) },
        { "/policyVersion/items/6/rate", static policy => policy.With("P50-CERT", static item => item with { Rate = 10_000 }) },
        { "/policyVersion/items/6/legalBasis/text", static policy => policy.With("P50-CERT", static item => item with { LegalBasis = item.LegalBasis with { Text = "Other" } }) },
        { "/policyVersion/items/2/cap", static policy => policy.With("P100-IP", static item => item with { Cap = new Money(1) }) },
        { "/policyVersion/rules/roundingUnit", static policy => policy.WithRules(static rules => rules with { RoundingUnit = 1000 }) },
        { "/policyVersion/version", static policy => policy with { Version = 2 } },
    };

    [Theory]
    [MemberData(nameof(ChangedPolicies))]
    public void Replay_when_the_policy_on_record_was_changed_says_where(string path, Func<PolicyVersionSnapshot, PolicyVersionSnapshot> change)
    {
        var replay = Stored().Replay(change(Kt2021));

        replay.Identical.ShouldBeFalse();
        replay.Differences.ShouldContain(difference => difference.Path == path);
        replay.Hash.ShouldNotBe(replay.StoredHash);
    }

    [Fact]
    public void Replay_when_the_policy_no_longer_covers_the_day_or_the_item_says_which_rule()
    {
        var calculation = Stored();

        calculation.Replay(Kt2021 with { EffectiveFrom = new DateOnly(2023, 1, 1) }).Differences
            .ShouldBe([new ReplayDifference("", null, "subsidy.noPolicyInForce")]);
        calculation.Replay(Kt2021 with { Items = [] }).Differences.ShouldBe([new ReplayDifference("", null, "subsidy.unknownItem")]);
        calculation.Replay(Kt2021 with { Items = [] }).Hash.ShouldBeNull();
    }

    [Theory]
    [InlineData("Facts", "{", "x{")]
    [InlineData("Facts", "\"asOf\":", "\"asOn\":")]
    [InlineData("Result", "{", "x{")]
    [InlineData("PolicyVersion", "{", "x{")]
    public void Replay_when_what_is_stored_cannot_be_read_is_not_identical(string column, string was, string now)
    {
        var calculation = Stored();
        Tamper(calculation, column, was, now);

        var replay = calculation.Replay(Kt2021);

        replay.Identical.ShouldBeFalse();
        replay.Differences.ShouldNotBeEmpty();
    }

    [Fact]
    public void Replay_when_a_text_was_only_written_differently_is_not_identical()
    {
        var calculation = Stored();
        Set(calculation, nameof(SubsidyCalculation.Result), calculation.Result + " ");

        calculation.Replay(Kt2021).Differences.ShouldHaveSingleItem().Path.ShouldBe("/result");
    }

    [Fact]
    public void Replay_when_the_version_was_superseded_meanwhile_stays_identical()
    {
        var calculation = Stored();
        var version = PackData.Kt2021Version();
        version.SupersedeOn(new DateOnly(2023, 1, 1));

        calculation.Replay(version.ToSnapshot()).Identical.ShouldBeTrue();
    }

    [Fact]
    public void Final_when_something_is_not_stated_refuses_and_preliminary_says_so()
    {
        var policy = Kt2021.With("P50-CERT", static item => item with { Rate = null, NotStated = ["rate"] });

        var refusal = Should.Throw<RuleViolationException>(() => SubsidyCalculation.Final("konTum", EnrollmentId, EnrollmentBuilder.PolicyVersionId, TwoSystems(), policy, At));
        refusal.Code.ShouldBe("subsidy.totalNotStated");
        refusal.Args["itemCodes"].ShouldBeAssignableTo<IEnumerable<string>>().ShouldBe(["P50-CERT"]);
        SubsidyCalculation.Preliminary("konTum", EnrollmentId, EnrollmentBuilder.PolicyVersionId, TwoSystems(), policy, At).Total.ShouldBeNull();
    }

    [Fact]
    public void Preliminary_when_there_is_no_enterprise_refuses() =>
        CodeOf(() => SubsidyCalculation.Preliminary("konTum", EnrollmentId, EnrollmentBuilder.PolicyVersionId, TwoSystems() with { Enterprise = null }, Kt2021, At))
            .ShouldBe("subsidy.eligibilityNotAssessed");

    [Fact]
    [SourceFact("S4.21")]
    public void The_dossier_of_the_two_systems_is_approved_reserved_and_replays()
    {
        var enrollment = EnrollmentBuilder.In(Domain.Enrollments.EnrollmentStatus.PendingApproval);
        var facts = TwoSystems() with { Lines = enrollment.ConcludedLines() };

        var calculation = SubsidyCalculation.Final("konTum", enrollment.Id, EnrollmentBuilder.PolicyVersionId, facts, Kt2021, At);
        var holdings = SubsidyHolding.Reserve(calculation, Facts.EnterpriseId, PackData.ProgramId, Facts.Today);

        calculation.Total.ShouldBe(new Money(90_000_000));
        calculation.Replay(Kt2021).Identical.ShouldBeTrue();
        holdings.Select(static holding => (holding.ItemCode, holding.UnitKey, holding.Amount.Dong, holding.Year, holding.State, holding.CalculationId))
            .ShouldBe(
            [
                ("P50-CERT", "ISO_22000", 45_000_000, 2022, HoldingState.Reserved, calculation.Id),
                ("P50-CERT", "TRACEABILITY", 45_000_000, 2022, HoldingState.Reserved, calculation.Id),
            ]);
    }

    internal static SubsidyCalculation Stored() =>
        SubsidyCalculation.Final("konTum", EnrollmentId, EnrollmentBuilder.PolicyVersionId, TwoSystems(), Kt2021, At);

    private static SubsidyFacts TwoSystems() => Facts.Of(
        Facts.Line("P50-CERT", "TRACEABILITY", 98_000_000) with { UnitName = "Unit TRACEABILITY" },
        Facts.Line("P50-CERT", "ISO_22000", 99_000_000) with { UnitName = "Unit ISO_22000" });

    /// <summary>What somebody with access to the database could do.</summary>
    private static void Tamper(SubsidyCalculation calculation, string column, string was, string now)
    {
        var text = (string)typeof(SubsidyCalculation).GetProperty(column)!.GetValue(calculation)!;
        var at = text.IndexOf(was, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        Set(calculation, column, text[..at] + now + text[(at + was.Length)..]);
    }

    private static void Set<T>(SubsidyCalculation calculation, string property, T value) => typeof(SubsidyCalculation)
        .GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.SetValue(calculation, value);
}

using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Nscl.Domain.Common;
using Nscl.Domain.Policies;
using Nscl.Domain.Subsidies;
using Nscl.Domain.Tests.Policies;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Subsidies;

/// <summary>The policy that ships in the pack KT2021, against the scenario tables beside this file.</summary>
public sealed class SubsidyScenarioTests
{
    private static readonly PolicyVersionSnapshot Kt2021 = PackData.Kt2021Policy();

    [Theory]
    [CsvData("Subsidies/subsidy-lines.csv")]
    [SourceFact("S3.39", "S3.40", "S3.41", "S3.42", "S3.43", "S3.44", "S3.45", "S3.46", "S3.47")]
    public void Calculate_when_one_line_is_asked_gives_what_the_plan_says(
        string item,
        long eligibleCost,
        long otherPublicSupport,
        long held,
        long amount,
        long counterpart,
        SubsidyOutcome outcome,
        string? reason)
    {
        var facts = Facts.Of(Facts.Line(item, "unit", eligibleCost, otherPublicSupport))
            .Holding(new HeldUnitFacts(item, "unit", new Money(held)), new HeldUnitFacts(item, "another unit", new Money(45_000_000)));

        var line = SubsidyCalculator.Calculate(facts, Kt2021).Lines.ShouldHaveSingleItem();

        line.Amount.ShouldBe(new Money(amount));
        line.Counterpart.ShouldBe(new Money(counterpart));
        line.Outcome.ShouldBe(outcome);
        line.Reason.ShouldBe(reason);
    }

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Calculate_when_a_dossier_has_several_lines_caps_each_unit_by_itself(string dossier)
    {
        var rows = DossierRows().Where(row => row.Dossier == dossier).ToList();
        var facts = Facts.Of([.. rows.Select(static row => Facts.Line(row.Item, row.Unit, row.EligibleCost))]);

        var result = SubsidyCalculator.Calculate(facts, Kt2021);

        result.Lines.Select(static line => (line.ItemCode, line.UnitKey, line.Amount!.Value.Dong, line.Counterpart!.Value.Dong, DomainJson.NameOf(line.Outcome)))
            .ShouldBe(rows.Select(static row => (row.Item, row.Unit, row.Amount, row.Counterpart, row.Outcome)));
        result.Total.ShouldBe(new Money(rows[0].Total));
        result.CounterpartTotal.ShouldBe(new Money(rows[0].CounterpartTotal));
    }

    [Fact]
    [SourceFact("S4.21", "S4.22", "S3.44", "S3.47")]
    public void Calculate_when_the_two_systems_of_the_running_contract_are_asked_says_why_line_by_line()
    {
        var result = SubsidyCalculator.Calculate(
            Facts.Of(Facts.Line("P50-CERT", "ISO_22000", 99_000_000), Facts.Line("P50-CERT", "TRACEABILITY", 98_000_000)),
            Kt2021);

        var steps = result.Lines[0].Steps;
        steps.Select(static step => (step.Rule, Input: step.Input.Dong, Output: step.Output!.Value.Dong)).ShouldBe(
        [
            (SubsidyStepRule.Eligibility, 99_000_000, 99_000_000),
            (SubsidyStepRule.EligibleCost, 99_000_000, 99_000_000),
            (SubsidyStepRule.OtherPublicSupport, 99_000_000, 99_000_000),
            (SubsidyStepRule.Rate, 99_000_000, 49_500_000),
            (SubsidyStepRule.Rounding, 49_500_000, 49_500_000),
            (SubsidyStepRule.ItemCap, 49_500_000, 45_000_000),
            (SubsidyStepRule.Cumulative, 45_000_000, 45_000_000),
            (SubsidyStepRule.EnterpriseYear, 45_000_000, 45_000_000),
            (SubsidyStepRule.Program, 45_000_000, 45_000_000),
            (SubsidyStepRule.Budget, 45_000_000, 45_000_000),
        ]);

        var rate = steps.Single(static step => step.Rule == SubsidyStepRule.Rate);
        rate.LegalBasis.Clause.ShouldBe("Mục III.2.2");
        rate.LegalBasis.Text.ShouldBe("2.2. Ngân sách nhà nước hỗ trợ 50% kinh phí cho các hoạt động sau:");
        var cap = steps.Single(static step => step.Rule == SubsidyStepRule.ItemCap);
        cap.LegalBasis.Clause.ShouldBe("Mục III.2.2");
        cap.LegalBasis.Text!.ShouldEndWith("tối đa không quá 45 triệu đồng/hệ thống.");
        cap.Explanation.Code.ShouldBe("subsidies.itemCap.cut");
        cap.Explanation.Args["cap"].Number.ShouldBe(45_000_000);
        cap.Explanation.Args["capUnit"].Text.ShouldBe("system");
    }

    [Theory]
    [SourceFact("S2.13", "S2.14", "S2.15", "S2.16", "S2.17", "S2.19")]
    [InlineData("TN-SYSTEM", "rate")]
    [InlineData("TN-TOOL", "rate")]
    [InlineData("TN-CONFORMITY", "rate")]
    [InlineData("TN-COMPANY-STANDARD", "rate")]
    [InlineData("TN-AWARD", "level")]
    public void Calculate_when_the_plan_of_tay_ninh_states_no_amounts_says_so_instead_of_inventing_them(string item, string what)
    {
        var policy = PolicyVersion.Create("tayNinh", PackData.ProgramId, "TN2019", PackData.Policy("TN2019"), []).ToSnapshot();
        var facts = Facts.Of(Facts.Line(item, "unit", 50_000_000)) with
        {
            ProgramCode = "TN2019",
            AsOf = new DateOnly(2019, 5, 2),
            Eligibility = Facts.SmeOnly with { SmeOnly = false },
            Enterprise = null,
        };

        var result = SubsidyCalculator.Calculate(facts, policy);

        (result.Lines[0].Outcome, result.Lines[0].Reason, result.Lines[0].Amount).ShouldBe((SubsidyOutcome.NotStated, what, null));
        result.Total.ShouldBeNull();
    }

    public static TheoryData<string> Dossiers() => [.. DossierRows().Select(static row => row.Dossier).Distinct()];

    private static List<DossierRow> DossierRows()
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            AllowComments = true,
            PrepareHeaderForMatch = static args => args.Header.ToUpperInvariant(),
        };
        using var file = new StreamReader(Path.Combine(AppContext.BaseDirectory, "Subsidies", "subsidy-dossiers.csv"));
        using var csv = new CsvReader(file, configuration);
        return [.. csv.GetRecords<DossierRow>()];
    }

    private sealed record DossierRow(
        string Dossier,
        string Fact,
        string Item,
        string Unit,
        long EligibleCost,
        long Amount,
        long Counterpart,
        string Outcome,
        long Total,
        long CounterpartTotal);
}

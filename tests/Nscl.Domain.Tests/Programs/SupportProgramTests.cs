using System.Text.Json;
using System.Text.Json.Nodes;
using Nscl.Domain.Common;
using Nscl.Domain.Programs;
using Nscl.Domain.Tests.Policies;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.Programs;

public sealed class SupportProgramTests
{
    private static readonly ProgramContent Kt2021 = PackData.ProgramContent("KT2021");

    public static TheoryData<string> ShippedPrograms() =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "packs"), "*.json")
            .Where(static file => JsonNode.Parse(File.ReadAllText(file))!["programs"] is not null)
            .Select(static file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(ShippedPrograms))]
    public void Create_when_read_from_a_shipped_pack_drops_nothing(string code)
    {
        var pack = PackData.Program(code);
        pack.Remove("province");
        pack.Remove("policyVersions");

        var program = SupportProgram.Create("konTum", DomainJson.Deserialize<ProgramContent>(pack.ToJsonString()));

        var written = JsonNode.Parse(DomainJson.Serialize(program.Content));
        JsonNode.DeepEquals(WithoutNulls(written), WithoutNulls(pack)).ShouldBeTrue();
    }

    [Fact]
    [SourceFact("S3.1", "S3.26", "S3.28", "S3.38", "S3.53", "S3.58", "S3.66")]
    public void Create_when_it_is_the_plan_of_kon_tum_says_what_the_plan_says()
    {
        var program = SupportProgram.Create("konTum", Kt2021);

        program.Code.ShouldBe("KT2021");
        program.Period.ShouldBe(new DateRange(new DateOnly(2021, 1, 1), new DateOnly(2025, 12, 31)));
        program.Content.Eligibility.SmeOnly.ShouldBeTrue();
        program.Content.PrioritySectors.Count.ShouldBe(11);
        program.Content.Appraisal!.CouncilRequired.ShouldBeTrue();
        program.Content.ReportObligations.ShouldContain(static report => report.DueMonthDay == "11-30" && !report.Inclusive);
        program.Content.Signature!.SignerName.ShouldBe("Nguyễn Hữu Tháp");
        program.DocumentsRequiredAtSubmission.ShouldBe(["D01", "D02", "D03", "D04", "D05", "D10"]);
    }

    [Fact]
    public void ReplaceContent_when_the_same_pack_is_imported_again_changes_nothing() =>
        SupportProgram.Create("konTum", Kt2021).ReplaceContent(PackData.ProgramContent("KT2021")).ShouldBeFalse();

    [Fact]
    public void ReplaceContent_when_something_changed_takes_it()
    {
        var program = SupportProgram.Create("konTum", Kt2021);

        program.ReplaceContent(Kt2021 with { ShortTitle = "Corrected", Status = ProgramStatus.Closed }).ShouldBeTrue();

        (program.ShortTitle, program.Status).ShouldBe(("Corrected", ProgramStatus.Closed));
    }

    [Fact]
    public void ReplaceContent_when_it_is_another_program_refuses() =>
        CodeOf(() => SupportProgram.Create("konTum", Kt2021).ReplaceContent(Kt2021 with { Code = "KT2023" })).ShouldBe("program.codeChanged");

    [Fact]
    public void ReplaceContent_when_the_content_is_unsound_refuses_and_keeps_what_was_there()
    {
        var program = SupportProgram.Create("konTum", Kt2021);

        CodeOf(() => program.ReplaceContent(Kt2021 with { ShortTitle = "Other", Targets = [Kt2021.Targets[0], Kt2021.Targets[0]] }))
            .ShouldBe("program.duplicateCode");

        program.ShortTitle.ShouldBe(Kt2021.ShortTitle);
    }

    public static TheoryData<string, Func<ProgramContent, ProgramContent>> UnsoundContents() => new()
    {
        { "program.endsBeforeItStarts", static content => content with { Period = new(content.Period.To, content.Period.From) } },
        { "program.endsBeforeItStarts", static content => content with { Phases = [Phase("1", 2022, 2021)] } },
        { "program.phaseOutsidePeriod", static content => content with { Phases = [Phase("1", 2020, 2021)] } },
        { "program.phaseOutsidePeriod", static content => content with { Phases = [Phase("1", 2021, 2026)] } },
        { "program.duplicateCode", static content => content with { Phases = [Phase("1", 2021, 2022), Phase("1", 2023, 2025)] } },
        { "program.duplicateCode", static content => content with { Tasks = [.. content.Tasks, content.Tasks[0]] } },
        { "program.duplicateCode", static content => content with { ReportObligations = [.. content.ReportObligations, content.ReportObligations[0]] } },
        { "program.leadIsCoordinator", static content => content with { Tasks = [content.Tasks[0] with { Coordinators = [content.Tasks[0].LeadAgency] }] } },
        { "program.unknownReference", static content => content with { Targets = [], Tasks = [content.Tasks[0] with { Parent = "none" }] } },
        { "program.unknownReference", static content => content with { Targets = [content.Targets[0] with { Task = "none" }] } },
        { "program.unknownReference", static content => content with { Targets = [content.Targets[0] with { Phase = "none" }] } },
        { "program.unknownReference", static content => content with { Tasks = [.. content.Tasks, content.Tasks[0] with { Code = "new", Parent = null, Quotas = [new TaskQuota(1, "course", false, Target: "none")] }] } },
        { "program.taskInsideItself", static content => content with { Tasks = [content.Tasks[0] with { Code = "a", Parent = "b" }, content.Tasks[0] with { Code = "b", Parent = "a" }] } },
        { "program.rangeUnsound", static content => content with { Targets = [content.Targets[0] with { Operator = TargetOperator.Range, Low = 5, High = 5 }] } },
        { "program.rangeUnsound", static content => content with { Targets = [content.Targets[0] with { Operator = TargetOperator.Range, High = null }] } },
        { "program.rangeUnsound", static content => content with { Targets = [content.Targets[0] with { Operator = TargetOperator.AtLeast, High = 99 }] } },
        { "program.dueDayUnknown", static content => content with { ReportObligations = [content.ReportObligations[0] with { DueMonthDay = "02-29" }] } },
        { "program.dueDayUnknown", static content => content with { ReportObligations = [content.ReportObligations[0] with { DueMonthDay = "11-31" }] } },
        { "program.clockOutOfRange", static content => content with { Clock = content.Clock! with { Steps = [content.Clock.Steps[0] with { Days = 0 }] } } },
        { "program.clockOutOfRange", static content => content with { Clock = content.Clock! with { Steps = [content.Clock.Steps[0] with { Days = int.MaxValue }] } } },
        { "program.clockNotInWorkingDays", static content => content with { Clock = content.Clock! with { Steps = [content.Clock.Steps[0] with { Unit = ClockUnit.CalendarDays }] } } },
    };

    [Theory]
    [MemberData(nameof(UnsoundContents))]
    public void Create_when_the_content_contradicts_itself_refuses(string code, Func<ProgramContent, ProgramContent> change) =>
        CodeOf(() => SupportProgram.Create("konTum", change(Kt2021))).ShouldBe(code);

    [Theory]
    [InlineData("""{"code":"X"}""")]
    [InlineData("null")]
    public void Deserialize_when_required_content_is_missing_refuses(string json) =>
        Should.Throw<JsonException>(() => DomainJson.Deserialize<ProgramContent>(json));

    [Fact]
    public void Deserialize_when_a_property_is_unknown_refuses()
    {
        var pack = PackData.Program("KT2021");
        pack.Remove("policyVersions");

        Should.Throw<JsonException>(() => DomainJson.Deserialize<ProgramContent>(pack.ToJsonString())).Message.ShouldContain("province");
    }

    private static ProgramPhase Phase(string code, int from, int to) =>
        new(code, code, code, new DateOnly(from, 1, 1), new DateOnly(to, 12, 31), PhaseKind.Firm);

    private static JsonNode? WithoutNulls(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Where(static member => member.Value is not null)
                    .Select(static member => KeyValuePair.Create(member.Key, WithoutNulls(member.Value))));
            case JsonArray items:
                return new JsonArray([.. items.Select(WithoutNulls)]);
            default:
                return node?.DeepClone();
        }
    }
}

using Nscl.Domain.Common;
using Nscl.Domain.Training;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Training.CourseBuilder;

namespace Nscl.Domain.Tests.Training;

/// <summary>Every state against every action, allowed and refused.</summary>
public sealed class CourseStateMachineTests
{
    private static readonly List<(CourseStatus From, CourseAction Action, CourseStatus To)> Expected = Read();

    public static TheoryData<CourseStatus, CourseAction> EveryPair()
    {
        var pairs = new TheoryData<CourseStatus, CourseAction>();
        foreach (var status in Enum.GetValues<CourseStatus>())
        {
            foreach (var action in Enum.GetValues<CourseAction>())
            {
                pairs.Add(status, action);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Do_when_the_table_has_the_pair_moves_and_otherwise_refuses(CourseStatus status, CourseAction action)
    {
        var course = In(status);
        course.Status.ShouldBe(status);

        if (Expected.Exists(row => row.From == status && row.Action == action))
        {
            Do(course, action);

            course.Status.ShouldBe(Expected.Single(row => row.From == status && row.Action == action).To);
            return;
        }

        var refusal = Should.Throw<RuleViolationException>(() => Do(course, action));

        course.Status.ShouldBe(status);
        refusal.Code.ShouldBe("course.wrongState");
        refusal.Args["status"].ShouldBe(DomainJson.NameOf(status));
        refusal.Args["action"].ShouldBe(DomainJson.NameOf(action));
    }

    [Fact]
    public void Transitions_when_listed_are_those_of_the_reference() =>
        CourseStateMachine.Transitions.Select(static row => (row.From, row.Action, row.To)).ShouldBe(Expected, ignoreOrder: true);

    [Fact]
    public void Mermaid_when_drawn_shows_every_change_of_state_and_the_ends()
    {
        var lines = CourseStateMachine.ToMermaid().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        lines.ShouldBe(
            [
                "stateDiagram-v2",
                "[*] --> planned",
                .. Expected.Where(static row => row.From != row.To)
                    .Select(static row => $"{DomainJson.NameOf(row.From)} --> {DomainJson.NameOf(row.To)}: {DomainJson.NameOf(row.Action)}"),
                "ended --> [*]",
                "cancelled --> [*]",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("2022-11-23", CourseStage.RegistrationOpen)]
    [InlineData("2022-11-24", CourseStage.Ongoing)]
    [InlineData("2022-11-27", CourseStage.Ongoing)]
    [InlineData("2022-11-28", CourseStage.RegistrationOpen)]
    public void StageOn_when_the_day_is_one_of_the_course_says_that_it_is_held(string day, CourseStage stage) =>
        Open().StageOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(stage);

    [Fact]
    public void StageOn_when_the_course_is_not_held_is_its_state()
    {
        Planned().StageOn(FirstDay).ShouldBe(CourseStage.Planned);
        In(CourseStatus.Cancelled).StageOn(FirstDay).ShouldBe(CourseStage.Cancelled);
        In(CourseStatus.Ended).StageOn(LastDay).ShouldBe(CourseStage.Ended);
    }

    private static List<(CourseStatus From, CourseAction Action, CourseStatus To)> Read() =>
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Training", "course-transitions.csv"))
            .Where(static line => !line.StartsWith('#') && line.Length > 0)
            .Skip(1)
            .Select(static line => line.Split(','))
            .Select(static cells => (
                Enum.Parse<CourseStatus>(cells[0], ignoreCase: true),
                Enum.Parse<CourseAction>(cells[1], ignoreCase: true),
                Enum.Parse<CourseStatus>(cells[2], ignoreCase: true))),
    ];
}

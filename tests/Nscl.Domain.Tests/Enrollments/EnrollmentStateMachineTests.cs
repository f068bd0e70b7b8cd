using Nscl.Domain.Common;
using Nscl.Domain.Enrollments;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Enrollments.EnrollmentBuilder;

namespace Nscl.Domain.Tests.Enrollments;

/// <summary>Every state against every action, allowed and refused.</summary>
public sealed class EnrollmentStateMachineTests
{
    private static readonly List<(EnrollmentStatus From, EnrollmentAction Action, EnrollmentStatus To)> Expected = Read();

    public static TheoryData<EnrollmentStatus, EnrollmentAction> EveryPair()
    {
        var pairs = new TheoryData<EnrollmentStatus, EnrollmentAction>();
        foreach (var status in Enum.GetValues<EnrollmentStatus>())
        {
            foreach (var action in Enum.GetValues<EnrollmentAction>())
            {
                pairs.Add(status, action);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Do_when_the_table_has_the_pair_moves_and_otherwise_refuses(EnrollmentStatus status, EnrollmentAction action)
    {
        var enrollment = In(status);
        enrollment.Status.ShouldBe(status);
        var before = enrollment.Timeline.Count;

        if (Expected.Exists(row => row.From == status && row.Action == action))
        {
            Do(enrollment, action);

            enrollment.Status.ShouldBe(Expected.Single(row => row.From == status && row.Action == action).To);
            return;
        }

        var refusal = Should.Throw<RuleViolationException>(() => Do(enrollment, action));

        enrollment.Status.ShouldBe(status);
        enrollment.Timeline.Count.ShouldBe(before);
        var awaitsCouncil = status is EnrollmentStatus.Valid or EnrollmentStatus.UnderAppraisal
            && action is EnrollmentAction.ProposeApproval or EnrollmentAction.Approve;
        refusal.Code.ShouldBe(awaitsCouncil ? "enrollment.noCouncilConclusion" : "enrollment.wrongState");
        if (!awaitsCouncil)
        {
            refusal.Args["status"].ShouldBe(DomainJson.NameOf(status));
            refusal.Args["action"].ShouldBe(DomainJson.NameOf(action));
        }
    }

    [Fact]
    public void Transitions_when_listed_are_those_of_the_reference() =>
        EnrollmentStateMachine.Transitions.Select(static row => (row.From, row.Action, row.To)).ShouldBe(Expected, ignoreOrder: true);

    [Fact]
    public void Mermaid_when_drawn_shows_every_change_of_state_and_the_ends()
    {
        var lines = EnrollmentStateMachine.ToMermaid().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        lines.ShouldBe(
            [
                "stateDiagram-v2",
                "[*] --> draft",
                .. Expected.Where(static row => row.From != row.To)
                    .Select(static row => $"{DomainJson.NameOf(row.From)} --> {DomainJson.NameOf(row.To)}: {DomainJson.NameOf(row.Action)}"),
                "expired --> [*]",
                "refused --> [*]",
                "rejected --> [*]",
                "withdrawn --> [*]",
                "contracted --> [*]",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData(EnrollmentStatus.Draft, false)]
    [InlineData(EnrollmentStatus.Submitted, true)]
    [InlineData(EnrollmentStatus.SupplementRequired, true)]
    [InlineData(EnrollmentStatus.PendingApproval, true)]
    [InlineData(EnrollmentStatus.Approved, true)]
    [InlineData(EnrollmentStatus.Expired, false)]
    [InlineData(EnrollmentStatus.Refused, false)]
    [InlineData(EnrollmentStatus.Rejected, false)]
    [InlineData(EnrollmentStatus.Withdrawn, false)]
    [InlineData(EnrollmentStatus.Contracted, false)]
    public void IsOpen_when_the_dossier_waits_for_somebody_is_true(EnrollmentStatus status, bool open) => In(status).IsOpen.ShouldBe(open);

    private static List<(EnrollmentStatus From, EnrollmentAction Action, EnrollmentStatus To)> Read() =>
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Enrollments", "enrollment-transitions.csv"))
            .Where(static line => !line.StartsWith('#') && line.Length > 0)
            .Skip(1)
            .Select(static line => line.Split(','))
            .Select(static cells => (
                Enum.Parse<EnrollmentStatus>(cells[0], ignoreCase: true),
                Enum.Parse<EnrollmentAction>(cells[1], ignoreCase: true),
                Enum.Parse<EnrollmentStatus>(cells[2], ignoreCase: true))),
    ];
}

using Nscl.Domain.Common;
using Nscl.Domain.Enrollments;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Enrollments.EnrollmentBuilder;

namespace Nscl.Domain.Tests.Enrollments;

/// <summary>Nothing of a decision shows to the enterprise before it is published – not in the state, not in what is refused.</summary>
public sealed class EnrollmentVisibilityTests
{
    /// <summary>A dossier with a decision not yet published, beside the same dossier without one.</summary>
    public static TheoryData<Func<Enrollment>, Func<Enrollment>> DecidedAndUndecided() => new()
    {
        { static () => In(EnrollmentStatus.Approved), static () => In(EnrollmentStatus.PendingApproval) },
        { static () => In(EnrollmentStatus.Rejected), static () => In(EnrollmentStatus.PendingApproval) },
        { static () => Numbered(In(EnrollmentStatus.Approved)), static () => In(EnrollmentStatus.PendingApproval) },
        { static () => Numbered(In(EnrollmentStatus.Rejected)), static () => In(EnrollmentStatus.PendingApproval) },
        { static () => RejectedByTheCouncil(), static () => Appraised(CouncilOutcome.NotApprove) },
        { static () => RejectedByTheCouncil(), static () => Appraised(CouncilOutcome.Approve) },
    };

    [Theory]
    [MemberData(nameof(DecidedAndUndecided))]
    public void VisibleTo_when_the_decision_is_not_published_shows_the_enterprise_what_it_saw_before(Func<Enrollment> decided, Func<Enrollment> undecided)
    {
        var (seen, before) = (decided().VisibleTo(EnrollmentParty.Enterprise), undecided().VisibleTo(EnrollmentParty.Enterprise));

        DomainJson.Serialize(seen with { Documents = [] }).ShouldBe(DomainJson.Serialize(before with { Documents = [] }));
        seen.Documents.Select(static document => document.Kind).ShouldBe(before.Documents.Select(static document => document.Kind));
        seen.Decision.ShouldBeNull();
        seen.CouncilConclusion.ShouldBeNull();
        seen.ShowsFinalSubsidy.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(DecidedAndUndecided))]
    public void Refusals_when_the_decision_is_not_published_are_the_same_as_without_one(Func<Enrollment> decided, Func<Enrollment> undecided)
    {
        foreach (var attempt in Attempts())
        {
            var (one, other) = (Refusal(decided(), attempt), Refusal(undecided(), attempt));

            one.Code.ShouldBe(other.Code);
            one.Args.Select(static arg => (arg.Key, DomainJson.Serialize(arg.Value)))
                .ShouldBe(other.Args.Select(static arg => (arg.Key, DomainJson.Serialize(arg.Value))));
        }
    }

    [Theory]
    [MemberData(nameof(DecidedAndUndecided))]
    public void ActionsFor_when_the_decision_is_not_published_are_the_same_as_without_one(Func<Enrollment> decided, Func<Enrollment> undecided)
    {
        var (one, other) = (decided().ActionsFor(Enterprise, Today, Terms), undecided().ActionsFor(Enterprise, Today, Terms));

        one.Allowed.ShouldBe(other.Allowed);
        one.Blocked.Select(static blocked => (blocked.Action, blocked.Code)).ShouldBe(other.Blocked.Select(static blocked => (blocked.Action, blocked.Code)));
    }

    [Theory]
    [InlineData(EnrollmentStatus.Approved)]
    [InlineData(EnrollmentStatus.Rejected)]
    public void VisibleTo_when_the_decision_is_published_shows_it_to_the_enterprise(EnrollmentStatus status)
    {
        var enrollment = In(status);
        enrollment.PublishDecision(By(Director));

        var seen = enrollment.VisibleTo(EnrollmentParty.Enterprise);

        seen.Status.ShouldBe(status);
        seen.Decision.ShouldNotBeNull().IsApproval.ShouldBe(status == EnrollmentStatus.Approved);
        seen.CouncilConclusion.ShouldNotBeNull();
        seen.ShowsFinalSubsidy.ShouldBeTrue();
        seen.Timeline[^1].Action.ShouldBe(EnrollmentAction.PublishDecision);
        seen.Timeline.ShouldContain(static entry => entry.Action == EnrollmentAction.Approve || entry.Action == EnrollmentAction.Reject);
    }

    [Fact]
    public void VisibleTo_when_there_are_minutes_never_shows_them_to_the_enterprise()
    {
        var enrollment = In(EnrollmentStatus.Approved);
        enrollment.PublishDecision(By(Director));

        enrollment.VisibleTo(EnrollmentParty.Enterprise).Documents.ShouldAllBe(static document => !document.IsProceedings);
        enrollment.VisibleTo(EnrollmentParty.Enterprise).Timeline.ShouldAllBe(static entry => entry.Action != EnrollmentAction.AttachProceedings);
        enrollment.VisibleTo(EnrollmentParty.Office).Documents.ShouldContain(static document => document.Kind == "M01");
    }

    [Fact]
    public void VisibleTo_when_it_is_the_office_shows_the_decision_at_once()
    {
        var seen = In(EnrollmentStatus.Approved).VisibleTo(EnrollmentParty.Office);

        (seen.Status, seen.ShowsFinalSubsidy).ShouldBe((EnrollmentStatus.Approved, true));
        seen.CouncilConclusion.ShouldNotBeNull();
    }

    private static IEnumerable<Action<Enrollment>> Attempts() =>
    [
        static enrollment => enrollment.Edit(Content, Terms, By(Enterprise)),
        static enrollment => enrollment.Attach("D11", FileId, "x.pdf", By(Enterprise)),
        static enrollment => enrollment.Attach("M01", FileId, "x.pdf", By(Enterprise)),
        static enrollment => enrollment.Submit(2, Terms, By(Enterprise)),
        static enrollment => enrollment.Resubmit(Terms, By(Enterprise)),
        static enrollment => enrollment.Withdraw("Plans changed", By(Enterprise)),
        static enrollment => enrollment.ProposeApproval(By(Enterprise)),
        static enrollment => enrollment.Approve(new DecisionEntry(), PolicyVersionId, By(Enterprise)),
        static enrollment => enrollment.Reject("No", By(Enterprise)),
        static enrollment => enrollment.PublishDecision(By(Enterprise)),
        static enrollment => enrollment.RecordDecisionNumber("15/QĐ-SKHCN", Today, By(Enterprise)),
    ];

    private static Enrollment Numbered(Enrollment enrollment)
    {
        enrollment.RecordDecisionNumber("15/QĐ-SKHCN", Today, By(Officer));
        return enrollment;
    }

    private static Enrollment RejectedByTheCouncil()
    {
        var enrollment = Appraised(CouncilOutcome.NotApprove);
        enrollment.Reject("The council did not propose approval", By(Director));
        return enrollment;
    }

    private static RuleViolationException Refusal(Enrollment enrollment, Action<Enrollment> attempt) =>
        Should.Throw<RuleViolationException>(() => attempt(enrollment));
}

using Nscl.Domain.Enrollments;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Enrollments.EnrollmentBuilder;

namespace Nscl.Domain.Tests.Enrollments;

/// <summary>What clients are told they can do is what the verbs then do.</summary>
public sealed class EnrollmentActionsTests
{
    public static TheoryData<EnrollmentStatus> Statuses() => [.. Enum.GetValues<EnrollmentStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void ActionsFor_when_told_as_allowed_go_and_as_blocked_are_refused_with_the_same_code(EnrollmentStatus status)
    {
        var actions = In(status).ActionsFor(Director, Today.AddDays(11), Terms);

        foreach (var action in actions.Allowed.Where(static action => action is not (EnrollmentAction.Edit or EnrollmentAction.AttachDocument)))
        {
            Should.NotThrow(() => DoLater(In(status), action), $"{status} {action}");
        }

        foreach (var blocked in actions.Blocked)
        {
            Refusal.CodeOf(() => DoLater(In(status), blocked.Action)).ShouldBe(blocked.Code, $"{status} {blocked.Action}");
        }
    }

    [Fact]
    public void ActionsFor_when_a_draft_is_complete_offers_the_applicant_to_submit()
    {
        var actions = Draft().ActionsFor(Enterprise, Today, Terms);

        actions.Allowed.ShouldBe([EnrollmentAction.Edit, EnrollmentAction.AttachDocument, EnrollmentAction.RemoveDocument, EnrollmentAction.Submit, EnrollmentAction.Withdraw]);
        actions.Blocked.ShouldBeEmpty();
    }

    [Fact]
    public void ActionsFor_when_papers_are_missing_says_which()
    {
        var blocked = EmptyDraft().ActionsFor(Enterprise, Today, Terms).Blocked.ShouldHaveSingleItem();

        (blocked.Action, blocked.Code).ShouldBe((EnrollmentAction.Submit, "enrollment.missingDocuments"));
        blocked.Args["missing"].ShouldBeAssignableTo<IEnumerable<string>>().ShouldBe(Terms.RequiredDocuments);
    }

    [Fact]
    public void ActionsFor_when_the_council_has_not_concluded_says_what_approval_waits_for()
    {
        var actions = In(EnrollmentStatus.Valid).ActionsFor(Officer, Today, Terms);

        actions.Blocked.Select(static blocked => (blocked.Action, blocked.Code)).ShouldBe(
            [
                (EnrollmentAction.RecordCouncilConclusion, "enrollment.minutesNotAttached"),
                (EnrollmentAction.ProposeApproval, "enrollment.noCouncilConclusion"),
                (EnrollmentAction.Approve, "enrollment.noCouncilConclusion"),
            ],
            ignoreOrder: true);
        actions.Allowed.ShouldBe([EnrollmentAction.AttachProceedings, EnrollmentAction.Withdraw]);
    }

    [Fact]
    public void ActionsFor_when_the_other_side_attached_every_paper_offers_no_removal() =>
        Draft().ActionsFor(Officer, Today, Terms).Allowed.ShouldNotContain(EnrollmentAction.RemoveDocument);

    [Fact]
    public void ActionsFor_when_the_viewer_checked_the_dossier_says_that_somebody_else_decides()
    {
        var enrollment = In(EnrollmentStatus.PendingApproval);

        enrollment.ActionsFor(Officer, Today, Terms).Blocked.Select(static blocked => (blocked.Action, blocked.Code)).ShouldBe(
        [
            (EnrollmentAction.Approve, "enrollment.checkerCannotApprove"),
            (EnrollmentAction.Reject, "enrollment.checkerCannotReject"),
        ]);
        enrollment.ActionsFor(Director, Today, Terms).Allowed.ShouldContain(EnrollmentAction.Approve);
    }

    [Fact]
    public void ActionsFor_when_the_supplement_is_late_says_so()
    {
        var blocked = In(EnrollmentStatus.SupplementRequired).ActionsFor(Enterprise, Today.AddDays(11), Terms).Blocked;

        blocked.Select(static action => (action.Action, action.Code)).ShouldBe([(EnrollmentAction.Resubmit, "enrollment.supplementDeadlinePassed")]);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void ActionsFor_when_the_viewer_is_the_enterprise_are_its_own_only(EnrollmentStatus status)
    {
        var actions = In(status).ActionsFor(Enterprise, Today.AddDays(11), Terms);

        actions.Allowed.Concat(actions.Blocked.Select(static blocked => blocked.Action))
            .ShouldAllBe(static action => action.Owner() == EnrollmentActionOwner.Applicant);
    }

    [Fact]
    public void ActionsFor_when_the_decision_is_published_offers_no_second_publication()
    {
        var enrollment = In(EnrollmentStatus.Approved);
        enrollment.PublishDecision(By(Director));

        var actions = enrollment.ActionsFor(Director, Today, Terms);

        actions.Allowed.ShouldBe([EnrollmentAction.RecordDecisionNumber]);
        actions.Blocked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(EnrollmentStatus.Approved)]
    [InlineData(EnrollmentStatus.Rejected)]
    public void ActionsFor_when_the_decision_has_its_number_offers_no_second_one(EnrollmentStatus status)
    {
        var enrollment = In(status);
        enrollment.ActionsFor(Officer, Today, Terms).Allowed.ShouldContain(EnrollmentAction.RecordDecisionNumber);

        enrollment.RecordDecisionNumber("15/QĐ-SKHCN", Today, By(Officer));

        var actions = enrollment.ActionsFor(Officer, Today, Terms);
        actions.Allowed.Concat(actions.Blocked.Select(static blocked => blocked.Action)).ShouldNotContain(EnrollmentAction.RecordDecisionNumber);
    }

    private static void DoLater(Enrollment enrollment, EnrollmentAction action)
    {
        var (officer, director) = (By(Officer, 11), By(Director, 11));
        switch (action)
        {
            case EnrollmentAction.Submit:
                enrollment.Submit(1, Terms, director);
                break;
            case EnrollmentAction.StartChecking:
                enrollment.StartChecking(officer);
                break;
            case EnrollmentAction.RequestSupplement:
                enrollment.RequestSupplement("Unclear", Today.AddDays(20), ["D05"], Terms, officer);
                break;
            case EnrollmentAction.Resubmit:
                enrollment.Resubmit(Terms, director);
                break;
            case EnrollmentAction.Accept:
                enrollment.Accept(Terms, officer);
                break;
            case EnrollmentAction.Refuse:
                enrollment.Refuse("No", officer);
                break;
            case EnrollmentAction.AttachProceedings:
                enrollment.Attach("M01", FileId, "minutes.pdf", officer);
                break;
            case EnrollmentAction.RecordCouncilConclusion:
                enrollment.RecordCouncilConclusion(Conclusion(CouncilOutcome.Approve, FileId), Terms, officer);
                break;
            case EnrollmentAction.ProposeApproval:
                enrollment.ProposeApproval(officer);
                break;
            case EnrollmentAction.Approve:
                enrollment.Approve(new DecisionEntry(), PolicyVersionId, director);
                break;
            case EnrollmentAction.Reject:
                enrollment.Reject("No", director);
                break;
            case EnrollmentAction.PublishDecision:
                enrollment.PublishDecision(director);
                break;
            case EnrollmentAction.RecordDecisionNumber:
                enrollment.RecordDecisionNumber("15/QĐ-SKHCN", Today.AddDays(11), officer);
                break;
            case EnrollmentAction.Withdraw:
                enrollment.Withdraw("Plans changed", director);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action, "Nobody presses a button for it.");
        }
    }
}

using Nscl.Domain.Common;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Programs;
using Nscl.Domain.Tests.Policies;

namespace Nscl.Domain.Tests.Enrollments;

/// <summary>
/// The dossier of S4.21 under KT2021 – two systems to be certified, 99 and 98 million (demo values) – brought to any state by
/// the verbs of the aggregate.
/// </summary>
internal sealed class EnrollmentBuilder
{
    public static readonly DateOnly Today = new(2022, 10, 3);

    public static readonly EnrollmentActor Enterprise = Actor(1, "Enterprise", EnrollmentParty.Enterprise);
    public static readonly EnrollmentActor Officer = Actor(2, "Officer", EnrollmentParty.Office);
    public static readonly EnrollmentActor Director = Actor(3, "Director", EnrollmentParty.Office);

    public static readonly Guid PolicyVersionId = new("0192f5a0-0000-7000-8000-0000000000a1");
    public static readonly Guid FileId = new("0192f5a0-0000-7000-8000-0000000000f1");

    public static readonly ProgramContent Program = PackData.ProgramContent("KT2021");

    public static readonly EnrollmentTerms Terms = new(
        PolicyVersionId,
        PackData.Kt2021Policy(),
        SupportProgram.Create("konTum", Program).DocumentsRequiredAtSubmission,
        Program.Clock,
        OpenElsewhere: []);

    public static readonly SupportLineEntry Iso22000 = Line("P50-CERT", "ISO_22000", 99_000_000, 49_500_000);
    public static readonly SupportLineEntry Traceability = Line("P50-CERT", "TRACEABILITY", 98_000_000, 49_000_000);

    public static readonly EnrollmentContent Content = new([Iso22000, Traceability], "Statement", new EnrollmentDeclarations(false, null, true));

    public static SupportLineEntry Line(string itemCode, string unitKey, long cost, long counterpart) => new(
        itemCode,
        unitKey,
        $"Unit {unitKey}",
        new Money(cost),
        [new LineSource(FundingSource.ScienceBudget, new Money(cost - counterpart)), new LineSource(FundingSource.Counterpart, new Money(counterpart))],
        Money.Zero);

    public static EnrollmentAct By(EnrollmentActor actor, int day = 0) => new(
        actor,
        new DateTimeOffset(2022, 10, 3, 1, 0, 0, TimeSpan.Zero).AddDays(day),
        Today.AddDays(day));

    /// <summary>A draft with every required paper.</summary>
    public static Enrollment Draft(EnrollmentChannel channel = EnrollmentChannel.Online)
    {
        var enrollment = EmptyDraft(channel);
        foreach (var kind in Terms.RequiredDocuments)
        {
            enrollment.Attach(kind, FileId, $"{kind}.pdf", By(Enterprise));
        }

        return enrollment;
    }

    public static Enrollment EmptyDraft(EnrollmentChannel channel = EnrollmentChannel.Online) =>
        Enrollment.Draft("konTum", PackData.ProgramId, new Guid("0192f5a0-0000-7000-8000-00000000000e"), channel, Content, Terms, By(Enterprise));

    public static Enrollment In(EnrollmentStatus status)
    {
        var enrollment = Draft();
        switch (status)
        {
            case EnrollmentStatus.Draft:
                return enrollment;
            case EnrollmentStatus.Submitted:
                enrollment.Submit(1, Terms, By(Enterprise));
                return enrollment;
            case EnrollmentStatus.Checking:
                enrollment = In(EnrollmentStatus.Submitted);
                enrollment.StartChecking(By(Officer));
                return enrollment;
            case EnrollmentStatus.SupplementRequired:
                enrollment = In(EnrollmentStatus.Checking);
                enrollment.RequestSupplement("Estimate unclear", Today.AddDays(10), ["D05"], Terms, By(Officer));
                return enrollment;
            case EnrollmentStatus.Expired:
                enrollment = In(EnrollmentStatus.SupplementRequired);
                enrollment.Expire(By(Officer, day: 11));
                return enrollment;
            case EnrollmentStatus.Valid:
                enrollment = In(EnrollmentStatus.Checking);
                enrollment.Accept(Terms, By(Officer));
                return enrollment;
            case EnrollmentStatus.Refused:
                enrollment = In(EnrollmentStatus.Checking);
                enrollment.Refuse("Not an enterprise of the province", By(Officer));
                return enrollment;
            case EnrollmentStatus.UnderAppraisal:
                enrollment = In(EnrollmentStatus.Valid);
                enrollment.StartAppraisal(By(Officer));
                return enrollment;
            case EnrollmentStatus.Appraised:
                return Appraised(CouncilOutcome.Approve);
            case EnrollmentStatus.PendingApproval:
                enrollment = In(EnrollmentStatus.Appraised);
                enrollment.ProposeApproval(By(Officer));
                return enrollment;
            case EnrollmentStatus.Approved:
                enrollment = In(EnrollmentStatus.PendingApproval);
                enrollment.Approve(new DecisionEntry(), PolicyVersionId, By(Director));
                return enrollment;
            case EnrollmentStatus.Rejected:
                enrollment = In(EnrollmentStatus.PendingApproval);
                enrollment.Reject("No budget left", By(Director));
                return enrollment;
            case EnrollmentStatus.Withdrawn:
                enrollment = In(EnrollmentStatus.Submitted);
                enrollment.Withdraw("Plans changed", By(Enterprise));
                return enrollment;
            case EnrollmentStatus.Contracted:
                enrollment = In(EnrollmentStatus.Approved);
                enrollment.PublishDecision(By(Director));
                enrollment.SignContract(By(Officer));
                return enrollment;
            default:
                throw new ArgumentOutOfRangeException(nameof(status), status, "No way leads there.");
        }
    }

    public static Enrollment Appraised(CouncilOutcome outcome)
    {
        var enrollment = In(EnrollmentStatus.Valid);
        enrollment.RecordCouncilConclusion(Conclusion(outcome, WithMinutes(enrollment)), Terms, By(Officer));
        return enrollment;
    }

    /// <returns>Id of the minutes.</returns>
    public static Guid WithMinutes(Enrollment enrollment) => enrollment.Attach("M01", FileId, "minutes.pdf", By(Officer));

    public static CouncilConclusionEntry Conclusion(CouncilOutcome outcome, Guid minutes, params IReadOnlyList<CouncilLineEntry> lines) => new(
        outcome,
        Today,
        minutes,
        lines.Count > 0 ? lines : [Said(Iso22000), Said(Traceability)]);

    public static CouncilLineEntry Said(SupportLineEntry line) => new(line.ItemCode, line.UnitKey, line.EligibleCost, 1);

    /// <summary>Does the action in the way that its guards ask for, so that only the state decides; everything by the office.</summary>
    public static void Do(Enrollment enrollment, EnrollmentAction action)
    {
        var officer = By(Officer);
        switch (action)
        {
            case EnrollmentAction.Edit:
                enrollment.Edit(Content with { Statement = "Other" }, Terms, officer);
                break;
            case EnrollmentAction.AttachDocument:
                enrollment.Attach("D11", FileId, "certificate.pdf", officer);
                break;
            case EnrollmentAction.RemoveDocument:
                var mistaken = enrollment.Status is EnrollmentStatus.Draft or EnrollmentStatus.SupplementRequired
                    ? enrollment.Attach("D12", FileId, "wrong.pdf", officer)
                    : FileId;
                enrollment.RemoveDocument(mistaken, officer);
                break;
            case EnrollmentAction.Submit:
                enrollment.Submit(2, Terms, officer);
                break;
            case EnrollmentAction.StartChecking:
                enrollment.StartChecking(officer);
                break;
            case EnrollmentAction.RequestSupplement:
                enrollment.RequestSupplement("Estimate unclear", Today.AddDays(10), ["D05"], Terms, officer);
                break;
            case EnrollmentAction.Resubmit:
                enrollment.Resubmit(Terms, officer);
                break;
            case EnrollmentAction.Expire:
                enrollment.Expire(By(Officer, day: 11));
                break;
            case EnrollmentAction.Accept:
                enrollment.Accept(Terms, officer);
                break;
            case EnrollmentAction.Refuse:
                enrollment.Refuse("Not an enterprise of the province", officer);
                break;
            case EnrollmentAction.StartAppraisal:
                enrollment.StartAppraisal(officer);
                break;
            case EnrollmentAction.AttachProceedings:
                enrollment.Attach("M01", FileId, "minutes.pdf", officer);
                break;
            case EnrollmentAction.RecordCouncilConclusion:
                var minutes = enrollment.Status is EnrollmentStatus.Valid or EnrollmentStatus.UnderAppraisal ? WithMinutes(enrollment) : FileId;
                enrollment.RecordCouncilConclusion(Conclusion(CouncilOutcome.Approve, minutes), Terms, officer);
                break;
            case EnrollmentAction.ProposeApproval:
                enrollment.ProposeApproval(officer);
                break;
            case EnrollmentAction.Approve:
                enrollment.Approve(new DecisionEntry(), PolicyVersionId, By(Director));
                break;
            case EnrollmentAction.Reject:
                enrollment.Reject("No budget left", By(Director));
                break;
            case EnrollmentAction.PublishDecision:
                enrollment.PublishDecision(By(Director));
                break;
            case EnrollmentAction.RecordDecisionNumber:
                enrollment.RecordDecisionNumber("15/QĐ-SKHCN", Today, officer);
                break;
            case EnrollmentAction.SignContract:
                if (enrollment.Status == EnrollmentStatus.Approved)
                {
                    enrollment.PublishDecision(By(Director));
                }

                enrollment.SignContract(officer);
                break;
            case EnrollmentAction.Withdraw:
                enrollment.Withdraw("Plans changed", officer);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action, "Nobody knows how.");
        }
    }

    private static EnrollmentActor Actor(int number, string name, EnrollmentParty party) =>
        new(new Guid($"0192f5a0-0000-7000-8000-00000000010{number}"), name, party);
}

using Nscl.Domain.Calendar;
using Nscl.Domain.Common;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Programs;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Enrollments.EnrollmentBuilder;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.Enrollments;

public sealed class EnrollmentTests
{
    // -- draft ------------------------------------------------------------------------------------------------------------

    [Fact]
    public void Draft_when_opened_holds_what_the_applicant_wrote_and_has_no_code_yet()
    {
        var enrollment = EmptyDraft();

        enrollment.Province.ShouldBe("konTum");
        enrollment.ProgramCode.ShouldBe("KT2021");
        enrollment.Status.ShouldBe(EnrollmentStatus.Draft);
        enrollment.Code.ShouldBeNull();
        enrollment.PolicyVersionId.ShouldBeNull();
        enrollment.SupportLines.Select(static line => (line.ItemCode, line.UnitKey, line.EligibleCost.Dong))
            .ShouldBe([("P50-CERT", "ISO_22000", 99_000_000), ("P50-CERT", "TRACEABILITY", 98_000_000)]);
        enrollment.Statement.ShouldBe("Statement");
        enrollment.Timeline.ShouldBeEmpty();
    }

    public static TheoryData<string, string, SupportLineEntry> UnsoundLines() => new()
    {
        { "enrollment.unknownItem", "/supportLines/1/itemCode", Line("P50-NONE", "ISO_9001", 2, 1) },
        { "enrollment.stateRunItem", "/supportLines/1/itemCode", Line("P100-COMM", "conference", 2, 1) },
        { "enrollment.unitMissing", "/supportLines/1/unitKey", Line("P50-CERT", " ", 2, 1) },
        { "enrollment.duplicateUnit", "/supportLines/1/unitKey", Iso22000 },
        { "enrollment.negativeAmount", "/supportLines/1/eligibleCost", Line("P50-CERT", "ISO_9001", -2, -1) },
        { "enrollment.negativeAmount", "/supportLines/1/sources", Line("P50-CERT", "ISO_9001", 2, 3) },
        { "enrollment.negativeAmount", "/supportLines/1/otherPublicSupport", Line("P50-CERT", "ISO_9001", 2, 1) with { OtherPublicSupport = new Money(-1) } },
        { "enrollment.otherSupportAboveCost", "/supportLines/1/otherPublicSupport", Line("P50-CERT", "ISO_9001", 2, 1) with { OtherPublicSupport = new Money(3) } },
        { "enrollment.sourcesDoNotAddUp", "/supportLines/1/sources", Line("P50-CERT", "ISO_9001", 2, 1) with { EligibleCost = new Money(3) } },
        {
            "enrollment.sourceTwice",
            "/supportLines/1/sources",
            Line("P50-CERT", "ISO_9001", 2, 1) with
            {
                Sources = [new LineSource(FundingSource.Counterpart, new Money(1)), new LineSource(FundingSource.Counterpart, new Money(1))],
            }
        },
    };

    [Theory]
    [MemberData(nameof(UnsoundLines))]
    [SourceFact("S3.48")]
    public void Edit_when_a_line_is_unsound_refuses_names_the_field_and_changes_nothing(string code, string pointer, SupportLineEntry line)
    {
        var enrollment = EmptyDraft();

        var refusal = Should.Throw<RuleViolationException>(() => enrollment.Edit(new EnrollmentContent([Iso22000, line], "Other"), Terms, By(Enterprise)));

        refusal.Code.ShouldBe(code);
        refusal.Args["pointer"].ShouldBe(pointer);
        enrollment.SupportLines.Count.ShouldBe(2);
        enrollment.Statement.ShouldBe("Statement");
    }

    [Fact]
    public void Edit_when_there_are_too_many_lines_refuses() =>
        CodeOf(() => EmptyDraft().Edit(
                new EnrollmentContent([.. Enumerable.Range(0, 51).Select(static i => Line("P100-BARCODE", $"product-{i}", 2, 1))]),
                Terms,
                By(Enterprise)))
            .ShouldBe("enrollment.tooManyLines");

    [Fact]
    public void Edit_when_a_line_stays_keeps_its_id_and_takes_its_figures()
    {
        var enrollment = EmptyDraft();
        var id = enrollment.SupportLines[1].Id;

        enrollment.Edit(new EnrollmentContent([Line("P50-CERT", "TRACEABILITY", 90_000_000, 45_000_000)]), Terms, By(Enterprise));

        var line = enrollment.SupportLines.ShouldHaveSingleItem();
        (line.Id, line.EligibleCost).ShouldBe((id, new Money(90_000_000)));
    }

    [Fact]
    public void Edit_when_a_draft_leaves_sources_for_later_takes_it()
    {
        var enrollment = EmptyDraft();

        enrollment.Edit(new EnrollmentContent([Iso22000 with { Sources = [] }]), Terms, By(Enterprise));

        enrollment.SupportLines[0].Sources.ShouldBeEmpty();
    }

    // -- documents --------------------------------------------------------------------------------------------------------

    [Fact]
    public void Attach_when_it_replaces_a_paper_keeps_both_and_counts_the_newer()
    {
        var enrollment = EmptyDraft();
        var first = enrollment.Attach("D05", FileId, "estimate.pdf", By(Enterprise));

        var second = enrollment.Attach("D05", FileId, "estimate-2.pdf", By(Enterprise), replaces: first);

        enrollment.Documents.Select(static document => (document.Id, document.Version, document.SupersededBy, document.IsCurrent))
            .ShouldBe([(first, 1, (Guid?)second, false), (second, 2, null, true)]);
        enrollment.Timeline[^1].Args.ShouldNotBeNull()["fileName"].ShouldBe("estimate-2.pdf");
    }

    [Fact]
    public void Attach_when_it_replaces_what_is_not_there_refuses()
    {
        var enrollment = EmptyDraft();
        var first = enrollment.Attach("D05", FileId, "estimate.pdf", By(Enterprise));
        enrollment.Attach("D05", FileId, "estimate-2.pdf", By(Enterprise), replaces: first);

        CodeOf(() => enrollment.Attach("D05", FileId, "x.pdf", By(Enterprise), replaces: first)).ShouldBe("enrollment.documentUnknown");
        CodeOf(() => enrollment.Attach("D04", FileId, "x.pdf", By(Enterprise), replaces: enrollment.Documents[1].Id)).ShouldBe("enrollment.documentUnknown");
        enrollment.Documents.Count.ShouldBe(2);
    }

    [Fact]
    public void Attach_when_there_are_too_many_documents_refuses()
    {
        var enrollment = EmptyDraft();
        for (var i = 0; i < Enrollment.MaxDocuments; i++)
        {
            enrollment.Attach("D06", FileId, "quotation.pdf", By(Enterprise));
        }

        CodeOf(() => enrollment.Attach("D06", FileId, "quotation.pdf", By(Enterprise))).ShouldBe("enrollment.tooManyDocuments");
    }

    [Fact]
    public void RemoveDocument_when_attached_by_mistake_takes_it_out_and_remembers_that_it_was_there()
    {
        var enrollment = Draft();
        var mistaken = enrollment.Documents[0];

        enrollment.RemoveDocument(mistaken.Id, By(Enterprise));

        enrollment.Documents.ShouldNotContain(document => document.Id == mistaken.Id);
        var entry = enrollment.Timeline[^1];
        (entry.Action, entry.From, entry.To).ShouldBe((EnrollmentAction.RemoveDocument, EnrollmentStatus.Draft, EnrollmentStatus.Draft));
        entry.Args.ShouldNotBeNull()["fileName"].ShouldBe("D01.pdf");
        CodeOf(() => enrollment.Submit(1, Terms, By(Enterprise))).ShouldBe("enrollment.missingDocuments");
    }

    [Fact]
    public void RemoveDocument_when_it_replaced_an_older_version_lets_that_one_count_again()
    {
        var enrollment = Draft();
        var first = enrollment.Documents.Single(static document => document.Kind == "D05");
        var second = enrollment.Attach("D05", FileId, "estimate-2.pdf", By(Enterprise), replaces: first.Id);

        CodeOf(() => enrollment.RemoveDocument(first.Id, By(Enterprise))).ShouldBe("enrollment.documentUnknown");
        enrollment.RemoveDocument(second, By(Enterprise));

        first.IsCurrent.ShouldBeTrue();
        enrollment.Documents.Count(static document => document.Kind == "D05").ShouldBe(1);
    }

    [Fact]
    public void RemoveDocument_when_the_other_side_attached_it_refuses()
    {
        var enrollment = Draft();
        var brought = enrollment.Attach("D11", FileId, "certificate.pdf", By(Officer));

        CodeOf(() => enrollment.RemoveDocument(brought, By(Enterprise))).ShouldBe("enrollment.documentOfOtherSide");
        CodeOf(() => enrollment.RemoveDocument(enrollment.Documents[0].Id, By(Officer))).ShouldBe("enrollment.documentOfOtherSide");
    }

    [Fact]
    public void RemoveDocument_when_it_was_handed_in_keeps_it_even_while_a_supplement_is_asked_for()
    {
        var enrollment = Draft();
        enrollment.Submit(1, Terms, By(Enterprise));
        enrollment.RequestSupplement("Estimate unclear", Today.AddDays(10), ["D05"], Terms, By(Officer, day: 1));
        var added = enrollment.Attach("D11", FileId, "certificate.pdf", By(Enterprise, day: 2));

        CodeOf(() => enrollment.RemoveDocument(enrollment.Documents[0].Id, By(Enterprise, day: 2))).ShouldBe("enrollment.documentHandedIn");
        enrollment.CanRemove(enrollment.Documents[0], Enterprise, Today.AddDays(2)).ShouldBeFalse();
        enrollment.CanRemove(enrollment.Documents[^1], Enterprise, Today.AddDays(2)).ShouldBeTrue();
        enrollment.RemoveDocument(added, By(Enterprise, day: 2));
        enrollment.Documents.Count.ShouldBe(Terms.RequiredDocuments.Count);
    }

    [Fact]
    public void Attach_when_the_enterprise_brings_minutes_refuses() =>
        CodeOf(() => In(EnrollmentStatus.Valid).Attach("M01", FileId, "minutes.pdf", By(Enterprise))).ShouldBe("enrollment.officeOnly");

    [Theory]
    [InlineData(EnrollmentStatus.Submitted)]
    [InlineData(EnrollmentStatus.Checking)]
    [InlineData(EnrollmentStatus.Valid)]
    [InlineData(EnrollmentStatus.PendingApproval)]
    public void Edit_and_attach_when_the_dossier_is_with_the_office_refuse(EnrollmentStatus status)
    {
        CodeOf(() => In(status).Edit(Content, Terms, By(Enterprise))).ShouldBe("enrollment.wrongState");
        CodeOf(() => In(status).Attach("D11", FileId, "x.pdf", By(Enterprise))).ShouldBe("enrollment.wrongState");
    }

    // -- submission -------------------------------------------------------------------------------------------------------

    [Fact]
    [SourceFact("S4.20")]
    public void Submit_when_complete_gives_the_receipt_code_pins_the_policy_and_starts_the_clock()
    {
        var enrollment = Draft();

        enrollment.Submit(1, Terms, By(Enterprise));

        enrollment.Code.ShouldBe("KT2021-2022-0001");
        enrollment.PolicyVersionId.ShouldBe(PolicyVersionId);
        enrollment.ReceivedOn.ShouldBe(Today);
        var clock = enrollment.Clocks.ShouldHaveSingleItem();
        (clock.Step, clock.Clock.StartedOn, clock.Clock.WorkingDays).ShouldBe((ClockStepCode.IntakeCheck, Today, 5));
        var entry = enrollment.Timeline[^1];
        enrollment.Timeline.Select(static one => one.Sequence).ShouldBe(Enumerable.Range(1, 7));
        (entry.Action, entry.From, entry.To, entry.ActorName, entry.On)
            .ShouldBe((EnrollmentAction.Submit, EnrollmentStatus.Draft, EnrollmentStatus.Submitted, "Enterprise", Today));
    }

    [Fact]
    public void Submit_when_papers_are_missing_refuses_and_lists_them()
    {
        var enrollment = EmptyDraft();
        enrollment.Attach("D01", FileId, "application.pdf", By(Enterprise));

        var refusal = Should.Throw<RuleViolationException>(() => enrollment.Submit(1, Terms, By(Enterprise)));

        refusal.Code.ShouldBe("enrollment.missingDocuments");
        refusal.Args["missing"].ShouldBeAssignableTo<IEnumerable<string>>().ShouldBe(["D02", "D03", "D04", "D05", "D10"]);
        (enrollment.Status, enrollment.Code, enrollment.Clocks.Count).ShouldBe((EnrollmentStatus.Draft, null, 0));
    }

    [Fact]
    public void Submit_when_nothing_is_asked_refuses()
    {
        var enrollment = Draft();
        enrollment.Edit(new EnrollmentContent([]), Terms, By(Enterprise));

        CodeOf(() => enrollment.Submit(1, Terms, By(Enterprise))).ShouldBe("enrollment.noLines");
    }

    public static TheoryData<string, SupportLineEntry, EnrollmentDeclarations> UnfinishedLines() => new()
    {
        { "enrollment.costMissing", Line("P50-CERT", "ISO_9001", 0, 0), new(false) },
        { "enrollment.sourcesDoNotAddUp", Iso22000 with { Sources = [] }, new(false) },
        { "enrollment.otherSupportNotDeclared", Iso22000 with { OtherPublicSupport = new Money(1) }, new(false) },
    };

    [Theory]
    [MemberData(nameof(UnfinishedLines))]
    public void Submit_when_a_line_is_unfinished_refuses(string code, SupportLineEntry line, EnrollmentDeclarations declarations)
    {
        var enrollment = Draft();
        enrollment.Edit(new EnrollmentContent([line], "Statement", declarations), Terms, By(Enterprise));

        CodeOf(() => enrollment.Submit(1, Terms, By(Enterprise))).ShouldBe(code);
    }

    [Fact]
    public void Submit_when_the_policy_no_longer_has_an_item_refuses()
    {
        var policy = Terms.Policy with { Items = [.. Terms.Policy.Items.Where(static item => item.Code != "P50-CERT")] };

        CodeOf(() => Draft().Submit(1, Terms with { Policy = policy }, By(Enterprise))).ShouldBe("enrollment.unknownItem");
    }

    [Fact]
    public void Submit_when_a_unit_stands_in_another_open_dossier_refuses_and_names_it()
    {
        var terms = Terms with { OpenElsewhere = [new OpenUnit("P50-CERT", "TRACEABILITY", "KT2021-2022-0007")] };

        var refusal = Should.Throw<RuleViolationException>(() => Draft().Submit(1, terms, By(Enterprise)));

        refusal.Code.ShouldBe("enrollment.unitInOpenDossier");
        refusal.Args["pointer"].ShouldBe("/supportLines/1/unitKey");
        refusal.Args["enrollmentCode"].ShouldBe("KT2021-2022-0007");
    }

    [Fact]
    public void Submit_when_on_paper_counts_from_the_day_it_really_came_in()
    {
        var enrollment = Draft(EnrollmentChannel.Paper);

        enrollment.Submit(12, Terms, By(Officer), receivedOn: Today.AddDays(-3));

        (enrollment.Code, enrollment.ReceivedOn).ShouldBe(("KT2021-2022-0012", Today.AddDays(-3)));
        enrollment.Clocks[0].Clock.StartedOn.ShouldBe(Today.AddDays(-3));
    }

    [Fact]
    public void Submit_when_the_receipt_makes_no_sense_refuses()
    {
        CodeOf(() => Draft(EnrollmentChannel.Paper).Submit(1, Terms, By(Officer), Today.AddDays(1))).ShouldBe("enrollment.receivedInFuture");
        CodeOf(() => Draft().Submit(1, Terms, By(Enterprise), Today)).ShouldBe("enrollment.receiptDateOnlyOnPaper");
        CodeOf(() => Draft().Submit(0, Terms, By(Enterprise))).ShouldBe("enrollment.receiptNumberNotPositive");
    }

    // -- intake -----------------------------------------------------------------------------------------------------------

    [Theory]
    [InlineData(EnrollmentStatus.Submitted)]
    [InlineData(EnrollmentStatus.Checking)]
    public void Accept_when_submitted_or_being_checked_makes_it_valid_and_remembers_the_checker(EnrollmentStatus status)
    {
        var enrollment = In(status);

        enrollment.Accept(Terms, By(Officer, day: 2));

        (enrollment.CheckedBy, enrollment.CheckedByName).ShouldBe((Officer.Id, "Officer"));
        enrollment.Clocks.Select(static clock => (clock.Step, clock.Clock.State, clock.Clock.CompletedOn)).ShouldBe(
        [
            (ClockStepCode.IntakeCheck, ClockState.Completed, (DateOnly?)Today.AddDays(2)),
            (ClockStepCode.Decision, ClockState.Running, null),
        ]);
    }

    [Fact]
    public void RequestSupplement_when_asked_stops_the_clock_until_the_dossier_comes_back()
    {
        var enrollment = In(EnrollmentStatus.Checking);

        enrollment.RequestSupplement("Estimate unclear", Today.AddDays(10), ["D05", "D05", "D11"], Terms, By(Officer, day: 1));

        enrollment.OpenSupplement.ShouldNotBeNull().Items.ShouldBe(["D05", "D11"]);
        var clock = enrollment.Clocks[0].Clock;
        clock.State.ShouldBe(ClockState.Stopped);
        clock.Stops[0].Cause.ShouldBe(StopCause.Supplement);

        enrollment.Attach("D11", FileId, "certificate.pdf", By(Enterprise, day: 3));
        enrollment.Resubmit(Terms, By(Enterprise, day: 4));

        clock.State.ShouldBe(ClockState.Running);
        (clock.Stops[0].StoppedOn, clock.Stops[0].ResumedOn).ShouldBe((Today.AddDays(1), (DateOnly?)Today.AddDays(4)));
        var round = enrollment.Supplements.ShouldHaveSingleItem();
        (round.ResubmittedOn, round.Deadline).ShouldBe(((DateOnly?)Today.AddDays(4), Today.AddDays(10)));
        round.RenewedItems.ShouldBe(["D11"]);
        enrollment.OpenSupplement.ShouldBeNull();
    }

    [Fact]
    public void RequestSupplement_when_the_program_lets_the_clock_run_does_not_stop_it()
    {
        var terms = Terms with { Clock = Terms.Clock! with { StopsDuringSupplement = false } };
        var enrollment = In(EnrollmentStatus.Checking);

        enrollment.RequestSupplement("Estimate unclear", Today.AddDays(10), ["D05"], terms, By(Officer));
        enrollment.Resubmit(terms, By(Enterprise));

        enrollment.Clocks[0].Clock.Stops.ShouldBeEmpty();
    }

    [Fact]
    public void RequestSupplement_when_reason_deadline_or_items_are_missing_refuses()
    {
        var enrollment = In(EnrollmentStatus.Checking);

        CodeOf(() => enrollment.RequestSupplement(" ", Today.AddDays(10), ["D05"], Terms, By(Officer))).ShouldBe("enrollment.reasonMissing");
        CodeOf(() => enrollment.RequestSupplement("Unclear", Today, ["D05"], Terms, By(Officer))).ShouldBe("enrollment.deadlineNotAhead");
        CodeOf(() => enrollment.RequestSupplement("Unclear", Today.AddDays(1), [], Terms, By(Officer))).ShouldBe("enrollment.supplementItemsMissing");
        enrollment.Supplements.ShouldBeEmpty();
    }

    [Fact]
    public void Resubmit_when_it_is_the_last_day_is_in_time_and_the_day_after_is_not()
    {
        In(EnrollmentStatus.SupplementRequired).Resubmit(Terms, By(Enterprise, day: 10));

        var late = In(EnrollmentStatus.SupplementRequired);
        CodeOf(() => late.Resubmit(Terms, By(Enterprise, day: 11))).ShouldBe("enrollment.supplementDeadlinePassed");
        CodeOf(() => late.Expire(By(Officer, day: 10))).ShouldBe("enrollment.supplementDeadlineRunning");
        late.Expire(By(Officer, day: 11));
        late.Status.ShouldBe(EnrollmentStatus.Expired);
        late.Clocks[0].Clock.State.ShouldBe(ClockState.Completed);
    }

    [Fact]
    public void Resubmit_when_what_was_asked_for_is_not_there_refuses()
    {
        var enrollment = In(EnrollmentStatus.Checking);
        enrollment.RequestSupplement("Capacity of the certifier", Today.AddDays(10), ["D08"], Terms, By(Officer));

        var refusal = Should.Throw<RuleViolationException>(() => enrollment.Resubmit(Terms, By(Enterprise)));

        refusal.Code.ShouldBe("enrollment.missingDocuments");
        refusal.Args["missing"].ShouldBeAssignableTo<IEnumerable<string>>().ShouldBe(["D08"]);
    }

    [Fact]
    public void Resubmit_when_lines_were_emptied_refuses()
    {
        var enrollment = In(EnrollmentStatus.SupplementRequired);
        enrollment.Edit(new EnrollmentContent([]), Terms, By(Enterprise));

        CodeOf(() => enrollment.Resubmit(Terms, By(Enterprise))).ShouldBe("enrollment.noLines");
    }

    [Fact]
    public void Refuse_reject_and_withdraw_when_there_is_no_reason_refuse()
    {
        CodeOf(() => In(EnrollmentStatus.Checking).Refuse("", By(Officer))).ShouldBe("enrollment.reasonMissing");
        CodeOf(() => In(EnrollmentStatus.Appraised).Reject("", By(Director))).ShouldBe("enrollment.reasonMissing");
        CodeOf(() => In(EnrollmentStatus.Submitted).Withdraw("", By(Enterprise))).ShouldBe("enrollment.reasonMissing");
    }

    [Fact]
    public void StartChecking_when_dated_before_the_receipt_refuses()
    {
        var enrollment = Draft();
        enrollment.Submit(1, Terms, By(Enterprise, day: 5));

        var refusal = Should.Throw<RuleViolationException>(() => enrollment.StartChecking(By(Officer, day: 4)));

        refusal.Code.ShouldBe("enrollment.beforeLastAct");
        refusal.Args["lastActOn"].ShouldBe(Today.AddDays(5));
    }

    // -- council ----------------------------------------------------------------------------------------------------------

    [Fact]
    [SourceFact("S3.53")]
    public void RecordCouncilConclusion_when_minutes_are_attached_keeps_what_was_asked_beside_what_was_proposed()
    {
        var enrollment = In(EnrollmentStatus.Valid);
        var minutes = WithMinutes(enrollment);

        enrollment.RecordCouncilConclusion(
            Conclusion(CouncilOutcome.ApproveWithChanges, minutes, Said(Iso22000), Said(Traceability) with { ProposedCost = new Money(80_000_000) }),
            Terms,
            By(Officer));

        enrollment.CouncilConclusion.ShouldNotBeNull().Lines.ShouldBe(
        [
            new ConcludedLine("P50-CERT", "ISO_22000", new Money(99_000_000), new Money(99_000_000), 1),
            new ConcludedLine("P50-CERT", "TRACEABILITY", new Money(98_000_000), new Money(80_000_000), 1),
        ]);
        enrollment.Clocks[^1].Step.ShouldBe(ClockStepCode.DecisionAfterCouncil);
        enrollment.ConcludedLines().Select(static line => (line.UnitKey, line.EligibleCost.Dong, line.RequestedCost!.Value.Dong, line.UnitCountConfirmed))
            .ShouldBe([("ISO_22000", 99_000_000, 99_000_000, 1), ("TRACEABILITY", 80_000_000, 98_000_000, 1)]);
    }

    [Fact]
    public void RecordCouncilConclusion_when_there_are_no_minutes_refuses()
    {
        var enrollment = In(EnrollmentStatus.Valid);

        CodeOf(() => enrollment.RecordCouncilConclusion(Conclusion(CouncilOutcome.Approve, FileId), Terms, By(Officer))).ShouldBe("enrollment.minutesNotAttached");
    }

    [Fact]
    public void RecordCouncilConclusion_when_it_names_another_paper_as_minutes_refuses()
    {
        var enrollment = In(EnrollmentStatus.Valid);
        WithMinutes(enrollment);

        CodeOf(() => enrollment.RecordCouncilConclusion(Conclusion(CouncilOutcome.Approve, enrollment.Documents[0].Id), Terms, By(Officer)))
            .ShouldBe("enrollment.documentUnknown");
    }

    public static TheoryData<string, CouncilOutcome, CouncilLineEntry[]> UnsoundConclusions() => new()
    {
        { "enrollment.conclusionIncomplete", CouncilOutcome.Approve, [Said(Iso22000)] },
        { "enrollment.conclusionLineTwice", CouncilOutcome.Approve, [Said(Iso22000), Said(Iso22000)] },
        { "enrollment.conclusionLineUnknown", CouncilOutcome.Approve, [Said(Iso22000), Said(Traceability), Said(Line("P50-CERT", "ISO_9001", 2, 1))] },
        { "enrollment.proposedCostOutOfRange", CouncilOutcome.ApproveWithChanges, [Said(Iso22000) with { ProposedCost = new Money(99_000_001) }, Said(Traceability)] },
        { "enrollment.proposedCostOutOfRange", CouncilOutcome.ApproveWithChanges, [Said(Iso22000) with { ProposedCost = new Money(-1) }, Said(Traceability)] },
        { "enrollment.unitCountOutOfRange", CouncilOutcome.ApproveWithChanges, [Said(Iso22000) with { UnitCountConfirmed = 2 }, Said(Traceability)] },
        { "enrollment.unitCountOutOfRange", CouncilOutcome.ApproveWithChanges, [Said(Iso22000) with { UnitCountConfirmed = -1 }, Said(Traceability)] },
        { "enrollment.outcomeContradictsLines", CouncilOutcome.Approve, [Said(Iso22000) with { ProposedCost = new Money(98_999_999) }, Said(Traceability)] },
        { "enrollment.outcomeContradictsLines", CouncilOutcome.Approve, [Said(Iso22000) with { UnitCountConfirmed = 0 }, Said(Traceability)] },
        { "enrollment.outcomeContradictsLines", CouncilOutcome.ApproveWithChanges, [Said(Iso22000) with { UnitCountConfirmed = 0 }, Said(Traceability) with { UnitCountConfirmed = 0 }] },
    };

    [Theory]
    [MemberData(nameof(UnsoundConclusions))]
    public void RecordCouncilConclusion_when_it_does_not_fit_the_dossier_refuses_and_records_nothing(string code, CouncilOutcome outcome, CouncilLineEntry[] lines)
    {
        var enrollment = In(EnrollmentStatus.Valid);
        var minutes = WithMinutes(enrollment);

        CodeOf(() => enrollment.RecordCouncilConclusion(Conclusion(outcome, minutes, lines), Terms, By(Officer))).ShouldBe(code);

        (enrollment.Status, enrollment.CouncilConclusion).ShouldBe((EnrollmentStatus.Valid, null));
    }

    [Fact]
    public void RecordCouncilConclusion_when_the_council_has_not_met_yet_refuses()
    {
        var enrollment = In(EnrollmentStatus.Valid);
        var conclusion = Conclusion(CouncilOutcome.Approve, WithMinutes(enrollment)) with { MeetingOn = Today.AddDays(1) };

        CodeOf(() => enrollment.RecordCouncilConclusion(conclusion, Terms, By(Officer))).ShouldBe("enrollment.meetingInFuture");
    }

    [Fact]
    public void ConcludedLines_when_the_council_has_not_concluded_refuses() =>
        CodeOf(() => In(EnrollmentStatus.Valid).ConcludedLines()).ShouldBe("enrollment.noCouncilConclusion");

    // -- decision ---------------------------------------------------------------------------------------------------------

    [Fact]
    [SourceFact("S3.54")]
    public void Approve_when_the_council_has_not_concluded_refuses()
    {
        CodeOf(() => In(EnrollmentStatus.Valid).ProposeApproval(By(Officer))).ShouldBe("enrollment.noCouncilConclusion");
        CodeOf(() => In(EnrollmentStatus.UnderAppraisal).Approve(new DecisionEntry(), PolicyVersionId, By(Director))).ShouldBe("enrollment.noCouncilConclusion");
    }

    [Fact]
    public void ProposeApproval_when_the_council_did_not_approve_refuses_and_rejection_remains()
    {
        var enrollment = Appraised(CouncilOutcome.NotApprove);

        CodeOf(() => enrollment.ProposeApproval(By(Officer))).ShouldBe("enrollment.councilDidNotApprove");
        enrollment.Reject("The council did not propose approval", By(Director));
        enrollment.Status.ShouldBe(EnrollmentStatus.Rejected);
    }

    [Fact]
    public void Approve_when_done_keeps_who_when_and_the_policy_and_completes_the_clocks()
    {
        var enrollment = In(EnrollmentStatus.PendingApproval);
        var finalVersion = new Guid("0192f5a0-0000-7000-8000-0000000000a2");

        enrollment.Approve(new DecisionEntry("123/QĐ-SKHCN", Today, "As proposed"), finalVersion, By(Director, day: 2));

        var decision = enrollment.Decision.ShouldNotBeNull();
        (decision.IsApproval, decision.Number, decision.Date, decision.Note, decision.DecidedBy, decision.DecidedOn, decision.IsPublished)
            .ShouldBe((true, "123/QĐ-SKHCN", (DateOnly?)Today, "As proposed", Director.Id, Today.AddDays(2), false));
        enrollment.PolicyVersionId.ShouldBe(finalVersion);
        enrollment.Clocks.ShouldAllBe(static clock => clock.Clock.State == ClockState.Completed);
    }

    public static TheoryData<Action<Enrollment>> Checks() => new()
    {
        static enrollment => enrollment.StartChecking(By(Director)),
        static enrollment =>
        {
            enrollment.RequestSupplement("Unclear", Today.AddDays(10), ["D05"], Terms, By(Director));
            enrollment.Resubmit(Terms, By(Enterprise));
        },
    };

    [Theory]
    [MemberData(nameof(Checks))]
    public void Approve_when_the_director_ever_checked_the_dossier_refuses(Action<Enrollment> check)
    {
        var enrollment = In(EnrollmentStatus.Submitted);
        check(enrollment);
        enrollment.Accept(Terms, By(Officer));
        enrollment.RecordCouncilConclusion(Conclusion(CouncilOutcome.Approve, WithMinutes(enrollment)), Terms, By(Officer));
        enrollment.ProposeApproval(By(Officer));

        CodeOf(() => enrollment.Approve(new DecisionEntry(), PolicyVersionId, By(Director))).ShouldBe("enrollment.checkerCannotApprove");
        CodeOf(() => enrollment.Reject("No", By(Director))).ShouldBe("enrollment.checkerCannotReject");
        CodeOf(() => enrollment.Approve(new DecisionEntry(), PolicyVersionId, By(Officer))).ShouldBe("enrollment.checkerCannotApprove");
        (enrollment.Status, enrollment.Decision).ShouldBe((EnrollmentStatus.PendingApproval, null));
    }

    [Theory]
    [InlineData(EnrollmentStatus.Approved)]
    [InlineData(EnrollmentStatus.Rejected)]
    public void PublishDecision_when_decided_publishes_once(EnrollmentStatus status)
    {
        var enrollment = In(status);

        enrollment.PublishDecision(By(Director, day: 1));

        (enrollment.Decision!.IsPublished, enrollment.Decision.PublishedOn, enrollment.Decision.PublishedBy)
            .ShouldBe((true, (DateOnly?)Today.AddDays(1), (Guid?)Director.Id));
        CodeOf(() => enrollment.PublishDecision(By(Director, day: 1))).ShouldBe("enrollment.alreadyPublished");
    }

    [Theory]
    [InlineData(EnrollmentStatus.Approved, false)]
    [InlineData(EnrollmentStatus.Approved, true)]
    [InlineData(EnrollmentStatus.Rejected, false)]
    [InlineData(EnrollmentStatus.Rejected, true)]
    public void RecordDecisionNumber_when_none_is_recorded_keeps_number_and_date_once(EnrollmentStatus status, bool published)
    {
        var enrollment = In(status);
        if (published)
        {
            enrollment.PublishDecision(By(Director, day: 1));
        }

        enrollment.RecordDecisionNumber("15/QĐ-SKHCN", Today.AddDays(1), By(Officer, day: 2));

        (enrollment.Decision!.Number, enrollment.Decision.Date, enrollment.Decision.DecidedBy, enrollment.Decision.IsPublished, enrollment.Status)
            .ShouldBe(("15/QĐ-SKHCN", (DateOnly?)Today.AddDays(1), Director.Id, published, status));
        var entry = enrollment.Timeline[^1];
        (entry.Action, entry.ActorId, entry.Args!["decisionNumber"], entry.Args["decisionDate"])
            .ShouldBe((EnrollmentAction.RecordDecisionNumber, Officer.Id, "15/QĐ-SKHCN", "2022-10-04"));
        CodeOf(() => enrollment.RecordDecisionNumber("16/QĐ-SKHCN", Today.AddDays(1), By(Officer, day: 2))).ShouldBe("enrollment.decisionNumberRecorded");
        enrollment.Decision.Number.ShouldBe("15/QĐ-SKHCN");
    }

    [Fact]
    public void RecordDecisionNumber_when_the_approval_told_a_date_only_takes_the_date_of_the_document()
    {
        var enrollment = In(EnrollmentStatus.PendingApproval);
        enrollment.Approve(new DecisionEntry(Date: Today), PolicyVersionId, By(Director));

        enrollment.RecordDecisionNumber("15/QĐ-SKHCN", Today.AddDays(1), By(Officer, day: 1));

        (enrollment.Decision!.Number, enrollment.Decision.Date).ShouldBe(("15/QĐ-SKHCN", (DateOnly?)Today.AddDays(1)));
    }

    [Fact]
    public void RecordDecisionNumber_when_the_date_is_ahead_or_before_the_meeting_refuses()
    {
        var enrollment = In(EnrollmentStatus.Valid);
        enrollment.RecordCouncilConclusion(
            Conclusion(CouncilOutcome.Approve, WithMinutes(enrollment)) with { MeetingOn = Today.AddDays(2) },
            Terms,
            By(Officer, day: 3));
        enrollment.ProposeApproval(By(Officer, day: 3));

        CodeOf(() => enrollment.Approve(new DecisionEntry("15/QĐ-SKHCN", Today.AddDays(1)), PolicyVersionId, By(Director, day: 3))).ShouldBe("enrollment.decisionDateTooEarly");
        CodeOf(() => enrollment.Approve(new DecisionEntry("15/QĐ-SKHCN", Today.AddDays(4)), PolicyVersionId, By(Director, day: 3))).ShouldBe("enrollment.decisionDateInFuture");
        enrollment.Decision.ShouldBeNull();
        enrollment.Approve(new DecisionEntry(), PolicyVersionId, By(Director, day: 3));

        CodeOf(() => enrollment.RecordDecisionNumber("15/QĐ-SKHCN", Today.AddDays(1), By(Officer, day: 4))).ShouldBe("enrollment.decisionDateTooEarly");
        CodeOf(() => enrollment.RecordDecisionNumber("15/QĐ-SKHCN", Today.AddDays(5), By(Officer, day: 4))).ShouldBe("enrollment.decisionDateInFuture");
        (enrollment.Decision!.Number, enrollment.Decision.Date).ShouldBe((null, null));
        enrollment.RecordDecisionNumber("15/QĐ-SKHCN", Today.AddDays(2), By(Officer, day: 4));
    }

    [Fact]
    public void RecordCouncilConclusion_when_the_meeting_was_before_the_dossier_came_in_refuses()
    {
        var enrollment = In(EnrollmentStatus.Valid);
        var minutes = WithMinutes(enrollment);

        CodeOf(() => enrollment.RecordCouncilConclusion(Conclusion(CouncilOutcome.Approve, minutes) with { MeetingOn = Today.AddDays(-1) }, Terms, By(Officer)))
            .ShouldBe("enrollment.meetingBeforeReceipt");
        enrollment.Status.ShouldBe(EnrollmentStatus.Valid);
    }

    [Fact]
    public void SignContract_when_the_decision_is_not_published_refuses() =>
        CodeOf(() => In(EnrollmentStatus.Approved).SignContract(By(Officer))).ShouldBe("enrollment.decisionNotPublished");

    [Fact]
    public void RequestedLines_when_read_carry_cost_and_sources()
    {
        var line = In(EnrollmentStatus.Submitted).RequestedLines()[0];

        (line.ItemCode, line.UnitKey, line.EligibleCost.Dong, line.UnitCountConfirmed).ShouldBe(("P50-CERT", "ISO_22000", 99_000_000, null));
        line.Sources.Select(static source => (source.Source, source.Amount.Dong)).ShouldBe([("scienceBudget", 49_500_000), ("counterpart", 49_500_000)]);
    }
}

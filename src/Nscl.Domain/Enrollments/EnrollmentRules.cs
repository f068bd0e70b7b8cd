using Nscl.Domain.Common;

namespace Nscl.Domain.Enrollments;

/// <summary>Every reason a dossier can say no.</summary>
public static class EnrollmentRules
{
    /// <param name="status">As the one who asked may know it: an unpublished decision does not show here either.</param>
    public static RuleViolationException WrongState(EnrollmentStatus status, EnrollmentAction action, IReadOnlyList<EnrollmentAction> allowed) => new(
        "enrollment.wrongState",
        "The dossier is not in a state for this.",
        new Dictionary<string, object?>
        {
            ["status"] = DomainJson.NameOf(status),
            ["action"] = DomainJson.NameOf(action),
            ["allowedActions"] = allowed.Select(DomainJson.NameOf).ToArray(),
        });

    public static RuleViolationException BeforeLastAct(DateOnly lastActOn) => new(
        "enrollment.beforeLastAct",
        "Nothing happens to a dossier on a day before its last act.",
        new Dictionary<string, object?> { ["lastActOn"] = lastActOn });

    public static RuleViolationException OfficeOnly() => new(
        "enrollment.officeOnly",
        "This is for the department to do.");

    public static RuleViolationException WithdrawThroughOffice() => new(
        "enrollment.withdrawThroughOffice",
        "Once the council has met, a withdrawal is handed in at the department, which records it.");

    public static RuleViolationException NoLines() => new(
        "enrollment.noLines",
        "The dossier asks for nothing yet: it needs at least one support line.");

    public static RuleViolationException TooManyLines(int max) => new(
        "enrollment.tooManyLines",
        "The dossier has more support lines than one dossier may have.",
        new Dictionary<string, object?> { ["max"] = max });

    public static RuleViolationException DuplicateUnit(int line, string itemCode, string unitKey) => ForLine(
        "enrollment.duplicateUnit",
        "The same unit is asked for twice under the same item.",
        line,
        "unitKey",
        ("itemCode", itemCode),
        ("unitKey", unitKey));

    public static RuleViolationException UnknownItem(int line, string itemCode) => ForLine(
        "enrollment.unknownItem",
        "The program's policy has no such item.",
        line,
        "itemCode",
        ("itemCode", itemCode));

    public static RuleViolationException StateRunItem(int line, string itemCode) => ForLine(
        "enrollment.stateRunItem",
        "The state runs this activity itself: an enterprise cannot ask for it.",
        line,
        "itemCode",
        ("itemCode", itemCode));

    public static RuleViolationException UnitMissing(int line) => ForLine(
        "enrollment.unitMissing",
        "A line names the unit it asks support for.",
        line,
        "unitKey");

    public static RuleViolationException NegativeAmount(int line, string property) => ForLine(
        "enrollment.negativeAmount",
        "Costs and support cannot be negative.",
        line,
        property);

    public static RuleViolationException CostMissing(int line) => ForLine(
        "enrollment.costMissing",
        "A line states its eligible cost.",
        line,
        "eligibleCost");

    public static RuleViolationException SourcesDoNotAddUp(int line, Money eligibleCost, Money sources) => ForLine(
        "enrollment.sourcesDoNotAddUp",
        "The sources of a line add up to its eligible cost.",
        line,
        "sources",
        ("eligibleCost", eligibleCost.Dong),
        ("sources", sources.Dong));

    public static RuleViolationException SourceTwice(int line) => ForLine(
        "enrollment.sourceTwice",
        "Each source stands once in a line.",
        line,
        "sources");

    public static RuleViolationException OtherSupportAboveCost(int line) => ForLine(
        "enrollment.otherSupportAboveCost",
        "Other public support cannot exceed the cost it is given for.",
        line,
        "otherPublicSupport");

    public static RuleViolationException OtherSupportNotDeclared(int line) => ForLine(
        "enrollment.otherSupportNotDeclared",
        "The line shows other public support, the declaration says there is none.",
        line,
        "otherPublicSupport");

    public static RuleViolationException MissingDocuments(IReadOnlyList<string> missing) => new(
        "enrollment.missingDocuments",
        "Papers are missing.",
        new Dictionary<string, object?> { ["missing"] = missing });

    public static RuleViolationException UnitInOpenDossier(int line, OpenUnit unit) => ForLine(
        "enrollment.unitInOpenDossier",
        "Another open dossier already asks support for this unit.",
        line,
        "unitKey",
        ("itemCode", unit.ItemCode),
        ("unitKey", unit.UnitKey),
        ("enrollmentCode", unit.EnrollmentCode));

    public static RuleViolationException ReceivedInFuture() => new(
        "enrollment.receivedInFuture",
        "A dossier cannot be received on a day that has not come.",
        new Dictionary<string, object?> { ["pointer"] = "/receivedOn" });

    public static RuleViolationException ReceiptDateOnlyOnPaper() => new(
        "enrollment.receiptDateOnlyOnPaper",
        "Only a dossier on paper has a date of receipt of its own.",
        new Dictionary<string, object?> { ["pointer"] = "/receivedOn" });

    public static RuleViolationException ReceiptNumberNotPositive() => new(
        "enrollment.receiptNumberNotPositive",
        "Receipts are numbered from 1.");

    public static RuleViolationException ReasonMissing() => new(
        "enrollment.reasonMissing",
        "This needs a reason.");

    public static RuleViolationException DocumentUnknown(Guid documentId) => new(
        "enrollment.documentUnknown",
        "The dossier has no such current document of this kind.",
        new Dictionary<string, object?> { ["documentId"] = documentId });

    public static RuleViolationException DocumentOfOtherSide() => new(
        "enrollment.documentOfOtherSide",
        "Only the side that attached a paper takes it out again.");

    public static RuleViolationException DocumentHandedIn() => new(
        "enrollment.documentHandedIn",
        "A paper that was handed in stays on record; a newer version can replace it.");

    public static RuleViolationException TooManyDocuments(int max) => new(
        "enrollment.tooManyDocuments",
        "The dossier has more documents than one dossier may have.",
        new Dictionary<string, object?> { ["max"] = max });

    public static RuleViolationException DeadlineNotAhead() => new(
        "enrollment.deadlineNotAhead",
        "The deadline lies after today.",
        new Dictionary<string, object?> { ["pointer"] = "/deadline" });

    public static RuleViolationException SupplementItemsMissing() => new(
        "enrollment.supplementItemsMissing",
        "A request names the papers to be completed.",
        new Dictionary<string, object?> { ["pointer"] = "/items" });

    public static RuleViolationException SupplementDeadlinePassed(DateOnly deadline) => new(
        "enrollment.supplementDeadlinePassed",
        "The deadline for completing the dossier has passed.",
        new Dictionary<string, object?> { ["deadline"] = deadline });

    public static RuleViolationException SupplementDeadlineRunning(DateOnly deadline) => new(
        "enrollment.supplementDeadlineRunning",
        "The dossier may still be completed.",
        new Dictionary<string, object?> { ["deadline"] = deadline });

    public static RuleViolationException MinutesNotAttached() => new(
        "enrollment.minutesNotAttached",
        "The council's conclusion is recorded from its signed minutes (document kind M01).",
        new Dictionary<string, object?> { ["kind"] = EnrollmentDocument.MinutesKind });

    public static RuleViolationException MeetingInFuture() => new(
        "enrollment.meetingInFuture",
        "A council that has not met has not concluded.",
        new Dictionary<string, object?> { ["pointer"] = "/meetingOn" });

    public static RuleViolationException MeetingBeforeReceipt(DateOnly receivedOn) => new(
        "enrollment.meetingBeforeReceipt",
        "A council does not conclude on a dossier that has not come in.",
        new Dictionary<string, object?> { ["pointer"] = "/meetingOn", ["receivedOn"] = receivedOn });

    public static RuleViolationException ConclusionIncomplete(IReadOnlyList<string> missing) => new(
        "enrollment.conclusionIncomplete",
        "The conclusion covers every line of the dossier.",
        new Dictionary<string, object?> { ["missing"] = missing });

    public static RuleViolationException ConclusionLineTwice(int line) => ForConclusion(
        "enrollment.conclusionLineTwice",
        "The conclusion covers every line once.",
        line,
        "unitKey");

    public static RuleViolationException ConclusionLineUnknown(int line) => ForConclusion(
        "enrollment.conclusionLineUnknown",
        "The conclusion speaks of a line that the dossier does not have.",
        line,
        "unitKey");

    public static RuleViolationException ProposedCostOutOfRange(int line, Money requested) => ForConclusion(
        "enrollment.proposedCostOutOfRange",
        "The council proposes no more than was asked, and nothing negative.",
        line,
        "proposedCost",
        ("requested", requested.Dong));

    public static RuleViolationException UnitCountOutOfRange(int line) => ForConclusion(
        "enrollment.unitCountOutOfRange",
        "A line stands for one unit: the council confirms 1 or 0.",
        line,
        "unitCountConfirmed");

    public static RuleViolationException OutcomeContradictsLines(CouncilOutcome outcome) => new(
        "enrollment.outcomeContradictsLines",
        "An approval without changes leaves every line as asked; one with changes confirms at least one unit.",
        new Dictionary<string, object?> { ["outcome"] = DomainJson.NameOf(outcome) });

    public static RuleViolationException NoCouncilConclusion() => new(
        "enrollment.noCouncilConclusion",
        "Nothing is approved before the council has concluded.");

    public static RuleViolationException CouncilDidNotApprove() => new(
        "enrollment.councilDidNotApprove",
        "The council did not propose approval.");

    public static RuleViolationException CheckerCannotApprove() => new(
        "enrollment.checkerCannotApprove",
        "Whoever checked the dossier cannot approve it.");

    public static RuleViolationException CheckerCannotReject() => new(
        "enrollment.checkerCannotReject",
        "Whoever checked the dossier cannot decide on it.");

    public static RuleViolationException AlreadyPublished() => new(
        "enrollment.alreadyPublished",
        "The decision has been published.");

    public static RuleViolationException DecisionNumberRecorded(string number) => new(
        "enrollment.decisionNumberRecorded",
        "The decision has its number.",
        new Dictionary<string, object?> { ["decisionNumber"] = number });

    public static RuleViolationException DecisionDateInFuture() => new(
        "enrollment.decisionDateInFuture",
        "A decision that is not signed yet has no number and date.",
        new Dictionary<string, object?> { ["pointer"] = "/decisionDate" });

    /// <param name="earliest">Day of the council's meeting, or of receipt where no council has met.</param>
    public static RuleViolationException DecisionDateTooEarly(DateOnly earliest) => new(
        "enrollment.decisionDateTooEarly",
        "A decision is not older than what it decides on.",
        new Dictionary<string, object?> { ["pointer"] = "/decisionDate", ["earliest"] = earliest });

    public static RuleViolationException DecisionNotPublished() => new(
        "enrollment.decisionNotPublished",
        "A contract follows a published decision.");

    private static RuleViolationException ForLine(
        string code,
        string message,
        int line,
        string property,
        params (string Name, object? Value)[] args) => At($"/supportLines/{line}/{property}", code, message, args);

    private static RuleViolationException ForConclusion(
        string code,
        string message,
        int line,
        string property,
        params (string Name, object? Value)[] args) => At($"/lines/{line}/{property}", code, message, args);

    private static RuleViolationException At(string pointer, string code, string message, (string Name, object? Value)[] args)
    {
        var all = new Dictionary<string, object?> { ["pointer"] = pointer };
        foreach (var (name, value) in args)
        {
            all[name] = value;
        }

        return new RuleViolationException(code, message, all);
    }
}

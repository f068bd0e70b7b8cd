using Nscl.Domain.Common;

namespace Nscl.Domain.Enrollments;

/// <content>Why an action does not go: one place for the verbs and for what clients are told.</content>
public sealed partial class Enrollment
{
    private static bool IsOfferedTo(EnrollmentParty party, EnrollmentAction action) => action.Owner() switch
    {
        EnrollmentActionOwner.Applicant => true,
        EnrollmentActionOwner.Office => party == EnrollmentParty.Office,
        _ => false,
    };

    private void Require(EnrollmentAction action, EnrollmentActor actor, DateOnly today, EnrollmentTerms? terms = null)
    {
        if (RefusalOf(action, actor, today, terms) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Why the action does not go, null when it does. The one place where verbs and <see cref="ActionsFor"/> look.</summary>
    private RuleViolationException? RefusalOf(EnrollmentAction action, EnrollmentActor actor, DateOnly today, EnrollmentTerms? terms)
    {
        if (actor.Party == EnrollmentParty.Enterprise && action.Owner() != EnrollmentActionOwner.Applicant)
        {
            return EnrollmentRules.OfficeOnly();
        }

        var status = StatusShownTo(actor.Party);
        if (status.AwaitingCouncil().Contains(action))
        {
            return EnrollmentRules.NoCouncilConclusion();
        }

        if (status.After(action) is null)
        {
            return EnrollmentRules.WrongState(status, action, [.. status.Actions().Where(next => IsOfferedTo(actor.Party, next))]);
        }

        // Deadlines and clocks could not be told any more.
        if (Timeline is [.., var last] && today < last.On)
        {
            return EnrollmentRules.BeforeLastAct(last.On);
        }

        return action switch
        {
            EnrollmentAction.Submit => RefusalOfSubmit(terms!),
            EnrollmentAction.Resubmit => RefusalOfResubmit(terms!, today),
            EnrollmentAction.Expire when today <= Supplements[^1].Deadline =>
                EnrollmentRules.SupplementDeadlineRunning(Supplements[^1].Deadline),
            EnrollmentAction.RecordCouncilConclusion when !HasCurrent(EnrollmentDocument.MinutesKind) => EnrollmentRules.MinutesNotAttached(),
            EnrollmentAction.ProposeApproval or EnrollmentAction.Approve when CouncilConclusion is null => EnrollmentRules.NoCouncilConclusion(),
            EnrollmentAction.ProposeApproval or EnrollmentAction.Approve when !CouncilConclusion!.AllowsApproval =>
                EnrollmentRules.CouncilDidNotApprove(),
            EnrollmentAction.Approve when HasChecked(actor.Id) => EnrollmentRules.CheckerCannotApprove(),
            EnrollmentAction.Reject when HasChecked(actor.Id) => EnrollmentRules.CheckerCannotReject(),
            EnrollmentAction.PublishDecision when Decision is { IsPublished: true } => EnrollmentRules.AlreadyPublished(),
            EnrollmentAction.RecordDecisionNumber when Decision is { Number: { } number } => EnrollmentRules.DecisionNumberRecorded(number),
            EnrollmentAction.SignContract when Decision is { IsPublished: false } => EnrollmentRules.DecisionNotPublished(),

            // Were the enterprise free to withdraw here, being refused it would tell that the decision has been taken.
            EnrollmentAction.Withdraw when actor.Party == EnrollmentParty.Enterprise
                && status is EnrollmentStatus.Appraised or EnrollmentStatus.PendingApproval => EnrollmentRules.WithdrawThroughOffice(),
            _ => null,
        };
    }

    private RuleViolationException? RefusalOfSubmit(EnrollmentTerms terms) => RefusalOfHandingIn(terms, terms.RequiredDocuments);

    private RuleViolationException? RefusalOfResubmit(EnrollmentTerms terms, DateOnly today)
    {
        var round = Supplements[^1];
        return today > round.Deadline
            ? EnrollmentRules.SupplementDeadlinePassed(round.Deadline)
            : RefusalOfHandingIn(terms, [.. terms.RequiredDocuments.Concat(round.Items).Distinct(StringComparer.Ordinal)]);
    }

    private RuleViolationException? RefusalOfHandingIn(EnrollmentTerms terms, IReadOnlyList<string> requiredDocuments)
    {
        var lines = SupportLines;
        if (lines.Count == 0)
        {
            return EnrollmentRules.NoLines();
        }

        // The policy may be another one than when the draft was written.
        return SupportLineFaults.In([.. lines.Select(static line => line.ToEntry())], terms.Policy)
            ?? SupportLineFaults.InFinished(lines, Declarations)
            ?? MissingDocuments(requiredDocuments)
            ?? UnitOpenElsewhere(lines, terms.OpenElsewhere);
    }

    private RuleViolationException? MissingDocuments(IReadOnlyList<string> required)
    {
        var missing = required.Where(kind => !HasCurrent(kind)).ToList();
        return missing.Count > 0 ? EnrollmentRules.MissingDocuments(missing) : null;
    }

    private static RuleViolationException? UnitOpenElsewhere(IReadOnlyList<SupportLine> lines, IReadOnlyList<OpenUnit> elsewhere)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (elsewhere.FirstOrDefault(unit => lines[i].Is(unit.ItemCode, unit.UnitKey)) is { } taken)
            {
                return EnrollmentRules.UnitInOpenDossier(i, taken);
            }
        }

        return null;
    }

    private bool IsRemovable(EnrollmentDocument document, EnrollmentParty party) => document.IsCurrent && RefusalOfRemoving(document, party) is null;

    // What the office has once received is part of the record, also while a supplement is asked for.
    private RuleViolationException? RefusalOfRemoving(EnrollmentDocument document, EnrollmentParty party) =>
        document.UploadedByParty != party ? EnrollmentRules.DocumentOfOtherSide()
        : Supplements is [.., var round] && document.UploadedAt < round.RequestedAt ? EnrollmentRules.DocumentHandedIn()
        : null;

    private static void RequireReason(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw EnrollmentRules.ReasonMissing();
        }
    }

    /// <summary>A decision is signed after the council has met – where it has not, after the dossier came in – and not on a day to come.</summary>
    private void RequireDecisionDate(DateOnly date, DateOnly today)
    {
        if (date > today)
        {
            throw EnrollmentRules.DecisionDateInFuture();
        }

        if ((CouncilConclusion?.MeetingOn ?? ReceivedOn) is { } earliest && date < earliest)
        {
            throw EnrollmentRules.DecisionDateTooEarly(earliest);
        }
    }

    private bool HasCurrent(string kind) => _documents.Exists(document => document.IsCurrent && document.Kind == kind);

    private bool HasChecked(Guid actorId) => _timeline.Exists(entry => entry.ActorId == actorId && entry.Action
        is EnrollmentAction.StartChecking or EnrollmentAction.RequestSupplement or EnrollmentAction.Accept or EnrollmentAction.Refuse);
}

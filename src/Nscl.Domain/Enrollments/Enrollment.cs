using System.Globalization;
using Nscl.Domain.Calendar;
using Nscl.Domain.Common;
using Nscl.Domain.Programs;
using Nscl.Domain.Subsidies;

namespace Nscl.Domain.Enrollments;

/// <summary>
/// The dossier with which an enterprise asks a program for support, from the first draft to the published decision. It obeys
/// the table of <see cref="EnrollmentStateMachine"/>; every "no" is in <see cref="EnrollmentRules"/> and is said before
/// anything changes.
/// </summary>
public sealed partial class Enrollment : AggregateRoot
{
    public const int CodeMaxLength = 40;
    public const int StatementMaxLength = 20_000;
    public const int ReasonMaxLength = 2_000;
    public const int NoteMaxLength = 2_000;
    public const int DecisionNumberMaxLength = 60;
    public const int MaxLines = 50;
    public const int MaxDocuments = 200;

    private readonly List<SupportLine> _supportLines = [];
    private readonly List<EnrollmentDocument> _documents = [];
    private readonly List<EnrollmentEvent> _timeline = [];
    private readonly List<EnrollmentClock> _clocks = [];

    private Enrollment(string province, Guid programId, string programCode, Guid enterpriseId, EnrollmentChannel channel, EnrollmentAct act)
        : base(province)
    {
        (ProgramId, ProgramCode, EnterpriseId, Channel) = (programId, programCode, enterpriseId, channel);
        (CreatedBy, CreatedAt) = (act.By.Id, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private Enrollment() => ProgramCode = string.Empty;

    /// <summary>Receipt code, e.g. <c>KT2021-2022-0001</c>; null before submission.</summary>
    public string? Code { get; private set; }

    public Guid ProgramId { get; private set; }

    public string ProgramCode { get; private set; }

    public Guid EnterpriseId { get; private set; }

    /// <summary>The version of the policy the dossier falls under; null before submission.</summary>
    public Guid? PolicyVersionId { get; private set; }

    public EnrollmentStatus Status { get; private set; } = EnrollmentStatus.Draft;

    public EnrollmentChannel Channel { get; private set; }

    /// <summary>In the order of the dossier, however they were loaded.</summary>
    public IReadOnlyList<SupportLine> SupportLines => [.. _supportLines.OrderBy(static line => line.Position)];

    public string? Statement { get; private set; }

    public EnrollmentDeclarations Declarations { get; private set; } = new();

    /// <summary>All versions of all papers, oldest first.</summary>
    public IReadOnlyList<EnrollmentDocument> Documents => _documents;

    /// <summary>Oldest first, however they were loaded.</summary>
    public IReadOnlyList<EnrollmentEvent> Timeline => [.. _timeline.OrderBy(static entry => entry.Sequence)];

    public IReadOnlyList<SupplementRound> Supplements { get; private set; } = [];

    /// <summary>One per step of the program's time limits that has begun.</summary>
    public IReadOnlyList<EnrollmentClock> Clocks => _clocks;

    public CouncilConclusion? CouncilConclusion { get; private set; }

    public EnrollmentDecision? Decision { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Business date of receipt: the day the paper came in, otherwise the day of submission.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>Who checked it last; whoever ever did cannot decide on it.</summary>
    public Guid? CheckedBy { get; private set; }

    public string? CheckedByName { get; private set; }

    /// <summary>Whether it competes for its units and waits for somebody.</summary>
    public bool IsOpen => EnrollmentStateMachine.Open.Contains(Status);

    public SupplementRound? OpenSupplement => Status == EnrollmentStatus.SupplementRequired ? Supplements[^1] : null;

    /// <summary>Opens a draft, by the enterprise or by an officer from paper.</summary>
    public static Enrollment Draft(
        string province,
        Guid programId,
        Guid enterpriseId,
        EnrollmentChannel channel,
        EnrollmentContent content,
        EnrollmentTerms terms,
        EnrollmentAct act)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(act);
        var enrollment = new Enrollment(province, programId, terms.Policy.ProgramCode, enterpriseId, channel, act);
        enrollment.Edit(content, terms, act);
        return enrollment;
    }

    /// <summary>Takes over what the applicant has written. A line keeps its id as long as its item and unit stay.</summary>
    public void Edit(EnrollmentContent content, EnrollmentTerms terms, EnrollmentAct act)
    {
        Require(EnrollmentAction.Edit, act.By, act.On, terms);
        if (content.SupportLines.Count > MaxLines)
        {
            throw EnrollmentRules.TooManyLines(MaxLines);
        }

        if (SupportLineFaults.In(content.SupportLines, terms.Policy) is { } fault)
        {
            throw fault;
        }

        var lines = content.SupportLines.Select(Merge).ToList();
        _supportLines.Clear();
        _supportLines.AddRange(lines);
        Statement = content.Statement;
        Declarations = content.Declarations ?? new EnrollmentDeclarations();
    }

    /// <summary>Adds a paper: of the applicant (D…) while the dossier is theirs, of the office (M…) while it is with the council or the director.</summary>
    /// <param name="replaces">The current document of the same kind that this is a newer version of.</param>
    /// <returns>The new document's id.</returns>
    public Guid Attach(string kind, Guid storedFileId, string fileName, EnrollmentAct act, Guid? replaces = null)
    {
        var action = EnrollmentDocument.IsProceedingsKind(kind) ? EnrollmentAction.AttachProceedings : EnrollmentAction.AttachDocument;
        Require(action, act.By, act.On);
        if (_documents.Count >= MaxDocuments)
        {
            throw EnrollmentRules.TooManyDocuments(MaxDocuments);
        }

        var older = replaces is { } id ? CurrentDocument(id, kind) ?? throw EnrollmentRules.DocumentUnknown(id) : null;

        var document = new EnrollmentDocument(kind, storedFileId, fileName, (older?.Version ?? 0) + 1, act);
        older?.SupersedeWith(document);
        _documents.Add(document);
        Record(action, Status, act, args: new Dictionary<string, string> { ["kind"] = kind, ["fileName"] = fileName });
        return document.Id;
    }

    /// <summary>
    /// Takes out a paper that was attached by mistake: before it is handed in, and by the side that attached it. The version it had
    /// replaced counts again; that it was there stays in the timeline.
    /// </summary>
    public void RemoveDocument(Guid documentId, EnrollmentAct act)
    {
        Require(EnrollmentAction.RemoveDocument, act.By, act.On);
        var document = _documents.Find(row => row.Id == documentId && row.IsCurrent) ?? throw EnrollmentRules.DocumentUnknown(documentId);
        if (RefusalOfRemoving(document, act.By.Party) is { } refusal)
        {
            throw refusal;
        }

        _documents.Remove(document);
        _documents.Find(older => older.SupersededBy == documentId)?.Reinstate();
        Record(
            EnrollmentAction.RemoveDocument,
            Status,
            act,
            args: new Dictionary<string, string> { ["kind"] = document.Kind, ["fileName"] = document.FileName });
    }

    /// <summary>Hands the dossier in and gives it its receipt code.</summary>
    /// <param name="receiptNumber">Next number of the program's series of the year, without gaps.</param>
    /// <param name="receivedOn">For a dossier on paper, the day it really came in.</param>
    public void Submit(int receiptNumber, EnrollmentTerms terms, EnrollmentAct act, DateOnly? receivedOn = null)
    {
        Require(EnrollmentAction.Submit, act.By, act.On, terms);
        if (receiptNumber < 1)
        {
            throw EnrollmentRules.ReceiptNumberNotPositive();
        }

        if (receivedOn is not null && Channel != EnrollmentChannel.Paper)
        {
            throw EnrollmentRules.ReceiptDateOnlyOnPaper();
        }

        if (receivedOn > act.On)
        {
            throw EnrollmentRules.ReceivedInFuture();
        }

        Code = string.Create(CultureInfo.InvariantCulture, $"{ProgramCode}-{act.On.Year:D4}-{receiptNumber:D4}");
        PolicyVersionId = terms.PolicyVersionId;
        (SubmittedAt, ReceivedOn) = (act.At, receivedOn ?? act.On);
        StartClock(terms.Clock, ClockStepCode.IntakeCheck, ReceivedOn.Value);
        Move(EnrollmentAction.Submit, EnrollmentStatus.Submitted, act);
    }

    public void StartChecking(EnrollmentAct act)
    {
        Require(EnrollmentAction.StartChecking, act.By, act.On);

        RecordChecker(act);
        Move(EnrollmentAction.StartChecking, EnrollmentStatus.Checking, act);
    }

    /// <param name="deadline">Last day on which the dossier may be handed in again.</param>
    /// <param name="items">Document kinds to be completed.</param>
    public void RequestSupplement(string reason, DateOnly deadline, IReadOnlyList<string> items, EnrollmentTerms terms, EnrollmentAct act)
    {
        Require(EnrollmentAction.RequestSupplement, act.By, act.On);
        RequireReason(reason);
        if (deadline <= act.On)
        {
            throw EnrollmentRules.DeadlineNotAhead();
        }

        if (items.Count == 0)
        {
            throw EnrollmentRules.SupplementItemsMissing();
        }

        Supplements = [.. Supplements, new SupplementRound(reason, deadline, [.. items.Distinct(StringComparer.Ordinal)], act.At, act.On)];
        StopClocks(terms.Clock, act.On);
        RecordChecker(act);
        Move(
            EnrollmentAction.RequestSupplement,
            EnrollmentStatus.SupplementRequired,
            act,
            reason,
            new Dictionary<string, string>
            {
                ["deadline"] = deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["items"] = string.Join(", ", items),
            });
    }

    /// <summary>Hands the completed dossier in again, at the latest on the day of the deadline.</summary>
    public void Resubmit(EnrollmentTerms terms, EnrollmentAct act)
    {
        Require(EnrollmentAction.Resubmit, act.By, act.On, terms);

        var round = Supplements[^1];
        Supplements =
        [
            .. Supplements.SkipLast(1),
            round with { ResubmittedAt = act.At, ResubmittedOn = act.On, RenewedItems = [.. round.Items.Where(item => IsRenewed(item, round))] },
        ];
        ResumeClocks(act.On);
        Move(EnrollmentAction.Resubmit, EnrollmentStatus.Checking, act);
    }

    /// <summary>The deadline has passed without an answer.</summary>
    public void Expire(EnrollmentAct act)
    {
        Require(EnrollmentAction.Expire, act.By, act.On);

        CompleteClocks(act.On);
        Move(EnrollmentAction.Expire, EnrollmentStatus.Expired, act);
    }

    /// <summary>The dossier is complete and goes to the council.</summary>
    public void Accept(EnrollmentTerms terms, EnrollmentAct act)
    {
        Require(EnrollmentAction.Accept, act.By, act.On);

        CompleteClocks(act.On);
        StartClock(terms.Clock, ClockStepCode.Decision, act.On);
        RecordChecker(act);
        Move(EnrollmentAction.Accept, EnrollmentStatus.Valid, act);
    }

    /// <summary>The dossier is not admitted.</summary>
    public void Refuse(string reason, EnrollmentAct act)
    {
        Require(EnrollmentAction.Refuse, act.By, act.On);
        RequireReason(reason);

        CompleteClocks(act.On);
        RecordChecker(act);
        Move(EnrollmentAction.Refuse, EnrollmentStatus.Refused, act, reason);
    }

    /// <summary>The dossier is on the agenda of a council session.</summary>
    public void StartAppraisal(EnrollmentAct act)
    {
        Require(EnrollmentAction.StartAppraisal, act.By, act.On);

        Move(EnrollmentAction.StartAppraisal, EnrollmentStatus.UnderAppraisal, act);
    }

    /// <summary>Takes down what the council concluded, line by line, from its signed minutes (S3.53).</summary>
    public void RecordCouncilConclusion(CouncilConclusionEntry entry, EnrollmentTerms terms, EnrollmentAct act)
    {
        Require(EnrollmentAction.RecordCouncilConclusion, act.By, act.On);
        if (CurrentDocument(entry.MinutesDocumentId, EnrollmentDocument.MinutesKind) is null)
        {
            throw EnrollmentRules.DocumentUnknown(entry.MinutesDocumentId);
        }

        if (entry.MeetingOn > act.On)
        {
            throw EnrollmentRules.MeetingInFuture();
        }

        if (ReceivedOn is { } receivedOn && entry.MeetingOn < receivedOn)
        {
            throw EnrollmentRules.MeetingBeforeReceipt(receivedOn);
        }

        CouncilConclusion = CouncilConclusion.From(entry, SupportLines, act);
        StartClock(terms.Clock, ClockStepCode.DecisionAfterCouncil, act.On);
        Move(
            EnrollmentAction.RecordCouncilConclusion,
            EnrollmentStatus.Appraised,
            act,
            args: new Dictionary<string, string> { ["outcome"] = DomainJson.NameOf(entry.Outcome) });
    }

    public void ProposeApproval(EnrollmentAct act)
    {
        Require(EnrollmentAction.ProposeApproval, act.By, act.On);

        Move(EnrollmentAction.ProposeApproval, EnrollmentStatus.PendingApproval, act);
    }

    /// <summary>
    /// Approves, on the council's conclusion and by somebody who did not check (S3.54). The final calculation is made, stored
    /// and reserved in the same transaction.
    /// </summary>
    /// <param name="policyVersionId">The version the final calculation was made under.</param>
    public void Approve(DecisionEntry decision, Guid policyVersionId, EnrollmentAct act)
    {
        Require(EnrollmentAction.Approve, act.By, act.On);
        if (decision.Date is { } date)
        {
            RequireDecisionDate(date, act.On);
        }

        PolicyVersionId = policyVersionId;
        Decision = new EnrollmentDecision(
            IsApproval: true,
            Status,
            act.By.Id,
            act.By.Name,
            act.At,
            act.On,
            decision.Number,
            decision.Date,
            decision.Note);
        CompleteClocks(act.On);
        Move(EnrollmentAction.Approve, EnrollmentStatus.Approved, act);
    }

    public void Reject(string reason, EnrollmentAct act)
    {
        Require(EnrollmentAction.Reject, act.By, act.On);
        RequireReason(reason);

        Decision = new EnrollmentDecision(IsApproval: false, Status, act.By.Id, act.By.Name, act.At, act.On, Reason: reason);
        CompleteClocks(act.On);
        Move(EnrollmentAction.Reject, EnrollmentStatus.Rejected, act, reason);
    }

    /// <summary>Makes the decision known to the enterprise.</summary>
    public void PublishDecision(EnrollmentAct act)
    {
        Require(EnrollmentAction.PublishDecision, act.By, act.On);

        Decision = Decision! with { PublishedAt = act.At, PublishedOn = act.On, PublishedBy = act.By.Id };
        Record(EnrollmentAction.PublishDecision, Status, act);
    }

    /// <summary>
    /// Takes down number and date as the records clerk has given them after signature (product.md §4), before or after publishing. A number
    /// once recorded stays.
    /// </summary>
    /// <param name="number">Number and symbol of the document, as printed.</param>
    /// <param name="date">Date of the document; one told at the approval gives way to it.</param>
    public void RecordDecisionNumber(string number, DateOnly date, EnrollmentAct act)
    {
        Require(EnrollmentAction.RecordDecisionNumber, act.By, act.On);
        RequireDecisionDate(date, act.On);

        Decision = Decision! with { Number = number, Date = date };
        Record(
            EnrollmentAction.RecordDecisionNumber,
            Status,
            act,
            args: new Dictionary<string, string>
            {
                ["decisionNumber"] = number,
                ["decisionDate"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            });
    }

    /// <summary>The support contract is signed.</summary>
    public void SignContract(EnrollmentAct act)
    {
        Require(EnrollmentAction.SignContract, act.By, act.On);

        Move(EnrollmentAction.SignContract, EnrollmentStatus.Contracted, act);
    }

    public void Withdraw(string reason, EnrollmentAct act)
    {
        Require(EnrollmentAction.Withdraw, act.By, act.On);
        RequireReason(reason);

        CompleteClocks(act.On);
        Move(EnrollmentAction.Withdraw, EnrollmentStatus.Withdrawn, act, reason);
    }

    /// <summary>What <paramref name="viewer"/> can do now and what stands in the way of the rest. Permissions are for the caller to look at.</summary>
    public EnrollmentActions ActionsFor(EnrollmentActor viewer, DateOnly today, EnrollmentTerms terms)
    {
        var status = StatusShownTo(viewer.Party);
        var candidates = status.Actions().Concat(status.AwaitingCouncil())
            .Where(action => IsOfferedTo(viewer.Party, action))
            .Where(action => action != EnrollmentAction.PublishDecision || Decision is { IsPublished: false })
            .Where(action => action != EnrollmentAction.RecordDecisionNumber || Decision is { Number: null })
            .Where(action => action != EnrollmentAction.RemoveDocument || _documents.Exists(document => IsRemovable(document, viewer.Party)))
            .Select(action => (Action: action, Refusal: RefusalOf(action, viewer, today, terms)))
            .ToList();

        return new EnrollmentActions(
            [.. candidates.Where(static candidate => candidate.Refusal is null).Select(static candidate => candidate.Action)],
            [
                .. candidates.Where(static candidate => candidate.Refusal is not null)
                    .Select(static candidate => new BlockedAction(candidate.Action, candidate.Refusal!.Code, candidate.Refusal.Args)),
            ]);
    }

    /// <summary>Whether the side of <paramref name="viewer"/> can take the paper out again.</summary>
    public bool CanRemove(EnrollmentDocument document, EnrollmentActor viewer, DateOnly today) =>
        RefusalOf(EnrollmentAction.RemoveDocument, viewer, today, terms: null) is null && IsRemovable(document, viewer.Party);

    /// <summary>The dossier as one side may see it.</summary>
    public EnrollmentView VisibleTo(EnrollmentParty party)
    {
        if (party == EnrollmentParty.Office)
        {
            return new EnrollmentView(Status, Timeline, Documents, CouncilConclusion, Decision, ShowsFinalSubsidy: Decision is not null);
        }

        var published = Decision is { IsPublished: true };
        return new EnrollmentView(
            StatusShownTo(party),
            [
                .. Timeline
                    .Where(entry => entry.Action != EnrollmentAction.AttachProceedings)
                    .Where(entry => published || entry.Action is not (EnrollmentAction.Approve or EnrollmentAction.Reject or EnrollmentAction.RecordDecisionNumber))
                    .Select(entry => published ? entry : WithoutConclusion(entry)),
            ],
            [.. Documents.Where(static document => !document.IsProceedings)],
            published ? CouncilConclusion : null,
            published ? Decision : null,
            ShowsFinalSubsidy: published);
    }

    /// <summary>What is asked, for the preliminary calculation.</summary>
    public IReadOnlyList<SubsidyLineFacts> RequestedLines() => [.. SupportLines.Select(static line => FactsOf(line))];

    /// <summary>What the council proposed, for the final calculation.</summary>
    /// <exception cref="RuleViolationException"><c>enrollment.noCouncilConclusion</c>.</exception>
    public IReadOnlyList<SubsidyLineFacts> ConcludedLines()
    {
        var conclusion = CouncilConclusion ?? throw EnrollmentRules.NoCouncilConclusion();
        return
        [
            .. conclusion.Lines.Select(concluded =>
                FactsOf(_supportLines.Single(line => line.Is(concluded.ItemCode, concluded.UnitKey))) with
                {
                    EligibleCost = concluded.ProposedCost,
                    RequestedCost = concluded.RequestedCost,
                    UnitCountConfirmed = concluded.UnitCountConfirmed,
                }),
        ];
    }

    private static SubsidyLineFacts FactsOf(SupportLine line) => new(
        line.ItemCode,
        line.UnitKey,
        line.EligibleCost,
        line.OtherPublicSupport,
        [.. line.Sources.Select(static source => new SourceFacts(DomainJson.NameOf(source.Source), source.Amount))],
        line.UnitName);

    /// <summary>The state as one side may know it: to the enterprise an unpublished decision has not been taken.</summary>
    private EnrollmentStatus StatusShownTo(EnrollmentParty party) =>
        party == EnrollmentParty.Enterprise && Decision is { IsPublished: false } ? Decision.From : Status;

    // What the council concluded gives the decision away.
    private static EnrollmentEvent WithoutConclusion(EnrollmentEvent entry) =>
        entry.Action == EnrollmentAction.RecordCouncilConclusion ? entry with { Args = null } : entry;

    private SupportLine Merge(SupportLineEntry entry, int position)
    {
        if (_supportLines.Find(line => line.Is(entry.ItemCode, entry.UnitKey)) is not { } line)
        {
            return new SupportLine(entry, position);
        }

        line.Change(entry, position);
        return line;
    }

    private bool IsRenewed(string kind, SupplementRound round) =>
        _documents.Exists(document => document.IsCurrent && document.Kind == kind && document.UploadedAt >= round.RequestedAt);

    private EnrollmentDocument? CurrentDocument(Guid id, string kind) =>
        _documents.Find(document => document.Id == id && document.Kind == kind && document.IsCurrent);

    private void RecordChecker(EnrollmentAct act) => (CheckedBy, CheckedByName) = (act.By.Id, act.By.Name);

    private void StartClock(DossierClock? limits, ClockStepCode code, DateOnly on)
    {
        if (limits?.Steps.FirstOrDefault(step => step.Code == code) is { } step)
        {
            _clocks.Add(new EnrollmentClock(step, on));
        }
    }

    private void StopClocks(DossierClock? limits, DateOnly on)
    {
        if (limits is { StopsDuringSupplement: true })
        {
            foreach (var clock in ClocksIn(ClockState.Running))
            {
                clock.Stop(on, StopCause.Supplement);
            }
        }
    }

    private void ResumeClocks(DateOnly on)
    {
        foreach (var clock in ClocksIn(ClockState.Stopped))
        {
            clock.Resume(on);
        }
    }

    private void CompleteClocks(DateOnly on)
    {
        foreach (var clock in _clocks.Select(static step => step.Clock).Where(static clock => clock.State != ClockState.Completed))
        {
            clock.Complete(on);
        }
    }

    private IEnumerable<StatutoryClock> ClocksIn(ClockState state) =>
        _clocks.Select(static step => step.Clock).Where(clock => clock.State == state);

    private void Move(
        EnrollmentAction action,
        EnrollmentStatus to,
        EnrollmentAct act,
        string? reason = null,
        IReadOnlyDictionary<string, string>? args = null)
    {
        var from = Status;
        Status = to;
        Record(action, from, act, reason, args);
    }

    private void Record(
        EnrollmentAction action,
        EnrollmentStatus from,
        EnrollmentAct act,
        string? reason = null,
        IReadOnlyDictionary<string, string>? args = null) =>
        _timeline.Add(new EnrollmentEvent(_timeline.Count + 1, act.At, act.On, act.By.Id, act.By.Name, act.By.Party, action, from, Status, reason, args));
}

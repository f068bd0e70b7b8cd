using System.Globalization;
using Nscl.Domain.Common;
using Nscl.Domain.Programs;

namespace Nscl.Domain.Commendations;

/// <summary>
/// A collective or a person proposed for commendation under a programme (S3.20): from the proposal over the meeting of the commendation council to the
/// decision. It obeys the table of <see cref="CommendationStateMachine"/>.
/// </summary>
public sealed class CommendationProposal : AggregateRoot
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 300;
    public const int FormMaxLength = 80;
    public const int AchievementMaxLength = 8_000;
    public const int ReasonMaxLength = 2_000;
    public const int MinutesMaxLength = 200;
    public const int MaxDocuments = 50;

    private readonly List<CommendationDocument> _documents = [];

    private CommendationProposal(string province, string code, Guid programId, int year)
        : base(province) => (Code, ProgramId, Year) = (code, programId, year);

    /// <summary>For the object mapper only.</summary>
    private CommendationProposal() => Code = string.Empty;

    /// <summary>For example <c>KHT-2022-0001</c>.</summary>
    public string Code { get; private set; }

    /// <summary>The programme in whose plan period it is counted.</summary>
    public Guid ProgramId { get; private set; }

    public int Year { get; private set; }

    public CommendationSubjectKind Kind { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public string? Agency { get; private set; }

    public Guid? EnterpriseId { get; private set; }

    public string Form { get; private set; } = string.Empty;

    public string Achievement { get; private set; } = string.Empty;

    public CommendationStatus Status { get; private set; } = CommendationStatus.Proposed;

    /// <summary>The last meeting over it; null before one, and after it was sent back.</summary>
    public CommendationReview? Review { get; private set; }

    public DateOnly? SubmittedOn { get; private set; }

    public CommendationDecision? Decision { get; private set; }

    /// <summary>Why it was not commended or was withdrawn.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CommendationEvent> Timeline { get; private set; } = [];

    public IReadOnlyList<CommendationDocument> Documents => [.. _documents.OrderBy(static document => document.Id)];

    /// <param name="number">Next number of the province's proposals of the year, without gaps.</param>
    public static CommendationProposal Propose(SupportProgram program, string province, int number, int year, CommendationContent content, CommendationAct act)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(act);
        if (year < program.PeriodFrom.Year || year > program.PeriodTo.Year)
        {
            throw CommendationRules.YearOutsidePeriod(program.PeriodFrom.Year, program.PeriodTo.Year);
        }

        var proposal = new CommendationProposal(province, string.Create(CultureInfo.InvariantCulture, $"KHT-{year:D4}-{number:D4}"), program.Id, year);
        proposal.Take(content);
        proposal.Timeline = [new CommendationEvent(1, act.At, act.On, act.ByName, CommendationStatus.Proposed, CommendationStatus.Proposed)];
        return proposal;
    }

    public void Update(CommendationContent content)
    {
        Require(CommendationAction.Update);
        Take(content);
    }

    /// <returns>The new paper's id.</returns>
    public Guid Attach(CommendationDocumentKind kind, Guid storedFileId, string fileName, CommendationAct act)
    {
        Require(CommendationAction.AttachDocument);
        if (_documents.Count >= MaxDocuments)
        {
            throw CommendationRules.TooManyDocuments(MaxDocuments);
        }

        var document = new CommendationDocument(kind, storedFileId, fileName, act);
        _documents.Add(document);
        return document.Id;
    }

    /// <summary>Takes out a paper that was attached by mistake; what has been submitted stays.</summary>
    public void Remove(Guid documentId)
    {
        Require(CommendationAction.RemoveDocument);
        _documents.Remove(_documents.Find(known => known.Id == documentId) ?? throw CommendationRules.DocumentUnknown());
    }

    public void RecordReview(DateOnly metOn, string minutes, CommendationAct act)
    {
        Require(CommendationAction.Review);
        if (metOn > act.On)
        {
            throw CommendationRules.DateInFuture("/metOn", act.On);
        }

        Review = new CommendationReview(metOn, SearchText.TidyOrNull(minutes) ?? throw CommendationRules.MinutesRequired(), act.ByName);
        Move(CommendationAction.Review, act);
    }

    /// <summary>The meeting and the submission no longer hold; the papers stay, but minutes of that meeting are none of the next.</summary>
    public void SendBack(string reason, CommendationAct act)
    {
        Require(CommendationAction.SendBack);
        var because = Reasoned(reason);
        (Review, SubmittedOn) = (null, null);
        _documents.ForEach(static document => document.Outdate());
        Move(CommendationAction.SendBack, act, because);
    }

    /// <summary>Needs the minutes of the meeting among the papers: whoever decides reads them.</summary>
    public void Submit(CommendationAct act)
    {
        Require(CommendationAction.Submit);
        SubmittedOn = act.On;
        Move(CommendationAction.Submit, act);
    }

    /// <param name="form">Code of the form that was granted; null for the one that was proposed.</param>
    public void RecordDecision(string number, DateOnly date, string? form, CommendationAct act)
    {
        Require(CommendationAction.RecordDecision);
        if (date > act.On)
        {
            throw CommendationRules.DateInFuture("/decisionDate", act.On);
        }

        if (date < Review!.MetOn)
        {
            throw CommendationRules.DecidedBeforeMeeting(Review.MetOn);
        }

        Decision = new CommendationDecision(SearchText.Tidy(number), date, form ?? Form, act.ByName);
        Move(CommendationAction.RecordDecision, act);
    }

    /// <summary>It is not commended.</summary>
    public void Decline(string reason, CommendationAct act) => End(CommendationAction.Decline, reason, act);

    /// <summary>The office takes it back.</summary>
    public void Withdraw(string reason, CommendationAct act) => End(CommendationAction.Withdraw, reason, act);

    public CommendationActions Actions()
    {
        var candidates = CommendationStateMachine.Instance.Actions(Status).Select(action => (Action: action, Refusal: RefusalOf(action))).ToList();
        return new CommendationActions(
            [.. candidates.Where(static candidate => candidate.Refusal is null).Select(static candidate => candidate.Action)],
            [
                .. candidates.Where(static candidate => candidate.Refusal is not null)
                    .Select(static candidate => new BlockedCommendationAction(candidate.Action, candidate.Refusal!.Code, candidate.Refusal.Args)),
            ]);
    }

    private void Require(CommendationAction action)
    {
        if (RefusalOf(action) is { } refusal)
        {
            throw refusal;
        }
    }

    private RuleViolationException? RefusalOf(CommendationAction action) =>
        CommendationStateMachine.Instance.After(Status, action) is null ? CommendationRules.WrongState(Status, action)
        : action == CommendationAction.Submit && !_documents.Exists(static document => document is { Kind: CommendationDocumentKind.Minutes, IsOfEarlierMeeting: false }) ? CommendationRules.MinutesNotAttached()
        : null;

    private void End(CommendationAction action, string reason, CommendationAct act)
    {
        Require(action);
        EndReason = Reasoned(reason);
        Move(action, act, EndReason);
    }

    private void Move(CommendationAction action, CommendationAct act, string? reason = null)
    {
        var from = Status;
        Status = CommendationStateMachine.Instance.After(from, action)!.Value;
        Timeline = [.. Timeline, new CommendationEvent(Timeline.Count + 1, act.At, act.On, act.ByName, from, Status, action, reason)];
    }

    private static string Reasoned(string reason) => string.IsNullOrWhiteSpace(reason) ? throw CommendationRules.ReasonMissing() : reason.Trim();

    private void Take(CommendationContent content)
    {
        var name = SearchText.TidyOrNull(content.Name) ?? throw CommendationRules.NameRequired();
        if (string.IsNullOrWhiteSpace(content.Achievement))
        {
            throw CommendationRules.AchievementRequired();
        }

        (Kind, Name, Form, Achievement) = (content.Kind, name, content.Form, content.Achievement.Trim());
        (Agency, EnterpriseId) = (SearchText.TidyOrNull(content.Agency), content.EnterpriseId);
    }
}

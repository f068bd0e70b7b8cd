using System.Globalization;
using Nscl.Domain.Calendar;
using Nscl.Domain.Common;

namespace Nscl.Domain.Awards;

/// <summary>
/// An organization that takes part in a season: from its commitment over the dossier and the assessment to the result. It obeys the table of
/// <see cref="AwardNominationStateMachine"/>; an organization is nominated once a season.
/// </summary>
public sealed class AwardNomination : AggregateRoot
{
    public const int CodeMaxLength = 40;
    public const int NoteMaxLength = 2_000;
    public const int TextMaxLength = 8_000;
    public const int EvidenceMaxLength = 500;
    public const int MaxEvidence = 30;
    public const int PartMaxLength = 80;
    public const int MaxEmployees = 1_000_000;
    public const int MaxDocuments = 200;

    private readonly List<AwardDocument> _documents = [];

    private AwardNomination(string province, string code, AwardSeason season, AwardRegistration registration, AwardParty nominatedBy)
        : base(province)
    {
        (Code, SeasonId, NominatedBy) = (code, season.Id, nominatedBy);
        (EnterpriseId, EnterpriseName, RegisteredOn) = (registration.EnterpriseId, registration.EnterpriseName, registration.RegisteredOn);
        OutreachNote = SearchText.TidyOrNull(registration.OutreachNote);
    }

    /// <summary>For the object mapper only.</summary>
    private AwardNomination() => (Code, EnterpriseName) = (string.Empty, string.Empty);

    /// <summary>For example <c>GTCLQG-2022-0001</c>.</summary>
    public string Code { get; private set; }

    public Guid SeasonId { get; private set; }

    public Guid EnterpriseId { get; private set; }

    /// <summary>As it was when the organization was nominated.</summary>
    public string EnterpriseName { get; private set; }

    /// <summary>By itself, or by the office after outreach.</summary>
    public AwardParty NominatedBy { get; private set; }

    /// <summary>Day of the commitment.</summary>
    public DateOnly RegisteredOn { get; private set; }

    public string? OutreachNote { get; private set; }

    public AwardActivity? Activity { get; private set; }

    /// <summary>Under a contract of a year or more.</summary>
    public int? OfficialEmployees { get; private set; }

    /// <summary>Null as long as activity or employees are not known.</summary>
    public AwardType? Type { get; private set; }

    public AwardDeclarations Declarations { get; private set; } = new();

    /// <summary>By criterion, in the order of the regime.</summary>
    public IReadOnlyList<AwardSelfAssessment> SelfAssessment { get; private set; } = [];

    /// <summary>What officers found out about the conditions, oldest first.</summary>
    public IReadOnlyList<AwardConfirmation> Confirmations { get; private set; } = [];

    /// <summary>The conditions as they stood when the dossier was accepted; null before that.</summary>
    public IReadOnlyList<AwardConditionCheck>? AcceptedChecks { get; private set; }

    public AwardNominationStatus Status { get; private set; } = AwardNominationStatus.Registered;

    /// <summary>When the dossier was last handed in.</summary>
    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>Last day on which the office asks for what is missing.</summary>
    public DateOnly? CheckDueOn { get; private set; }

    public IReadOnlyList<AwardSupplementRound> Supplements { get; private set; } = [];

    /// <summary>Stages that are closed, in their order.</summary>
    public IReadOnlyList<AwardStageResult> Stages { get; private set; } = [];

    public AwardConclusion? Conclusion { get; private set; }

    /// <summary>The hiệp y of the province.</summary>
    public AwardOfficialDocument? Consent { get; private set; }

    public AwardResult? Result { get; private set; }

    public AwardFeedback? Feedback { get; private set; }

    /// <summary>The points of the province: those of the stage that was closed last.</summary>
    public int? Points => Stages is [.., var last] ? last.Points : null;

    /// <summary>Why it was withdrawn, refused or not forwarded.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<AwardNominationEvent> Timeline { get; private set; } = [];

    public IReadOnlyList<AwardDocument> Documents => [.. _documents.OrderBy(static document => document.AttachedAt).ThenBy(static document => document.Id)];

    /// <summary>The supplement that is awaited.</summary>
    public AwardSupplementRound? OpenSupplement => Status == AwardNominationStatus.DossierIncomplete && Supplements is [.., var last] ? last : null;

    /// <param name="number">Next number of the province's nominations of the year, without gaps.</param>
    public static AwardNomination Register(AwardSeason season, int number, AwardRegistration registration, AwardNominationContent content, AwardAct act)
    {
        ArgumentNullException.ThrowIfNull(season);
        ArgumentNullException.ThrowIfNull(act);
        season.RequireTakesNominations(registration.RegisteredOn);
        if (registration.RegisteredOn > act.On)
        {
            throw AwardNominationRules.RegisteredInFuture(act.On);
        }

        var code = string.Create(CultureInfo.InvariantCulture, $"GTCLQG-{season.Year:D4}-{number:D4}");
        var nomination = new AwardNomination(season.Province, code, season, registration, act.Party);
        nomination.Take(season.Regime, content);
        nomination.Timeline = [new AwardNominationEvent(1, act.At, act.On, act.ByName, act.Party, AwardNominationStatus.Registered, AwardNominationStatus.Registered)];
        return nomination;
    }

    /// <summary>What it says of itself; a draft that may be saved as often as one likes.</summary>
    public void Update(AwardSeason season, AwardNominationContent content, AwardAct act)
    {
        Require(AwardNominationAction.Update, season, act.On, checks: null);
        Take(season.Regime, content);
    }

    /// <returns>The new paper's id.</returns>
    public Guid Attach(AwardSeason season, string part, Guid storedFileId, string fileName, AwardAct act)
    {
        Require(AwardNominationAction.AttachDocument, season, act.On, checks: null);
        if (!season.Regime.DossierParts.Any(known => known.Code == part))
        {
            throw AwardNominationRules.PartUnknown(part);
        }

        if (_documents.Count >= MaxDocuments)
        {
            throw AwardNominationRules.TooManyDocuments(MaxDocuments);
        }

        var document = new AwardDocument(part, storedFileId, fileName, act);
        _documents.Add(document);
        return document.Id;
    }

    /// <summary>Takes out a paper that was attached by mistake and not handed in yet.</summary>
    public void Remove(AwardSeason season, Guid documentId, AwardAct act)
    {
        Require(AwardNominationAction.RemoveDocument, season, act.On, checks: null);
        var document = _documents.Find(known => known.Id == documentId) ?? throw AwardNominationRules.DocumentUnknown();
        if (document.IsHandedIn)
        {
            throw AwardNominationRules.DocumentHandedIn();
        }

        _documents.Remove(document);
    }

    public void SubmitDossier(AwardSeason season, WorkingDayCalendar calendar, AwardAct act)
    {
        Require(AwardNominationAction.SubmitDossier, season, act.On, checks: null);
        HandIn(season, calendar, act);
        Move(AwardNominationAction.SubmitDossier, act);
    }

    public void Resubmit(AwardSeason season, WorkingDayCalendar calendar, AwardAct act)
    {
        Require(AwardNominationAction.Resubmit, season, act.On, checks: null);
        HandIn(season, calendar, act);
        Supplements = [.. Supplements.SkipLast(1), Supplements[^1] with { ResubmittedOn = act.On }];
        Move(AwardNominationAction.Resubmit, act);
    }

    /// <summary>Says what is missing. After the working days that the office has it still can, and the delay shows.</summary>
    public void RequestSupplement(AwardSeason season, string reason, IReadOnlyList<string> parts, DateOnly deadline, AwardAct act)
    {
        Require(AwardNominationAction.RequestSupplement, season, act.On, checks: null);
        var because = SearchText.TidyOrNull(reason) ?? throw AwardNominationRules.ReasonMissing();
        if (parts.Count == 0)
        {
            throw AwardNominationRules.SupplementNeedsParts();
        }

        if (parts.FirstOrDefault(part => !season.Regime.DossierParts.Any(known => known.Code == part)) is { } unknown)
        {
            throw AwardNominationRules.PartUnknown(unknown);
        }

        if (deadline < act.On)
        {
            throw AwardNominationRules.SupplementDeadlinePast(act.On);
        }

        Supplements = [.. Supplements, new AwardSupplementRound(because, [.. parts.Distinct(StringComparer.Ordinal)], deadline, act.On, act.On > CheckDueOn)];
        Move(AwardNominationAction.RequestSupplement, act, because);
    }

    /// <summary>An officer has looked into a condition that dates on record cannot answer.</summary>
    public void ConfirmEligibility(AwardSeason season, AwardCondition condition, bool isMet, string evidence, AwardAct act)
    {
        Require(AwardNominationAction.ConfirmEligibility, season, act.On, checks: null);
        if (!AwardEligibility.Confirmable.Contains(condition))
        {
            throw AwardNominationRules.NotConfirmable(condition);
        }

        var found = SearchText.TidyOrNull(evidence) ?? throw AwardNominationRules.EvidenceRequired();
        Confirmations = [.. Confirmations, new AwardConfirmation(condition, isMet, found, act.ByName, act.On)];
    }

    /// <summary>The dossier is complete and every condition is known to be met.</summary>
    public void Accept(AwardSeason season, IReadOnlyList<AwardConditionCheck> checks, AwardAct act)
    {
        Require(AwardNominationAction.Accept, season, act.On, checks);
        AcceptedChecks = checks;
        Move(AwardNominationAction.Accept, act);
    }

    /// <summary>It does not go on, with the reason.</summary>
    public void Refuse(AwardSeason season, string reason, AwardAct act) => End(AwardNominationAction.Refuse, season, reason, act);

    public void Withdraw(AwardSeason season, string reason, AwardAct act) => End(AwardNominationAction.Withdraw, season, reason, act);

    public void StartAssessment(AwardSeason season, AwardAct act)
    {
        Require(AwardNominationAction.StartAssessment, season, act.On, checks: null);
        Move(AwardNominationAction.StartAssessment, act);
    }

    /// <summary>Refuses points where the stage does not take them.</summary>
    public void RequireTakesScores(AwardSeason season, AwardStage stage, DateOnly today)
    {
        Require(AwardNominationAction.Score, season, today, checks: null);
        RequireOpen(stage);
    }

    /// <summary>All sheets are seen from now on, and none changes.</summary>
    public void CloseStage(AwardSeason season, AwardStage stage, IReadOnlyList<IReadOnlyList<AwardCriterionScore>> sheets, AwardAct act)
    {
        Require(AwardNominationAction.CloseStage, season, act.On, checks: null);
        RequireOpen(stage);
        Stages = [.. Stages, AwardScoring.Close(season.Regime, stage, sheets, act)];
    }

    /// <summary>The council puts it on the list to the national council. That needs points for some level, and more votes for it than against it.</summary>
    /// <param name="present">Voting seats that were filled at the session.</param>
    /// <param name="required">How many had to be.</param>
    public void Forward(AwardSeason season, Guid sessionId, int votesFor, int votesAgainst, int present, int required, AwardAct act)
    {
        Require(AwardNominationAction.Forward, season, act.On, checks: null);
        if (votesFor <= votesAgainst)
        {
            throw AwardScoringRules.NoMajority(votesFor, votesAgainst);
        }

        Conclusion = new AwardConclusion(true, sessionId, votesFor, votesAgainst, present, required, Points!.Value, act.On, act.ByName);
        Move(AwardNominationAction.Forward, act);
    }

    public void NotForward(AwardSeason season, Guid sessionId, int votesFor, int votesAgainst, int present, int required, string? reason, AwardAct act)
    {
        Require(AwardNominationAction.NotForward, season, act.On, checks: null);
        EndReason = SearchText.TidyOrNull(reason) ?? throw AwardNominationRules.ReasonMissing();
        Conclusion = new AwardConclusion(false, sessionId, votesFor, votesAgainst, present, required, Points!.Value, act.On, act.ByName, EndReason);
        Move(AwardNominationAction.NotForward, act, EndReason);
    }

    public void RecordConsent(AwardSeason season, AwardOfficialDocument document, AwardAct act)
    {
        Require(AwardNominationAction.RecordConsent, season, act.On, checks: null);
        Consent = Dated(document, act.On);
    }

    /// <summary>
    /// What the national side decided. The points of the province make a level possible; which is given, and who is the most excellent of a type, is
    /// theirs to say.
    /// </summary>
    public void RecordResult(AwardSeason season, AwardOutcome level, AwardOfficialDocument decision, bool bestOfType, string? certificateNumber, AwardAct act)
    {
        Require(AwardNominationAction.RecordResult, season, act.On, checks: null);
        if (level != AwardOutcome.None)
        {
            RequireLevel(season, level, bestOfType);
        }

        Result = new AwardResult(level, Dated(decision, act.On), bestOfType, act.On, act.ByName, level == AwardOutcome.None ? null : SearchText.TidyOrNull(certificateNumber));
        Move(AwardNominationAction.RecordResult, act);
    }

    /// <summary>Strengths and opportunities by criterion; may be written anew until it is released.</summary>
    public void WriteFeedback(AwardSeason season, IReadOnlyList<AwardFeedbackItem> items, AwardAct act)
    {
        Require(AwardNominationAction.WriteFeedback, season, act.On, checks: null);
        var unknown = items.Select(static (item, i) => (item.Criterion, Position: i)).FirstOrDefault(item => !season.Regime.Criteria.Any(criterion => criterion.Code == item.Criterion));
        if (unknown.Criterion is not null)
        {
            throw AwardNominationRules.FeedbackCriterionUnknown(unknown.Position, unknown.Criterion);
        }

        Feedback = new AwardFeedback([.. items.Select(static item => item with { Strengths = SearchText.TidyOrNull(item.Strengths), Opportunities = SearchText.TidyOrNull(item.Opportunities) })], act.On, act.ByName);
    }

    public void ReleaseFeedback(AwardSeason season, AwardAct act)
    {
        Require(AwardNominationAction.ReleaseFeedback, season, act.On, checks: null);
        Feedback = Feedback! with { ReleasedOn = act.On };
    }

    /// <summary>Parts that must be there and are not. The self-assessment may be written here instead of being attached.</summary>
    public IReadOnlyList<string> MissingParts(AwardRegime regime) =>
        [.. regime.DossierParts.Where(part => part.Required && !IsThere(part.Code, regime)).Select(static part => part.Code)];

    /// <summary>Every criterion has points and a text.</summary>
    public bool IsSelfAssessmentComplete(AwardRegime regime) =>
        regime.Criteria.All(criterion => SelfAssessment.Any(own => own.Criterion == criterion.Code && own.Points is not null && !string.IsNullOrWhiteSpace(own.Text)));

    /// <param name="checks">The conditions as they stand.</param>
    public AwardNominationActions ActionsOn(AwardSeason season, DateOnly today, IReadOnlyList<AwardConditionCheck> checks)
    {
        var candidates = AwardNominationStateMachine.Instance.Actions(Status).Select(action => (Action: action, Refusal: RefusalOf(action, season, today, checks))).ToList();
        return new AwardNominationActions(
            [.. candidates.Where(static candidate => candidate.Refusal is null).Select(static candidate => candidate.Action)],
            [
                .. candidates.Where(static candidate => candidate.Refusal is not null)
                    .Select(static candidate => new BlockedAwardNominationAction(candidate.Action, candidate.Refusal!.Code, candidate.Refusal.Args)),
            ]);
    }

    private bool IsThere(string part, AwardRegime regime) =>
        _documents.Exists(document => document.Part == part) || (part == AwardRegime.SelfAssessmentPart && IsSelfAssessmentComplete(regime));

    private void HandIn(AwardSeason season, WorkingDayCalendar calendar, AwardAct act)
    {
        _documents.ForEach(static document => document.HandIn());
        (SubmittedOn, CheckDueOn) = (act.On, calendar.AddWorkingDays(act.On, season.Regime.CheckWorkingDays));
    }

    private void End(AwardNominationAction action, AwardSeason season, string reason, AwardAct act)
    {
        Require(action, season, act.On, checks: null);
        EndReason = SearchText.TidyOrNull(reason) ?? throw AwardNominationRules.ReasonMissing();
        Move(action, act, EndReason);
    }

    private void Move(AwardNominationAction action, AwardAct act, string? reason = null)
    {
        var to = AwardNominationStateMachine.Instance.After(Status, action)!.Value;
        Timeline = [.. Timeline, new AwardNominationEvent(Timeline.Count + 1, act.At, act.On, act.ByName, act.Party, Status, to, action, reason)];
        Status = to;
    }

    private void Require(AwardNominationAction action, AwardSeason season, DateOnly today, IReadOnlyList<AwardConditionCheck>? checks)
    {
        ArgumentNullException.ThrowIfNull(season);
        if (RefusalOf(action, season, today, checks ?? []) is { } refusal)
        {
            throw refusal;
        }
    }

    private RuleViolationException? RefusalOf(AwardNominationAction action, AwardSeason season, DateOnly today, IReadOnlyList<AwardConditionCheck> checks)
    {
        if (AwardNominationStateMachine.Instance.After(Status, action) is null)
        {
            return AwardNominationRules.WrongState(Status, action);
        }

        if (!AwardNominationStateMachine.SeasonStatusesFor(action).Contains(season.Status))
        {
            return AwardNominationRules.SeasonNotReady(season.Status, action);
        }

        return action switch
        {
            AwardNominationAction.SubmitDossier when today > season.LastDayOf(AwardDeadlineKind.Dossier) => AwardNominationRules.DossierDatePassed(season.LastDayOf(AwardDeadlineKind.Dossier)!.Value),
            AwardNominationAction.Resubmit when today > Supplements[^1].Deadline => AwardNominationRules.SupplementOverdue(Supplements[^1].Deadline),
            AwardNominationAction.SubmitDossier or AwardNominationAction.Resubmit when Type is null => AwardNominationRules.TypeUnknown(),
            AwardNominationAction.SubmitDossier or AwardNominationAction.Resubmit when MissingParts(season.Regime) is { Count: > 0 } missing => AwardNominationRules.PartsMissing(missing),
            AwardNominationAction.Accept => RefusalOfIneligible(checks),
            AwardNominationAction.Score or AwardNominationAction.CloseStage when IsClosed(AwardStage.Site) => AwardScoringRules.StageClosed(AwardStage.Site),
            AwardNominationAction.Forward or AwardNominationAction.NotForward when !IsClosed(AwardStage.Site) => AwardScoringRules.StagesOpen(),
            AwardNominationAction.Forward when season.Regime.PossibleLevels(Points!.Value, season.Year).Count == 0 =>
                AwardScoringRules.BelowThreshold(Points!.Value, season.Regime.LevelsIn(season.Year).Min(static level => level.MinPoints) ?? 0),
            AwardNominationAction.RecordResult when Consent is null => AwardScoringRules.ConsentMissing(),
            AwardNominationAction.ReleaseFeedback when Feedback is null => AwardScoringRules.FeedbackMissing(),
            AwardNominationAction.WriteFeedback when Feedback?.ReleasedOn is not null => AwardNominationRules.FeedbackReleased(),
            AwardNominationAction.ReleaseFeedback when Feedback.ReleasedOn is not null => AwardNominationRules.FeedbackReleased(),
            _ => null,
        };
    }

    private bool IsClosed(AwardStage stage) => Stages.Any(result => result.Stage == stage);

    private void RequireOpen(AwardStage stage)
    {
        if (IsClosed(stage))
        {
            throw AwardScoringRules.StageClosed(stage);
        }

        if (stage == AwardStage.Site && !IsClosed(AwardStage.Dossier))
        {
            throw AwardScoringRules.DossierStageOpen();
        }
    }

    private void RequireLevel(AwardSeason season, AwardOutcome level, bool bestOfType)
    {
        var threshold = season.Regime.LevelsIn(season.Year).FirstOrDefault(known => DomainJson.NameOf(known.Level) == DomainJson.NameOf(level)) ?? throw AwardScoringRules.LevelUnknown(level);
        if (Points < threshold.MinPoints)
        {
            throw AwardScoringRules.LevelNotReached(level, Points!.Value, threshold.MinPoints!.Value);
        }

        if (threshold.BestOfType && !bestOfType)
        {
            throw AwardScoringRules.BestOfTypeRequired();
        }
    }

    private static AwardOfficialDocument Dated(AwardOfficialDocument document, DateOnly today) =>
        document.Date > today ? throw AwardScoringRules.DocumentInFuture(today) : document with { Number = SearchText.Tidy(document.Number) };

    private static RuleViolationException? RefusalOfIneligible(IReadOnlyList<AwardConditionCheck> checks)
    {
        List<AwardConditionCheck> notMet = [.. checks.Where(static check => check.Outcome == AwardConditionOutcome.NotMet)];
        List<AwardConditionCheck> unknown = [.. checks.Where(static check => check.Outcome == AwardConditionOutcome.Unknown)];
        return notMet.Count > 0 ? AwardNominationRules.Ineligible(notMet)
            : unknown.Count > 0 ? AwardNominationRules.EligibilityUnknown(unknown)
            : null;
    }

    private void Take(AwardRegime regime, AwardNominationContent content)
    {
        if (content.OfficialEmployees is < 0 or > MaxEmployees)
        {
            throw AwardNominationRules.EmployeesOutOfRange();
        }

        SelfAssessment = Merged(regime, content.SelfAssessment ?? []);
        (Activity, OfficialEmployees) = (content.Activity ?? Activity, content.OfficialEmployees ?? OfficialEmployees);
        Type = Activity is { } activity && OfficialEmployees is { } employees ? regime.TypeOf(activity, employees) : null;
        Declarations = content.Declarations ?? Declarations;
    }

    private List<AwardSelfAssessment> Merged(AwardRegime regime, IReadOnlyList<AwardSelfAssessment> entries)
    {
        var own = SelfAssessment.ToDictionary(static assessment => assessment.Criterion, StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var criterion = regime.Criteria.FirstOrDefault(known => known.Code == entry.Criterion) ?? throw AwardNominationRules.CriterionUnknown(i, entry.Criterion);
            if (entry.Points < 0 || entry.Points > criterion.MaxPoints)
            {
                throw AwardNominationRules.PointsOutOfRange($"/selfAssessment/{i}/points", criterion.Code, criterion.MaxPoints ?? 0);
            }

            own[entry.Criterion] = entry with { Text = string.IsNullOrWhiteSpace(entry.Text) ? null : entry.Text, Evidence = [.. (entry.Evidence ?? []).Select(SearchText.Tidy).Where(static text => text.Length > 0)] };
        }

        return [.. regime.Criteria.Where(criterion => own.ContainsKey(criterion.Code)).Select(criterion => own[criterion.Code])];
    }
}

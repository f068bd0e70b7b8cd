using Nscl.Domain.Common;

namespace Nscl.Domain.Awards;

/// <summary>
/// A round of the National Quality Award in a province (S2.18, S3.11, S4.18), one a year, under the regime of its year. It obeys the table of
/// <see cref="AwardSeasonStateMachine"/>.
/// </summary>
public sealed class AwardSeason : AggregateRoot
{
    public const int TitleMaxLength = 300;
    public const int SourceMaxLength = 500;
    public const int ReasonMaxLength = 2_000;
    public const int MinYear = 1996;
    public const int MaxYear = 2200;
    public const int MaxReentryYears = 20;
    public const int MaxMonths = 1_200;

    private AwardSeason(string province, AwardRegime regime, AwardAct act)
        : base(province)
    {
        Regime = regime;
        (CreatedBy, CreatedByName, CreatedAt) = (act.By, act.ByName, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private AwardSeason() => Regime = null!;

    public int Year { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public Guid? ProgramId { get; private set; }

    /// <summary>As it was when the season was founded, with what was entered for its open points.</summary>
    public AwardRegime Regime { get; private set; }

    /// <summary>What was entered for open points, oldest first.</summary>
    public IReadOnlyList<AwardRegimeFilling> Fillings { get; private set; } = [];

    /// <summary>Years that a winner of gold waits; null = not decided yet.</summary>
    public int? ReentryYears { get; private set; }

    public string? ReentrySource { get; private set; }

    public int OperationMonths { get; private set; }

    /// <summary>Null = not asked for.</summary>
    public int? ProductMarketMonths { get; private set; }

    public IReadOnlyList<AwardDeadline> Deadlines { get; private set; } = [];

    public AwardSeasonStatus Status { get; private set; } = AwardSeasonStatus.Planned;

    /// <summary>Why nobody took part, or how the season ended (S4.18).</summary>
    public string? ClosingExplanation { get; private set; }

    public string? CancellationReason { get; private set; }

    public DateOnly? OpenedOn { get; private set; }

    public DateOnly? ForwardedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public Guid CreatedBy { get; private set; }

    public string CreatedByName { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>What must be entered before the season can open.</summary>
    public IReadOnlyList<AwardOpenPoint> OpenPoints =>
        [.. Regime.OpenPointsIn(Year), .. ReentryYears is null ? [new AwardOpenPoint(AwardOpenPointKind.ReentryYears)] : Array.Empty<AwardOpenPoint>()];

    public static AwardSeason Plan(string province, AwardRegime regime, AwardSeasonContent content, AwardAct act)
    {
        ArgumentNullException.ThrowIfNull(regime);
        ArgumentNullException.ThrowIfNull(act);
        var season = new AwardSeason(province, regime, act) { Year = content.Year };
        if (!regime.HoldsIn(content.Year))
        {
            throw AwardSeasonRules.RegimeNotForYear(regime, content.Year);
        }

        season.Take(content);
        return season;
    }

    public void Update(AwardSeasonContent content, AwardAct act)
    {
        Require(AwardSeasonAction.Update, act.On, AwardSeasonTally.None);
        if (content.Year != Year)
        {
            throw AwardSeasonRules.YearFixed(Year);
        }

        Take(content);
    }

    /// <summary>Enters points and thresholds that the regime leaves open, with the text they come from.</summary>
    public void FillOpenPoints(AwardRegimeValues values, AwardAct act)
    {
        Require(AwardSeasonAction.FillOpenPoints, act.On, AwardSeasonTally.None);
        var source = SearchText.TidyOrNull(values.Source) ?? throw AwardSeasonRules.SourceRequired("/source");
        Regime = Regime.With(values);
        Fillings = [.. Fillings, new AwardRegimeFilling(values with { Source = source }, act.On, act.ByName)];
    }

    public void Open(AwardAct act)
    {
        Require(AwardSeasonAction.Open, act.On, AwardSeasonTally.None);
        (Status, OpenedOn) = (AwardSeasonStatus.Open, act.On);
    }

    /// <summary>Moves a last day forward; the one it had stays on record with the reason.</summary>
    public void ExtendDeadline(AwardDeadlineKind kind, DateOnly to, string reason, AwardAct act)
    {
        Require(AwardSeasonAction.ExtendDeadline, act.On, AwardSeasonTally.None);
        var because = SearchText.TidyOrNull(reason) ?? throw AwardSeasonRules.ReasonMissing();
        var known = Deadlines.FirstOrDefault(deadline => deadline.Kind == kind) ?? throw AwardSeasonRules.DeadlineNotSet(kind);
        if (to <= known.Date)
        {
            throw AwardSeasonRules.DeadlineOnlyForward(kind, known.Date);
        }

        var moved = known with { Date = to, Extensions = [.. known.Extensions, new AwardDeadlineExtension(known.Date, to, because, act.On, act.ByName)] };
        IReadOnlyList<AwardDeadline> deadlines = [.. Deadlines.Select(deadline => deadline.Kind == kind ? moved : deadline)];
        RequireOrder(deadlines);
        Deadlines = deadlines;
    }

    public void StartAssessing(AwardSeasonTally tally, AwardAct act)
    {
        Require(AwardSeasonAction.StartAssessing, act.On, tally);
        Status = AwardSeasonStatus.Assessing;
    }

    public void Forward(AwardSeasonTally tally, AwardAct act)
    {
        Require(AwardSeasonAction.Forward, act.On, tally);
        (Status, ForwardedOn) = (AwardSeasonStatus.Forwarded, act.On);
    }

    /// <summary>The end of the season. Where nobody took part that is a result like any other, and says why (S4.18).</summary>
    public void Close(string? explanation, AwardSeasonTally tally, AwardAct act)
    {
        Require(AwardSeasonAction.Close, act.On, tally);
        ClosingExplanation = SearchText.TidyOrNull(explanation);
        if (tally.TakingPart == 0 && ClosingExplanation is null)
        {
            throw AwardSeasonRules.ExplanationRequired();
        }

        (Status, ClosedOn) = (AwardSeasonStatus.Closed, act.On);
    }

    public void Cancel(string reason, AwardAct act)
    {
        Require(AwardSeasonAction.Cancel, act.On, AwardSeasonTally.None);
        CancellationReason = SearchText.TidyOrNull(reason) ?? throw AwardSeasonRules.ReasonMissing();
        Status = AwardSeasonStatus.Cancelled;
    }

    /// <summary>Refuses a nomination on a day on which the season takes none.</summary>
    public void RequireTakesNominations(DateOnly today) => Require(AwardSeasonAction.Nominate, today, AwardSeasonTally.None);

    /// <summary>Last day of a kind; null where the season sets none.</summary>
    public DateOnly? LastDayOf(AwardDeadlineKind kind) => Deadlines.FirstOrDefault(deadline => deadline.Kind == kind)?.Date;

    /// <summary>What can be done now and what stands in the way of the rest. Permissions are for the caller to look at.</summary>
    public AwardSeasonActions ActionsOn(DateOnly today, AwardSeasonTally tally)
    {
        var candidates = AwardSeasonStateMachine.Instance.Actions(Status).Select(action => (Action: action, Refusal: RefusalOf(action, today, tally))).ToList();
        return new AwardSeasonActions(
            [.. candidates.Where(static candidate => candidate.Refusal is null).Select(static candidate => candidate.Action)],
            [
                .. candidates.Where(static candidate => candidate.Refusal is not null)
                    .Select(static candidate => new BlockedAwardSeasonAction(candidate.Action, candidate.Refusal!.Code, candidate.Refusal.Args)),
            ]);
    }

    private void Require(AwardSeasonAction action, DateOnly today, AwardSeasonTally tally)
    {
        if (RefusalOf(action, today, tally) is { } refusal)
        {
            throw refusal;
        }
    }

    private RuleViolationException? RefusalOf(AwardSeasonAction action, DateOnly today, AwardSeasonTally tally) => action switch
    {
        _ when AwardSeasonStateMachine.Instance.After(Status, action) is null => AwardSeasonRules.WrongState(Status, action),
        AwardSeasonAction.Open when OpenPoints is { Count: > 0 } open => AwardSeasonRules.OpenPointsLeft(open),
        AwardSeasonAction.Nominate when today > LastDayOf(AwardDeadlineKind.Registration) => AwardSeasonRules.RegistrationPassed(LastDayOf(AwardDeadlineKind.Registration)!.Value),
        AwardSeasonAction.StartAssessing when tally.TakingPart == 0 => AwardSeasonRules.NobodyTakesPart(),
        AwardSeasonAction.Forward when tally.BeforeConclusion > 0 => AwardSeasonRules.NominationsUndecided(tally.BeforeConclusion),
        AwardSeasonAction.Forward when tally.Forwarded == 0 => AwardSeasonRules.NothingToForward(),
        AwardSeasonAction.Close when tally.BeforeConclusion > 0 => AwardSeasonRules.NominationsUndecided(tally.BeforeConclusion),
        AwardSeasonAction.Close when tally.AwaitingResult > 0 => AwardSeasonRules.ResultsMissing(tally.AwaitingResult),
        _ => null,
    };

    private void Take(AwardSeasonContent content)
    {
        var title = SearchText.Tidy(content.Title);
        if (title.Length == 0)
        {
            throw AwardSeasonRules.TitleRequired();
        }

        var source = SearchText.TidyOrNull(content.ReentrySource);
        if (content.ReentryYears is not null && source is null)
        {
            throw AwardSeasonRules.SourceRequired("/reentrySource");
        }

        IReadOnlyList<AwardDeadline> deadlines = [.. (content.Deadlines ?? []).OrderBy(static entry => entry.Kind).Select(static entry => new AwardDeadline(entry.Kind, entry.Date, []))];
        RequireOrder(deadlines);
        (Title, ProgramId, Deadlines) = (title, content.ProgramId, deadlines);
        (ReentryYears, ReentrySource) = (content.ReentryYears, source);
        (OperationMonths, ProductMarketMonths) = (content.OperationMonths ?? Regime.OperationMonths, content.ProductMarketMonths ?? Regime.ProductMarketMonths);
    }

    /// <summary>One date of a kind, and none before the step that comes first.</summary>
    private static void RequireOrder(IReadOnlyList<AwardDeadline> deadlines)
    {
        for (var i = 1; i < deadlines.Count; i++)
        {
            if (deadlines[i].Kind == deadlines[i - 1].Kind)
            {
                throw AwardSeasonRules.DeadlineRepeated(deadlines[i].Kind);
            }

            if (deadlines[i].Date < deadlines[i - 1].Date)
            {
                throw AwardSeasonRules.DeadlinesOutOfOrder(deadlines[i - 1].Kind, deadlines[i].Kind);
            }
        }
    }
}

using System.Security.Cryptography;
using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>Whether a course takes answers.</summary>
public enum EvaluationStatus
{
    NotOpened,
    Open,

    /// <summary>Closed by an officer, or its last day has passed.</summary>
    Closed,
}

/// <summary>
/// The evaluation of one course by those who attended it: the form that it was opened with, its address and its last day. The answers lie apart
/// (<see cref="EvaluationBox"/>), and so does who has answered (<see cref="EvaluationMarker"/>).
/// </summary>
public sealed class CourseEvaluation : AggregateRoot
{
    /// <summary>So many days after the last session it stays open where nobody says otherwise: configurable default, the sources give none.</summary>
    public const int DefaultDays = 14;
    public const int MaxDays = 90;

    /// <summary>With fewer answers than this a figure would show what somebody thinks.</summary>
    public const int FewestShown = 5;
    public const int MaxPaperAnswers = 100;

    private CourseEvaluation(Course course, EvaluationForm form)
        : base(course.Province) => (CourseId, Form, Token, Code) = (course.Id, form, PublicCodes.NewSecret(), PublicCodes.NewShort());

    /// <summary>For the object mapper only.</summary>
    private CourseEvaluation() => Form = null!;

    public Guid CourseId { get; private set; }

    public EvaluationForm Form { get; private set; }

    /// <summary>Last part of the address behind the QR code.</summary>
    public string Token { get; private set; } = string.Empty;

    /// <summary>For those who cannot scan.</summary>
    public string Code { get; private set; } = string.Empty;

    public DateOnly OpenedOn { get; private set; }

    /// <summary>Last business date on which answers are taken.</summary>
    public DateOnly LastDay { get; private set; }

    public Guid OpenedBy { get; private set; }

    public string OpenedByName { get; private set; } = string.Empty;

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Answers that an officer entered from paper forms.</summary>
    public int OnPaper { get; private set; }

    /// <summary>The figures that had been shown when it was opened again: they stand while answers come in.</summary>
    public EvaluationSummary? Shown { get; private set; }

    /// <summary>Of the answers in <see cref="Shown"/>, those that came by telephone.</summary>
    public int ShownByTelephone { get; private set; }

    /// <param name="lastDay">Left out, <see cref="DefaultDays"/> after the last session or today, whichever is later.</param>
    public static CourseEvaluation Open(Course course, EvaluationForm form, DateOnly? lastDay, CourseAct act)
    {
        ArgumentNullException.ThrowIfNull(course);
        var evaluation = new CourseEvaluation(course, form) { OpenedOn = act.On };
        evaluation.Reopen(course, lastDay, box: null, act);
        return evaluation;
    }

    /// <summary>Takes answers again, or until another day. The address stays: it was given out.</summary>
    /// <param name="box">The answers that there are; null before the first.</param>
    public void Reopen(Course course, DateOnly? lastDay, EvaluationBox? box, CourseAct act)
    {
        ArgumentNullException.ThrowIfNull(course);
        if (course.Status is CourseStatus.Planned or CourseStatus.Cancelled)
        {
            throw EvaluationRules.CourseNotHeld(course.Status);
        }

        if (act.On < course.StartsOn)
        {
            throw EvaluationRules.NotYet(course.StartsOn);
        }

        var until = lastDay ?? DefaultLastDay(course, act.On);
        if (until < act.On || until > act.On.AddDays(MaxDays))
        {
            throw EvaluationRules.LastDayOutOfRange(act.On, act.On.AddDays(MaxDays));
        }

        KeepShown(box, act.On);
        (LastDay, ClosedOn) = (until, null);
        (OpenedBy, OpenedByName) = (act.By, act.ByName);
    }

    /// <summary>Closing what is closed changes nothing.</summary>
    public void Close(CourseAct act) => ClosedOn ??= act.On;

    public EvaluationStatus StatusOn(DateOnly today) => ClosedOn is null && today >= OpenedOn && today <= LastDay ? EvaluationStatus.Open : EvaluationStatus.Closed;

    /// <summary>
    /// What may be shown. Nobody can work out a single answer from what is shown one day and the next: figures do not move while answers come in,
    /// and then only by five answers from telephones or none. Paper forms count at once, because whoever types them has read them.
    /// </summary>
    public EvaluationResults Results(EvaluationBox? box, DateOnly today)
    {
        IReadOnlyList<EvaluationAnswer> byTelephone = box?.Answers ?? [], onPaper = box?.OnPaper ?? [];
        var received = byTelephone.Count + onPaper.Count;
        if (StatusOn(today) == EvaluationStatus.Open)
        {
            return new EvaluationResults(Shown ?? EvaluationSummary.Of(Form, []), received, EvaluationHold.StillOpen);
        }

        if (byTelephone.Count - ShownByTelephone is 0 or >= FewestShown)
        {
            var all = EvaluationSummary.Of(Form, byTelephone, onPaper);
            return new EvaluationResults(all, received, all.IsHidden ? EvaluationHold.TooFew : null);
        }

        var before = Shown is not null && ShownByTelephone > 0 ? Shown : EvaluationSummary.Of(Form, [], onPaper);
        return new EvaluationResults(before, received, before.IsHidden ? EvaluationHold.TooFew : EvaluationHold.FewNew);
    }

    /// <summary>Takes paper forms in, also after the last day: the papers lie on the desk then.</summary>
    /// <param name="count">Forms.</param>
    /// <param name="answered">Answers that there are already.</param>
    /// <param name="attended">People who were at a session at least.</param>
    public void TakePaper(int count, int answered, int attended)
    {
        RequireRoom(count, answered, attended);
        OnPaper += count;
    }

    /// <summary>Takes out forms that were typed wrongly. Once it is closed its figures are there to be read, and nobody picks what counts by what they say.</summary>
    public void TakeBackPaper(EvaluationBox box, Guid batchId, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(box);
        if (StatusOn(today) != EvaluationStatus.Open)
        {
            throw EvaluationRules.PapersSettled();
        }

        OnPaper -= box.TakeOut(batchId);
    }

    /// <summary>Refuses more answers than people who attended.</summary>
    public static void RequireRoom(int count, int answered, int attended)
    {
        if (answered + count > attended)
        {
            throw EvaluationRules.MoreThanAttended(attended, answered);
        }
    }

    private void KeepShown(EvaluationBox? box, DateOnly today)
    {
        if (StatusOn(today) != EvaluationStatus.Open && Results(box, today) is { Summary: { IsHidden: false } summary, Hold: var hold })
        {
            (Shown, ShownByTelephone) = (summary, hold is null ? box!.Answers.Count : ShownByTelephone);
        }
    }

    /// <summary>The day from which it opens by itself; null where the course has no sessions.</summary>
    public static DateOnly? OpensByItselfOn(Course course) => course.Sessions is [.., var last] ? last.Date : null;

    public static DateOnly DefaultLastDay(Course course, DateOnly today)
    {
        var last = OpensByItselfOn(course) ?? course.EndsOn;
        return (last > today ? last : today).AddDays(DefaultDays);
    }
}

/// <summary>Forms that an officer typed in one go from papers without names; so they can be taken out again where they were typed wrongly.</summary>
public sealed record EvaluationPaperBatch(Guid Id, DateOnly EnteredOn, string EnteredByName, IReadOnlyList<EvaluationAnswer> Answers);

/// <summary>
/// All answers of one evaluation in one row, those by telephone thrown together anew with each that comes in. A row per answer would carry the number of the transaction
/// that wrote it, the same as the row that says who has answered, and a place in the table in the order of arrival: whoever reads the database
/// could put names to answers. Here neither says anything.
/// </summary>
public sealed class EvaluationBox
{
    public EvaluationBox(CourseEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        (EvaluationId, Province) = (evaluation.Id, evaluation.Province);
    }

    /// <summary>For the object mapper only.</summary>
    private EvaluationBox() => Province = string.Empty;

    public Guid EvaluationId { get; private set; }

    public string Province { get; private set; }

    /// <summary>By telephone, in no order.</summary>
    public IReadOnlyList<EvaluationAnswer> Answers { get; private set; } = [];

    /// <summary>From paper forms, oldest first: a paper bears no name, and its batch says when it was typed, not who filled it in.</summary>
    public IReadOnlyList<EvaluationPaperBatch> Papers { get; private set; } = [];

    public IReadOnlyList<EvaluationAnswer> OnPaper => [.. Papers.SelectMany(static batch => batch.Answers)];

    public int Count => Answers.Count + Papers.Sum(static batch => batch.Answers.Count);

    public void PutPapers(IReadOnlyList<EvaluationAnswer> answers, CourseAct act) =>
        Papers = [.. Papers, new EvaluationPaperBatch(Guid.CreateVersion7(), act.On, act.ByName, answers)];

    /// <returns>How many forms it held.</returns>
    public int TakeOut(Guid batchId)
    {
        var batch = Papers.FirstOrDefault(known => known.Id == batchId) ?? throw EvaluationRules.PapersUnknown();
        Papers = [.. Papers.Where(known => known.Id != batchId)];
        return batch.Answers.Count;
    }

    public void Put(IEnumerable<EvaluationAnswer> answers)
    {
        EvaluationAnswer[] all = [.. Answers, .. answers];
        RandomNumberGenerator.Shuffle(all.AsSpan());
        Answers = all;
    }
}

/// <summary>Somebody has answered, so that nobody answers twice. Neither when nor what.</summary>
public sealed class EvaluationMarker
{
    public EvaluationMarker(CourseEvaluation evaluation, Guid registrationId)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        (EvaluationId, RegistrationId, Province) = (evaluation.Id, registrationId, evaluation.Province);
    }

    /// <summary>For the object mapper only.</summary>
    private EvaluationMarker() => Province = string.Empty;

    public Guid EvaluationId { get; private set; }

    public Guid RegistrationId { get; private set; }

    public string Province { get; private set; }
}

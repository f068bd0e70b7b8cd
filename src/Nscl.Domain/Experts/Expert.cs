using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Domain.Experts;

/// <summary>
/// Somebody of the province's own pool of productivity and quality experts (S0.20, S0.25, S1.5, S1.6): where the person works, what he was trained
/// in, and by which decision he was appointed. Assignments are roots of their own.
/// </summary>
public sealed class Expert : AggregateRoot
{
    public const int FullNameMaxLength = 200;
    public const int AgencyNameMaxLength = 300;
    public const int PositionMaxLength = 200;
    public const int PhoneMaxLength = 30;
    public const int EmailMaxLength = 254;
    public const int ReasonMaxLength = 2_000;
    public const int MaxQualifications = 100;

    /// <summary>Folded name, a bar, folded agency.</summary>
    public const int PersonKeyMaxLength = FullNameMaxLength + AgencyNameMaxLength + 1;

    private readonly List<ExpertQualification> _qualifications = [];

    private Expert(string province, ExpertAct act)
        : base(province) => (CreatedByName, CreatedAt) = (act.ByName, act.At);

    /// <summary>For the object mapper only.</summary>
    private Expert()
    {
    }

    public string FullName { get; private set; } = string.Empty;

    public ExpertSourceGroup SourceGroup { get; private set; }

    public string AgencyName { get; private set; } = string.Empty;

    public string? Position { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    /// <summary>Whoever shares it may be the same person.</summary>
    public string PersonKey { get; private set; } = string.Empty;

    public string? AppointmentNumber { get; private set; }

    public DateOnly? AppointedOn { get; private set; }

    /// <summary>The person's own account; null where he has none.</summary>
    public Guid? UserId { get; private set; }

    public string? UserName { get; private set; }

    public ExpertStatus Status { get; private set; } = ExpertStatus.Active;

    /// <summary>Only while inactive.</summary>
    public DateOnly? InactiveSince { get; private set; }

    public string? InactiveReason { get; private set; }

    /// <summary>Invented for a demo.</summary>
    public bool IsIllustrative { get; private set; }

    public string CreatedByName { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Latest first.</summary>
    public IReadOnlyList<ExpertQualification> Qualifications => [.. _qualifications.OrderByDescending(static row => row.EndsOn).ThenByDescending(static row => row.Id)];

    public static Expert Register(string province, ExpertContent content, ExpertAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var expert = new Expert(province, act);
        expert.Take(content, act.On);
        return expert;
    }

    /// <summary>Name and agency, folded.</summary>
    public static string PersonKeyOf(string fullName, string agencyName) => $"{PersonNames.Key(fullName)}|{SearchText.Fold(agencyName)}";

    public void MarkIllustrative() => IsIllustrative = true;

    public void Update(ExpertContent content, ExpertAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        Require(ExpertAction.Update);
        Take(content, act.On);
    }

    /// <returns>The new record's id.</returns>
    public Guid AddQualification(OwnTraining training, ExpertAct act)
    {
        ArgumentNullException.ThrowIfNull(training);
        RequireRoomForQualification();
        if (!training.TookPart)
        {
            throw ExpertRules.NotParticipated();
        }

        if (PersonNames.Key(training.FullName) != PersonNames.Key(FullName))
        {
            throw ExpertRules.AnotherPerson(training.FullName);
        }

        if (_qualifications.Exists(row => row.RegistrationId == training.RegistrationId))
        {
            throw ExpertRules.TrainingRecorded();
        }

        return Added(new ExpertQualification(training, act));
    }

    /// <returns>The new record's id.</returns>
    public Guid AddQualification(OutsideTraining training, ExpertAct act)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(act);
        RequireRoomForQualification();
        var title = SearchText.TidyOrNull(training.Title) ?? throw ExpertRules.TitleRequired();
        var place = SearchText.TidyOrNull(training.Place) ?? throw ExpertRules.PlaceRequired();
        if (training.EndsOn < training.StartsOn)
        {
            throw ExpertRules.EndsBeforeItStarts(training.StartsOn);
        }

        if (training.EndsOn > act.On)
        {
            throw ExpertRules.TrainingNotOver(act.On);
        }

        return Added(new ExpertQualification(training with { Title = title, Place = place }, act));
    }

    /// <summary>Keeps the paper of training elsewhere; a better scan takes the place of the one before.</summary>
    /// <returns>False where there is no such record.</returns>
    public bool Prove(Guid qualificationId, Guid storedFileId, string fileName)
    {
        Require(ExpertAction.AddQualification);
        if (_qualifications.Find(row => row.Id == qualificationId) is not { } qualification)
        {
            return false;
        }

        if (qualification.Kind == QualificationKind.OwnCourse)
        {
            throw ExpertRules.EvidenceNotNeeded();
        }

        qualification.Prove(storedFileId, fileName);
        return true;
    }

    /// <returns>False where there is no such record.</returns>
    public bool RemoveQualification(Guid qualificationId)
    {
        Require(ExpertAction.RemoveQualification);
        return _qualifications.RemoveAll(row => row.Id == qualificationId) > 0;
    }

    /// <param name="openAssignments">Assignments that are not over.</param>
    public void Deactivate(string reason, int openAssignments, ExpertAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        Require(ExpertAction.Deactivate, openAssignments);
        (InactiveReason, InactiveSince) = (Written(reason) ?? throw ExpertRules.ReasonMissing(), act.On);
        Move(ExpertAction.Deactivate);
    }

    public void Reactivate()
    {
        Require(ExpertAction.Reactivate);
        (InactiveReason, InactiveSince) = (null, null);
        Move(ExpertAction.Reactivate);
    }

    /// <param name="openAssignments">Assignments that are not over.</param>
    public ExpertActions ActionsWith(int openAssignments)
    {
        var candidates = ExpertStateMachine.Instance.Actions(Status)
            .Where(action => action != ExpertAction.RemoveQualification || _qualifications.Count > 0)
            .Select(action => (Action: action, Refusal: RefusalOf(action, openAssignments))).ToList();
        return new ExpertActions(
            [.. candidates.Where(static candidate => candidate.Refusal is null).Select(static candidate => candidate.Action)],
            [
                .. candidates.Where(static candidate => candidate.Refusal is not null)
                    .Select(static candidate => new BlockedExpertAction(candidate.Action, candidate.Refusal!.Code, candidate.Refusal.Args)),
            ]);
    }

    private void Require(ExpertAction action, int openAssignments = 0)
    {
        if (RefusalOf(action, openAssignments) is { } refusal)
        {
            throw refusal;
        }
    }

    private RuleViolationException? RefusalOf(ExpertAction action, int openAssignments) =>
        ExpertStateMachine.Instance.After(Status, action) is null ? ExpertRules.WrongState(Status, action)
        : action == ExpertAction.Deactivate && openAssignments > 0 ? ExpertRules.HasAssignments(openAssignments)
        : action == ExpertAction.AddQualification && _qualifications.Count >= MaxQualifications ? ExpertRules.TooManyQualifications()
        : null;

    private void RequireRoomForQualification() => Require(ExpertAction.AddQualification);

    private void Move(ExpertAction action) => Status = ExpertStateMachine.Instance.After(Status, action)!.Value;

    private Guid Added(ExpertQualification qualification)
    {
        _qualifications.Add(qualification);
        return qualification.Id;
    }

    private void Take(ExpertContent content, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(content);
        var fullName = SearchText.TidyOrNull(content.FullName) ?? throw ExpertRules.NameRequired();
        var agency = SearchText.TidyOrNull(content.AgencyName) ?? throw ExpertRules.AgencyRequired();
        var number = SearchText.TidyOrNull(content.AppointmentNumber);
        if ((number is null) != (content.AppointedOn is null))
        {
            throw ExpertRules.AppointmentIncomplete(number is null);
        }

        if (content.AppointedOn > today)
        {
            throw ExpertRules.AppointedInFuture(today);
        }

        (FullName, AgencyName, SourceGroup, PersonKey) = (fullName, agency, content.SourceGroup, PersonKeyOf(fullName, agency));
        (Position, Phone, Email) = (SearchText.TidyOrNull(content.Position), SearchText.TidyOrNull(content.Phone), SearchText.TidyOrNull(content.Email));
        (AppointmentNumber, AppointedOn) = (number, content.AppointedOn);
        (UserId, UserName) = (content.Account?.UserId, content.Account?.UserName);
    }

    /// <summary>With its lines as they were written.</summary>
    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

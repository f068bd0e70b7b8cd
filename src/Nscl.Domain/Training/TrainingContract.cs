using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Domain.Training;

/// <summary>
/// The contract with whoever teaches a course (S1.20): what is to be delivered, for how much, and that it was. A course has one that is not
/// terminated. It is accepted after the course has been held, because only then is it settled (S1.22); payments are the ledger's.
/// </summary>
public sealed class TrainingContract : AggregateRoot
{
    public const int NumberMaxLength = 80;
    public const int ProviderNameMaxLength = 300;
    public const int NoteMaxLength = 2_000;
    public const int MaxDocuments = 50;

    private readonly List<TrainingContractDocument> _documents = [];

    private TrainingContract(Course course, CourseAct act)
        : base(course.Province)
    {
        CourseId = course.Id;
        (CreatedByName, CreatedAt) = (act.ByName, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private TrainingContract()
    {
    }

    public Guid CourseId { get; private set; }

    /// <summary>As on the paper.</summary>
    public string Number { get; private set; } = string.Empty;

    public DateOnly SignedOn { get; private set; }

    public string ProviderName { get; private set; } = string.Empty;

    /// <summary>Without blanks; null where it is not known.</summary>
    public string? ProviderTaxCode { get; private set; }

    /// <summary>Whole đồng.</summary>
    public Money Value { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly EndsOn { get; private set; }

    public string? Note { get; private set; }

    public TrainingContractStatus Status { get; private set; } = TrainingContractStatus.Signed;

    /// <summary>Null before acceptance.</summary>
    public TrainingContractAcceptance? Acceptance { get; private set; }

    public DateOnly? TerminatedOn { get; private set; }

    public string? TerminationReason { get; private set; }

    public string CreatedByName { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    public IReadOnlyList<TrainingContractDocument> Documents => [.. _documents.OrderBy(static document => document.Id)];

    public static TrainingContract Sign(Course course, TrainingContractContent content, CourseAct act)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(act);
        if (course.Status == CourseStatus.Cancelled)
        {
            throw TrainingContractRules.CourseCancelled();
        }

        var contract = new TrainingContract(course, act);
        contract.Take(course, content, act.On);
        return contract;
    }

    public void Update(Course course, TrainingContractContent content, CourseAct act)
    {
        Require(TrainingContractAction.Update, course);
        Take(course, content, act.On);
    }

    /// <returns>The new paper's id.</returns>
    public Guid Attach(Course course, TrainingContractDocumentKind kind, Guid storedFileId, string fileName, CourseAct act)
    {
        Require(TrainingContractAction.AttachDocument, course);
        if (_documents.Count >= MaxDocuments)
        {
            throw TrainingContractRules.TooManyDocuments();
        }

        var document = new TrainingContractDocument(kind, storedFileId, fileName, act);
        _documents.Add(document);
        return document.Id;
    }

    /// <param name="value">Whole đồng owed for what was delivered; null for the contract's value.</param>
    public void Accept(Course course, DateOnly acceptedOn, Money? value, string? minutesNumber, string? note, CourseAct act)
    {
        Require(TrainingContractAction.Accept, course);
        if (acceptedOn < course.EndsOn || acceptedOn < SignedOn || acceptedOn > act.On)
        {
            throw TrainingContractRules.AcceptedOnOutOfRange(SignedOn > course.EndsOn ? SignedOn : course.EndsOn, act.On);
        }

        var owed = value ?? Value;
        if (owed.IsNegative || owed > Value)
        {
            throw TrainingContractRules.AcceptedValueOutOfRange(Value);
        }

        Acceptance = new TrainingContractAcceptance(acceptedOn, owed, act.ByName, SearchText.TidyOrNull(minutesNumber), Written(note));
        Move(TrainingContractAction.Accept);
    }

    public void Terminate(Course course, string reason, CourseAct act)
    {
        Require(TrainingContractAction.Terminate, course);
        TerminationReason = Written(reason) ?? throw TrainingContractRules.ReasonMissing();
        TerminatedOn = act.On;
        Move(TrainingContractAction.Terminate);
    }

    public TrainingContractActions ActionsFor(Course course)
    {
        var candidates = TrainingContractStateMachine.Instance.Actions(Status).Select(action => (Action: action, Refusal: RefusalOf(action, course))).ToList();
        return new TrainingContractActions(
            [.. candidates.Where(static candidate => candidate.Refusal is null).Select(static candidate => candidate.Action)],
            [
                .. candidates.Where(static candidate => candidate.Refusal is not null)
                    .Select(static candidate => new BlockedTrainingContractAction(candidate.Action, candidate.Refusal!.Code, candidate.Refusal.Args)),
            ]);
    }

    private void Require(TrainingContractAction action, Course course)
    {
        if (RefusalOf(action, course) is { } refusal)
        {
            throw refusal;
        }
    }

    private RuleViolationException? RefusalOf(TrainingContractAction action, Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        return TrainingContractStateMachine.Instance.After(Status, action) is null ? TrainingContractRules.WrongState(Status, action)
            : action == TrainingContractAction.Accept && course.Status != CourseStatus.Ended ? TrainingContractRules.CourseNotHeld(course.Status)
            : null;
    }

    private void Move(TrainingContractAction action) => Status = TrainingContractStateMachine.Instance.After(Status, action)!.Value;

    private void Take(Course course, TrainingContractContent content, DateOnly today)
    {
        var number = SearchText.TidyOrNull(content.Number) ?? throw TrainingContractRules.NumberRequired();
        var provider = SearchText.TidyOrNull(content.ProviderName) ?? throw TrainingContractRules.ProviderRequired();
        if (content.Value <= Money.Zero)
        {
            throw TrainingContractRules.ValueRequired();
        }

        if (content.SignedOn > today)
        {
            throw TrainingContractRules.SignedInFuture(today);
        }

        var (startsOn, endsOn) = (content.StartsOn ?? course.StartsOn, content.EndsOn ?? course.EndsOn);
        if (endsOn < startsOn)
        {
            throw TrainingContractRules.EndsBeforeItStarts(startsOn);
        }

        (Number, ProviderName, Value, SignedOn, StartsOn, EndsOn) = (number, provider, content.Value, content.SignedOn, startsOn, endsOn);
        (ProviderTaxCode, Note) = (KnownTaxCode(content.ProviderTaxCode, today), Written(content.Note));
    }

    /// <summary>With its lines as they were written.</summary>
    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? KnownTaxCode(string? input, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(input))
        {
            return null;
        }

        var code = TaxCode.Validate(input, today);
        return code.Valid ? code.Normalized : throw TrainingContractRules.ProviderTaxCodeInvalid();
    }
}

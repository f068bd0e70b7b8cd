namespace Nscl.Domain.Experts;

/// <summary>
/// Deep training of an expert (S0.20, S1.5). What a course of ours was called and when it was held is kept as it was, whatever
/// becomes of the course's entry.
/// </summary>
public sealed class ExpertQualification
{
    public const int TitleMaxLength = 300;
    public const int PlaceMaxLength = 300;
    public const int FileNameMaxLength = 255;

    internal ExpertQualification(OwnTraining training, ExpertAct act)
    {
        Id = Guid.CreateVersion7();
        (Kind, CourseId, RegistrationId) = (QualificationKind.OwnCourse, training.CourseId, training.RegistrationId);
        (Title, Place, StartsOn, EndsOn) = (training.Title, training.Place, training.StartsOn, training.EndsOn);
        (AddedByName, AddedAt) = (act.ByName, act.At);
    }

    /// <param name="training">Tidy.</param>
    internal ExpertQualification(OutsideTraining training, ExpertAct act)
    {
        Id = Guid.CreateVersion7();
        Kind = QualificationKind.Outside;
        (Title, Place, StartsOn, EndsOn) = (training.Title, training.Place, training.StartsOn, training.EndsOn);
        (AddedByName, AddedAt) = (act.ByName, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private ExpertQualification() => (Title, AddedByName) = (string.Empty, string.Empty);

    public Guid Id { get; private set; }

    public QualificationKind Kind { get; private set; }

    public Guid? CourseId { get; private set; }

    /// <summary>The place on the course's list; it proves one expert's training only.</summary>
    public Guid? RegistrationId { get; private set; }

    public string Title { get; private set; }

    public string? Place { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>Its year is the year the person counts as trained in.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>The certificate or other paper of training elsewhere; null as long as there is none.</summary>
    public Guid? EvidenceFileId { get; private set; }

    public string? EvidenceFileName { get; private set; }

    public string AddedByName { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>A list of ours, or a paper.</summary>
    public bool IsProven => Kind == QualificationKind.OwnCourse || EvidenceFileId is not null;

    internal void Prove(Guid storedFileId, string fileName) => (EvidenceFileId, EvidenceFileName) = (storedFileId, fileName);
}

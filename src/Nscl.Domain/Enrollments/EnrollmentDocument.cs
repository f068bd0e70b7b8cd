namespace Nscl.Domain.Enrollments;

/// <summary>A paper in a dossier. A newer version replaces an older one in the checklist and never in the record.</summary>
public sealed class EnrollmentDocument
{
    public const int KindLength = 3;
    public const int FileNameMaxLength = 255;

    /// <summary>D01 … D12 (domain-reference §3.1).</summary>
    public const string ApplicantKindPattern = "^D(0[1-9]|1[0-2])$";

    /// <summary>Minutes of the council.</summary>
    public const string MinutesKind = "M01";

    internal EnrollmentDocument(string kind, Guid storedFileId, string fileName, int version, EnrollmentAct act)
    {
        Id = Guid.CreateVersion7();
        (Kind, StoredFileId, FileName, Version) = (kind, storedFileId, fileName, version);
        (UploadedBy, UploadedByName, UploadedByParty, UploadedAt) = (act.By.Id, act.By.Name, act.By.Party, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private EnrollmentDocument() => (Kind, FileName, UploadedByName) = (string.Empty, string.Empty, string.Empty);

    public Guid Id { get; private set; }

    /// <summary>D01…D12 of the applicant, M01… of the office (domain-reference §3.1).</summary>
    public string Kind { get; private set; }

    public Guid StoredFileId { get; private set; }

    public string FileName { get; private set; }

    /// <summary>From 1.</summary>
    public int Version { get; private set; }

    /// <summary>The newer version; null = this one counts.</summary>
    public Guid? SupersededBy { get; private set; }

    public Guid UploadedBy { get; private set; }

    public string UploadedByName { get; private set; }

    /// <summary>The side that attached it, and that alone may take it out again.</summary>
    public EnrollmentParty UploadedByParty { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    public bool IsCurrent => SupersededBy is null;

    /// <summary>Papers of the office: no part of what the applicant handed in.</summary>
    public bool IsProceedings => IsProceedingsKind(Kind);

    public static bool IsProceedingsKind(string kind) => kind.StartsWith('M');

    internal void SupersedeWith(EnrollmentDocument newer) => SupersededBy = newer.Id;

    /// <summary>The newer version has gone: this one counts again.</summary>
    internal void Reinstate() => SupersededBy = null;
}

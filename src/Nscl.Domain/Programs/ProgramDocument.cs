namespace Nscl.Domain.Programs;

public enum DecisionType
{
    Plan,
    Decision,
    Project,
}

/// <summary>How sure an entry is.</summary>
public enum Verification
{
    /// <summary>Stated in a source document.</summary>
    Seed,

    /// <summary>Seen in a public secondary source.</summary>
    Found,

    /// <summary>From general knowledge; to be checked before official use.</summary>
    Unverified,
}

/// <summary>Where an entry comes from.</summary>
public sealed record EntrySource(
    IReadOnlyList<string>? Facts = null,
    string? Clause = null,
    Verification? Verification = null,
    string? Note = null);

/// <summary>The document that establishes the program or plan.</summary>
/// <param name="AuthorityPrefix">TM., KT. …, in order.</param>
public sealed record ProgramDecision(
    DecisionType Type,
    string TypeVi,
    string Issuer,
    string IssuerName,
    IReadOnlyList<string> NotStated,
    string? Number = null,
    DateOnly? Date = null,
    string? SignerName = null,
    string? SignerTitle = null,
    string? AuthorityPrefix = null,
    string? Clause = null,
    IReadOnlyList<string>? Facts = null);

/// <summary>A legal document that the program rests on.</summary>
/// <param name="Abstract">Subject of the document (trích yếu).</param>
public sealed record LegalBasis(
    string Number,
    DateOnly? Date = null,
    DateOnly? EffectiveFrom = null,
    string? Issuer = null,
    string? Abstract = null,
    string? Clause = null,
    string? Url = null,
    IReadOnlyList<string>? Facts = null,
    Verification? Verification = null);

public enum RecipientPurpose
{
    Report,
    Coordinate,
    Implement,
    Information,
    Archive,
}

/// <summary>A line of the recipients block (S2.31, S3.65).</summary>
/// <param name="Purpose">Null where none is printed.</param>
public sealed record DocumentRecipient(
    string Text,
    string NameEn,
    IReadOnlyList<string> Agencies,
    RecipientPurpose? Purpose = null,
    string? DisplayText = null);

/// <param name="Lines">Lines above the name, as printed (S3.66).</param>
/// <param name="Authorities">Codes of signing authorities in order.</param>
public sealed record DocumentSignature(
    IReadOnlyList<string> Lines,
    IReadOnlyList<string> Authorities,
    string SignerTitle,
    string SignerName,
    IReadOnlyList<string>? Facts = null);

/// <summary>Form of the document: its outline (S2.32).</summary>
public sealed record DocumentForm(
    IReadOnlyList<string> Outline,
    IReadOnlyList<string> TaskOutline,
    IReadOnlyList<string> Facts);

/// <summary>A passage of the source document with its clause, shown on screens as a labelled section.</summary>
/// <param name="Level">Depth, from 1.</param>
/// <param name="Text">Verbatim paragraphs below the heading; null where only sub-passages follow.</param>
public sealed record DocumentSection(
    string Clause,
    int Level,
    string? Heading = null,
    string? Text = null,
    string? DisplayText = null,
    string? DisplayHeading = null,
    IReadOnlyList<string>? Facts = null);

public enum ReportKind
{
    Annual,
    HalfYear,
    AdHoc,
    Interim,
    Final,
}

/// <summary>A report that is owed (S2.24, S3.57, S3.58).</summary>
/// <param name="Inclusive">False for "before the day": that day itself is late.</param>
/// <param name="DueMonthDay"><c>MM-dd</c>; null = on request or not stated.</param>
public sealed record ReportObligation(
    string Code,
    string TitleVi,
    string TitleEn,
    ReportKind Kind,
    bool Inclusive,
    string Issuer,
    IReadOnlyList<string> Recipients,
    string Clause,
    IReadOnlyList<string> Facts,
    string? DueMonthDay = null,
    IReadOnlyList<string>? NotStated = null,
    string? NoteVi = null,
    string? NoteEn = null);

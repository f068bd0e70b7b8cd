using System.Text.RegularExpressions;
using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>Colour of the frame of a certificate.</summary>
public enum CertificateBorder
{
    Red,
    Blue,
    Green,
    Gold,
    None,
}

/// <summary>What the text of a certificate may name in double braces: <c>{{courseTitle}}</c>.</summary>
public enum CertificateField
{
    FullName,
    OrganizationName,
    CourseKind,
    CourseTitle,
    CourseCode,

    /// <summary>First and last day in words.</summary>
    CourseDates,
    Venue,
    Standards,

    /// <summary>Sessions at which the person was.</summary>
    AttendedSessions,

    /// <summary>Sessions that were held.</summary>
    HeldSessions,
    Issuer,
}

/// <summary>The wording and look of a province's certificates.</summary>
/// <param name="ParentBody">First line at the left: the body above the issuer.</param>
/// <param name="Issuer">Who certifies.</param>
/// <param name="Title">The large line.</param>
/// <param name="Opening">Over the name; may name fields.</param>
/// <param name="Body">Under the name; may name fields, one paragraph per line.</param>
/// <param name="Place">Before the date.</param>
/// <param name="SignerName">Left out where the name is written by hand.</param>
public sealed record CertificateTemplateContent(
    string ParentBody,
    string Issuer,
    string Title,
    string Opening,
    string Body,
    string Place,
    string SignerPosition,
    string? SignerName = null,
    CertificateBorder Border = CertificateBorder.Red);

/// <summary>
/// One version of the wording of a province's certificates. A version never changes; what is saved is the next one, and a certificate names the one
/// that it was made with. Version 0 is the wording that every province begins with.
/// </summary>
public sealed partial class CertificateTemplate : AggregateRoot
{
    public const int LineMaxLength = 200;
    public const int BodyMaxLength = 1_000;

    private CertificateTemplate(string province, int version, CertificateTemplateContent content, CourseAct act)
        : base(province)
    {
        (Version, Content) = (version, content);
        (CreatedBy, CreatedByName, CreatedAt) = (act.By, act.ByName, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private CertificateTemplate() => Content = null!;

    /// <summary>From 1.</summary>
    public int Version { get; private set; }

    public CertificateTemplateContent Content { get; private set; }

    public Guid CreatedBy { get; private set; }

    public string CreatedByName { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <param name="latest">Version in force; 0 where the province has saved none.</param>
    public static CertificateTemplate Next(string province, int latest, CertificateTemplateContent content, CourseAct act) => new(province, latest + 1, Tidied(content), act);

    /// <summary>Fields that the text names and that there are not; empty where the text is sound.</summary>
    public static IReadOnlyList<string> UnknownFields(string text) =>
        [.. Placeholder().Matches(text).Select(static match => match.Groups["name"].Value).Where(static name => !Fields.ContainsKey(name)).Distinct(StringComparer.Ordinal)];

    /// <summary>Puts values in the place of fields. A value is never read as a field again, whatever somebody is called.</summary>
    public static string Fill(string text, Func<CertificateField, string> valueOf) =>
        Placeholder().Replace(text, match => Fields.TryGetValue(match.Groups["name"].Value, out var field) ? valueOf(field) : match.Value);

    /// <summary>Without what surrounds them, as it is kept.</summary>
    public static CertificateTemplateContent Tidied(CertificateTemplateContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content with
        {
            ParentBody = SearchText.Tidy(content.ParentBody),
            Issuer = SearchText.Tidy(content.Issuer),
            Title = SearchText.Tidy(content.Title),
            Opening = SearchText.Tidy(content.Opening),
            Body = string.Join('\n', content.Body.Split('\n').Select(SearchText.Tidy)).Trim(),
            Place = SearchText.Tidy(content.Place),
            SignerPosition = SearchText.Tidy(content.SignerPosition),
            SignerName = SearchText.TidyOrNull(content.SignerName),
        };
    }

    private static readonly Dictionary<string, CertificateField> Fields = Enum.GetValues<CertificateField>().ToDictionary(DomainJson.NameOf, StringComparer.Ordinal);

    [GeneratedRegex(@"\{\{\s*(?<name>[^{}\s]*)\s*\}\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}

using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Makes the papers of courses. The same facts always give the same bytes.</summary>
public interface ITrainingPapers
{
    byte[] Certificate(CertificateFacts facts, string number, string verificationCode, DateOnly issuedOn);

    /// <summary>How a wording looks, with made-up facts; marked as a sample.</summary>
    byte[] SampleCertificate(CertificateTemplateContent template, DateOnly today, string verificationAddress);

    /// <summary>To be signed in the room.</summary>
    byte[] AttendanceSheet(AttendanceSheet sheet);

    /// <summary>The wording that a province begins with.</summary>
    /// <param name="provinceName">In Vietnamese, such as the name on its documents.</param>
    CertificateTemplateContent DefaultTemplate(string provinceName, string place);
}

/// <param name="IssuerLines">At the left of the head.</param>
public sealed record AttendanceSheet(IReadOnlyList<string> IssuerLines, string CourseTitle, string CourseCode, string SessionTitle, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string? Room, IReadOnlyList<AttendanceSheetRow> Rows);

public sealed record AttendanceSheetRow(string FullName, string? OrganizationName, string PersonalCode);

using System.Globalization;
using Nscl.Application.Training;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Infrastructure.Training;

/// <summary>Certificates and attendance sheets as PDF.</summary>
internal sealed class TrainingPapers(IQrCodes qrCodes) : ITrainingPapers
{
    private const double QrSize = 74;

    public byte[] Certificate(CertificateFacts facts, string number, string verificationCode, DateOnly issuedOn) => Draw(facts, number, verificationCode, issuedOn, isSample: false);

    public byte[] SampleCertificate(CertificateTemplateContent template, DateOnly today, string verificationAddress) => Draw(
        new CertificateFacts(
            PaperWords.Of("sampleFacts.fullName"),
            PaperWords.Of("sampleFacts.courseCode"),
            CourseKind.TrainingCourse,
            PaperWords.Of("sampleFacts.courseTitle"),
            today.AddDays(-3),
            today,
            [PaperWords.Of("sampleFacts.standard")],
            Attended: 7,
            Held: 8,
            TemplateVersion: 0,
            template,
            verificationAddress,
            PaperWords.Of("sampleFacts.organizationName"),
            PaperWords.Of("sampleFacts.venue")),
        PaperWords.Of("sampleFacts.number"),
        new string(PublicCodes.Alphabet[0], PublicCodes.SecretLength),
        today,
        isSample: true);

    public CertificateTemplateContent DefaultTemplate(string provinceName, string place) => new(
        PaperWords.Of("template.parentBody", provinceName.ToUpper(CultureInfo.InvariantCulture)),
        PaperWords.Of("template.issuer"),
        PaperWords.Of("template.title"),
        PaperWords.Of("template.opening"),
        PaperWords.Of("template.body"),
        place,
        PaperWords.Of("template.signerPosition"));

    public byte[] AttendanceSheet(AttendanceSheet sheet) => new AttendanceSheetPaper(sheet).Draw();

    private byte[] Draw(CertificateFacts facts, string number, string verificationCode, DateOnly issuedOn, bool isSample)
    {
        var template = facts.Template;
        using var paper = new PaperCanvas(PaperWords.Of("certificate.subject", number), isPortrait: false);
        var center = paper.Width / 2;
        DrawFrame(paper, template.Border);
        if (isSample)
        {
            paper.Color(225, 225, 225);
            paper.Centered(PaperWords.Of("sample"), center, (paper.Height / 2) - 60, 150, PaperFont.Bold);
        }

        paper.Color(20, 20, 20);
        Head(paper, template);
        Ink(paper, template.Border);
        paper.Centered(template.Title, center, paper.Height - 178, paper.SizeFor(template.Title, 36, paper.Width - 180, PaperFont.Bold), PaperFont.Bold);
        paper.Color(20, 20, 20);
        var y = Paragraphs(paper, Filled(template.Opening, facts), paper.Height - 212, 14, PaperFont.Italic);
        var named = $"{PaperWords.Of("person")}: {facts.FullName}";
        paper.Centered(named, center, y - 16, paper.SizeFor(named, 25, paper.Width - 180, PaperFont.Bold), PaperFont.Bold);
        y -= 42;
        if (facts.OrganizationName is { } organization)
        {
            y = Paragraphs(paper, PaperWords.Of("organization", organization), y, 13, PaperFont.Regular);
        }

        Paragraphs(paper, Filled(template.Body, facts), y - 6, 15, PaperFont.Regular);
        Foot(paper, facts, number, verificationCode, issuedOn);
        return paper.Build();
    }

    private static void DrawFrame(PaperCanvas paper, CertificateBorder border)
    {
        if (border == CertificateBorder.None)
        {
            return;
        }

        Ink(paper, border);
        paper.Frame(24, 3.2);
        paper.Frame(31, 0.8);
    }

    private static void Ink(PaperCanvas paper, CertificateBorder border)
    {
        var (red, green, blue) = border switch
        {
            CertificateBorder.Red => (0xB0, 0x1E, 0x23),
            CertificateBorder.Blue => (0x1B, 0x4F, 0x8A),
            CertificateBorder.Green => (0x1E, 0x6B, 0x45),
            CertificateBorder.Gold => (0x9A, 0x70, 0x18),
            _ => (20, 20, 20),
        };
        paper.Color((byte)red, (byte)green, (byte)blue);
    }

    private static void Head(PaperCanvas paper, CertificateTemplateContent template)
    {
        var (left, right, top) = (paper.Width * 0.27, paper.Width * 0.71, paper.Height - 66);
        const double column = 300;
        paper.Centered(template.ParentBody, left, top, paper.SizeFor(template.ParentBody, 12.5, column, PaperFont.Regular));
        var issuerSize = paper.SizeFor(template.Issuer, 13, column, PaperFont.Bold);
        paper.Centered(template.Issuer, left, top - 18, issuerSize, PaperFont.Bold);
        Rule(left, paper.WidthOf(template.Issuer, issuerSize, PaperFont.Bold) / 2.4);
        var (nation, motto) = (PaperWords.Of("nation"), PaperWords.Of("motto"));
        paper.Centered(nation, right, top, 12.5, PaperFont.Bold);
        paper.Centered(motto, right, top - 18, 13.5, PaperFont.Bold);
        Rule(right, paper.WidthOf(motto, 13.5, PaperFont.Bold));

        void Rule(double center, double width) => paper.Line(center - (width / 2), top - 25, center + (width / 2), top - 25);
    }

    private void Foot(PaperCanvas paper, CertificateFacts facts, string number, string verificationCode, DateOnly issuedOn)
    {
        var (template, signer, top) = (facts.Template, paper.Width * 0.72, 170d);
        paper.Centered(PaperWords.LongDate(template.Place, issuedOn), signer, top, 13, PaperFont.Italic);
        var positionSize = paper.SizeFor(template.SignerPosition, 14, 300, PaperFont.Bold);
        paper.Centered(template.SignerPosition, signer, top - 20, positionSize, PaperFont.Bold);
        if (template.SignerName is { } name)
        {
            paper.Centered(name, signer, 62, paper.SizeFor(name, 14, 300, PaperFont.Bold), PaperFont.Bold);
        }

        const double left = 60;
        paper.Text(PaperWords.Of("number", number), left, top, 12.5, PaperFont.Bold);
        Qr(paper, $"{facts.VerificationAddress}/{verificationCode}", left, 62);
        var x = left + QrSize + 12;
        paper.Text(PaperWords.Of("verificationCode", Grouped(verificationCode)), x, 84, 10);
        foreach (var (line, at) in paper.Wrapped(PaperWords.Of("verify", facts.VerificationAddress), 250, 10).Select(static (line, at) => (line, at)))
        {
            paper.Text(line, x, 70 - (at * 12), 10);
        }
    }

    /// <returns>Where the next line goes.</returns>
    private static double Paragraphs(PaperCanvas paper, string text, double y, double size, PaperFont font)
    {
        var lines = paper.Wrapped(text, paper.Width - 170, size, font);
        // A long title takes smaller letters rather than the place of the signature.
        while (lines.Count > 5 && size > 9)
        {
            size -= 1;
            lines = paper.Wrapped(text, paper.Width - 170, size, font);
        }

        foreach (var line in lines)
        {
            paper.Centered(line, paper.Width / 2, y, size, font);
            y -= size * 1.5;
        }

        return y;
    }

    private void Qr(PaperCanvas paper, string text, double x, double y)
    {
        var rows = qrCodes.Draw(text);
        var module = QrSize / rows.Count;
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows.Count; column++)
            {
                if (rows[row][column] != '1')
                {
                    continue;
                }

                var length = 1;
                while (column + length < rows.Count && rows[row][column + length] == '1')
                {
                    length++;
                }

                // A hair higher than its row, so that viewers leave no white lines between rows.
                paper.Bar(x + (column * module), y + QrSize - ((row + 1) * module), length * module, module + 0.1);
                column += length;
            }
        }
    }

    /// <summary>Four letters at a time are easier to type.</summary>
    internal static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(static group => new string(group)));

    private static string Filled(string text, CertificateFacts facts) => CertificateTemplate.Fill(text, field => field switch
    {
        CertificateField.FullName => facts.FullName,
        CertificateField.OrganizationName => facts.OrganizationName ?? string.Empty,
        CertificateField.CourseKind => PaperWords.Of("courseKinds." + DomainJson.NameOf(facts.CourseKind)),
        CertificateField.CourseTitle => facts.CourseTitle,
        CertificateField.CourseCode => facts.CourseCode,
        CertificateField.CourseDates => facts.StartsOn == facts.EndsOn
            ? PaperWords.Of("oneDay", PaperWords.Date(facts.StartsOn))
            : PaperWords.Of("days", PaperWords.Date(facts.StartsOn), PaperWords.Date(facts.EndsOn)),
        CertificateField.Venue => facts.Venue ?? string.Empty,
        CertificateField.Standards => string.Join(", ", facts.Standards),
        CertificateField.AttendedSessions => facts.Attended.ToString(CultureInfo.InvariantCulture),
        CertificateField.HeldSessions => facts.Held.ToString(CultureInfo.InvariantCulture),
        _ => facts.Template.Issuer,
    });
}

using System.Globalization;
using Nscl.Application.Training;

namespace Nscl.Infrastructure.Training;

/// <summary>The sheet that is signed in the room: as many pages as it needs, each with the head of the table.</summary>
internal sealed class AttendanceSheetPaper(AttendanceSheet sheet)
{
    private const double Margin = 42;
    private const double RowHeight = 26;
    private const double FirstTop = 190;
    private const double NextTop = 60;
    private const double Bottom = 90;

    /// <summary>Left edges of the columns: ordinal, name, organization, code, signature.</summary>
    private static readonly double[] Columns = [Margin, Margin + 34, Margin + 204, Margin + 372, Margin + 436];

    public byte[] Draw()
    {
        using var paper = new PaperCanvas($"{PaperWords.Of("sheet.title")} – {sheet.CourseCode}", isPortrait: true);
        var (first, other) = (RowsIn(paper.Height - FirstTop), RowsIn(paper.Height - NextTop));
        var pages = 1 + Math.Max(0, (int)Math.Ceiling((sheet.Rows.Count - first) / (double)other));
        paper.Color(20, 20, 20);
        Head(paper);
        var next = 0;
        for (var page = 1; page <= pages; page++)
        {
            if (page > 1)
            {
                paper.NextPage();
                paper.Color(20, 20, 20);
            }

            var top = paper.Height - (page == 1 ? FirstTop : NextTop);
            var count = Math.Min(page == 1 ? first : other, sheet.Rows.Count - next);
            Table(paper, top, next, count);
            next += count;
            var foot = PaperWords.Of("sheet.page", page, pages);
            paper.Text(foot, paper.Width - Margin - paper.WidthOf(foot, 9, PaperFont.Regular), 30, 9);
            if (page == pages)
            {
                Signatures(paper, top - ((count + 1) * RowHeight));
            }
        }

        return paper.Build();
    }

    private static int RowsIn(double height) => (int)((height - Bottom) / RowHeight) - 1;

    private void Head(PaperCanvas paper)
    {
        var (left, right, top) = (paper.Width * 0.27, paper.Width * 0.71, paper.Height - 48);
        for (var i = 0; i < sheet.IssuerLines.Count; i++)
        {
            var font = i == sheet.IssuerLines.Count - 1 ? PaperFont.Bold : PaperFont.Regular;
            paper.Centered(sheet.IssuerLines[i], left, top - (i * 14), paper.SizeFor(sheet.IssuerLines[i], 10, 220, font), font);
        }

        paper.Centered(PaperWords.Of("nation"), right, top, 10, PaperFont.Bold);
        paper.Centered(PaperWords.Of("motto"), right, top - 14, 10.5, PaperFont.Bold);
        paper.Line(right - 70, top - 19, right + 70, top - 19);
        var center = paper.Width / 2;
        paper.Centered(PaperWords.Of("sheet.title"), center, top - 50, 15, PaperFont.Bold);
        var y = top - 68;
        foreach (var line in paper.Wrapped($"{sheet.CourseTitle} ({sheet.CourseCode})", paper.Width - (2 * Margin), 11, PaperFont.Bold).Take(2))
        {
            paper.Centered(line, center, y, 11, PaperFont.Bold);
            y -= 15;
        }

        var session = PaperWords.Of("sheet.session", sheet.SessionTitle, PaperWords.Date(sheet.Date), PaperWords.Time(sheet.StartsAt), PaperWords.Time(sheet.EndsAt));
        paper.Centered(session, center, y, paper.SizeFor(session, 10.5, paper.Width - (2 * Margin), PaperFont.Regular));
        if (sheet.Room is { } room)
        {
            var place = PaperWords.Of("sheet.room", room);
            paper.Centered(place, center, y - 14, paper.SizeFor(place, 10.5, paper.Width - (2 * Margin), PaperFont.Regular));
        }
    }

    private void Table(PaperCanvas paper, double top, int from, int count)
    {
        string[] headings = [PaperWords.Of("sheet.ordinal"), PaperWords.Of("sheet.name"), PaperWords.Of("sheet.organization"), PaperWords.Of("sheet.code"), PaperWords.Of("sheet.signature")];
        double[] edges = [.. Columns, paper.Width - Margin];
        var bottom = top - ((count + 1) * RowHeight);
        for (var i = 0; i < headings.Length; i++)
        {
            paper.Centered(headings[i], (edges[i] + edges[i + 1]) / 2, top - 17, 9.5, PaperFont.Bold);
        }

        for (var row = 0; row < count; row++)
        {
            var (person, y) = (sheet.Rows[from + row], top - ((row + 1) * RowHeight) - 16);
            var number = (from + row + 1).ToString(CultureInfo.InvariantCulture);
            paper.Centered(number, (edges[0] + edges[1]) / 2, y, 10);
            Cell(person.FullName, 1, 10.5, y);
            Cell(person.OrganizationName ?? string.Empty, 2, 9, y);
            paper.Centered(person.PersonalCode, (edges[3] + edges[4]) / 2, y, 10);
        }

        for (var row = 0; row <= count + 1; row++)
        {
            paper.Line(edges[0], top - (row * RowHeight), edges[^1], top - (row * RowHeight), 0.5);
        }

        foreach (var edge in edges)
        {
            paper.Line(edge, top, edge, bottom, 0.5);
        }

        // Two lines where one is not enough; the rest is cut, the list itself has it.
        void Cell(string text, int column, double size, double y)
        {
            var lines = paper.Wrapped(text, edges[column + 1] - edges[column] - 8, size);
            var isLong = lines.Count > 1;
            for (var i = 0; i < Math.Min(2, lines.Count); i++)
            {
                paper.Text(lines[i], edges[column] + 4, isLong ? y + 5 - (i * (size + 1)) : y, isLong ? size - 0.5 : size);
            }
        }
    }

    private void Signatures(PaperCanvas paper, double tableBottom)
    {
        paper.Text(PaperWords.Of("sheet.count", sheet.Rows.Count), Margin, tableBottom - 18, 10, PaperFont.Italic);
        paper.Centered(PaperWords.Of("sheet.trainer"), paper.Width * 0.28, tableBottom - 36, 10.5, PaperFont.Bold);
        paper.Centered(PaperWords.Of("sheet.officer"), paper.Width * 0.72, tableBottom - 36, 10.5, PaperFont.Bold);
    }
}

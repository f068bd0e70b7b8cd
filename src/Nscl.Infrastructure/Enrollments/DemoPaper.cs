using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.Json;

namespace Nscl.Infrastructure.Enrollments;

/// <summary>Small real Word files for the demo's dossiers; their words are data in <c>demo-papers.json</c>.</summary>
internal static class DemoPaper
{
    private static readonly Texts All = Read();

    public static string Reason(string occasion) => All.Reasons[occasion];

    public static string FileName(string kind) => All.FileNames[kind];

    public static MemoryStream Write(string kind, string enterpriseName)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(archive, "[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Put(archive, "_rels/.rels", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            var paragraphs = new StringBuilder();
            foreach (var line in (string[])[All.Titles[kind], enterpriseName, All.Notice])
            {
                paragraphs.Append("<w:p><w:r><w:t>").Append(SecurityElement.Escape(line)).Append("</w:t></w:r></w:p>");
            }

            Put(archive, "word/document.xml", $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{paragraphs}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>""");
        }

        file.Position = 0;
        return file;
    }

    private static void Put(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write(content);
    }

    private static Texts Read()
    {
        using var stream = typeof(DemoPaper).Assembly.GetManifestResourceStream("demo-papers.json")!;
        return JsonSerializer.Deserialize<Texts>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Texts(Dictionary<string, string> Titles, Dictionary<string, string> FileNames, Dictionary<string, string> Reasons, string Notice);
}

using System.Text;
using CsCheck;
using Nscl.Domain.Files;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.Files;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("Đơn đăng ký.pdf", "Đơn đăng ký.pdf")]
    [InlineData("BÁO GIÁ.PDF", "BÁO GIÁ.pdf")]
    [InlineData("C:\\Users\\an\\Hồ sơ.pdf", "Hồ sơ.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("ảnh.pdf.exe", "ảnh.pdf.exe.pdf")]
    [InlineData("ho\u202Efdp.exe", "hofdp.exe.pdf")]
    [InlineData("a\r\nb\u0000.pdf", "ab.pdf")]
    [InlineData("a<b>:\"|?*.pdf", "a_b______.pdf")]
    [InlineData("con.pdf", "_con.pdf")]
    [InlineData("LPT1.tar.pdf", "_LPT1.tar.pdf")]
    [InlineData("...", "document.pdf")]
    [InlineData(".pdf", "document.pdf")]
    [InlineData("", "document.pdf")]
    [InlineData(null, "document.pdf")]
    [InlineData("a\u00A0b .pdf", "a b.pdf")]
    [InlineData("Ia H'Drai.pdf", "Ia H'Drai.pdf")]
    public void Sanitize_keeps_what_is_safe(string? fileName, string expected) =>
        FileNames.Sanitize(fileName, MediaTypes.Pdf).ShouldBe(expected);

    [Fact]
    public void Sanitize_keeps_either_extension_of_a_photograph()
    {
        FileNames.Sanitize("a.jpeg", MediaTypes.Jpeg).ShouldBe("a.jpeg");
        FileNames.Sanitize("a.jpg", MediaTypes.Jpeg).ShouldBe("a.jpg");
        FileNames.Sanitize("a", MediaTypes.Jpeg).ShouldBe("a.jpg");
    }

    [Theory]
    [InlineData(146, 146)]
    [InlineData(147, 146)]
    [InlineData(500, 146)]
    public void Sanitize_when_too_long_cuts_the_name_and_keeps_the_extension(int length, int kept) =>
        FileNames.Sanitize($"{new string('ệ', length)}.pdf", MediaTypes.Pdf).ShouldBe($"{new string('ệ', kept)}.pdf");

    [Fact]
    public void Sanitize_when_too_long_does_not_cut_a_character_in_two() =>
        FileNames.Sanitize($"{new string('a', 145)}\uD83D\uDE00b.pdf", MediaTypes.Pdf).ShouldBe($"{new string('a', 145)}.pdf");

    [Fact]
    public void Sanitize_when_decomposed_composes() =>
        FileNames.Sanitize("Đơn đăng ký.pdf".Normalize(NormalizationForm.FormD), MediaTypes.Pdf).ShouldBe("Đơn đăng ký.pdf");

    [Fact]
    public void Sanitize_when_the_type_is_not_taken_refuses() =>
        CodeOf(static () => FileNames.Sanitize("a.html", "text/html")).ShouldBe("file.typeNotAccepted");

    [Fact]
    public void Sanitize_of_anything_is_safe_and_stays_as_it_is()
    {
        const string Nasty = "aZ9ệ\u0301\u202E\u0000/\\:*?\"<>|. \u00A0\n\uD83D\uDE00\uD800";

        Gen.Select(Gen.Char[Nasty].Array[0, 400].Select(static chars => new string(chars)), Gen.OneOf([.. MediaTypes.Accepted.Select(static mediaType => Gen.Const(mediaType))]))
            .Sample(static (name, mediaType) =>
            {
                var safe = FileNames.Sanitize(name, mediaType);
                return safe.Length <= FileNames.MaxLength
                    && safe.IsNormalized(NormalizationForm.FormC)
                    && !safe.Any(char.IsControl)
                    && safe.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\u202E']) < 0
                    && MediaTypes.ExtensionsOf(mediaType).Any(extension => safe.EndsWith(extension, StringComparison.Ordinal) && safe.Length > extension.Length)
                    && FileNames.Sanitize(safe, mediaType) == safe;
            });
    }
}

using System.Text;
using Nscl.Domain.Common;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Common;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Hội đồng thẩm định", "hoi dong tham dinh")]
    [InlineData("Đắk Tô", "dak to")]
    [InlineData("Đăk Tô", "dak to")]
    [InlineData("CỘNG HÒA", "cong hoa")]
    [InlineData("CỘNG HOÀ", "cong hoa")]
    [InlineData("Ia H’Drai", "ia h'drai")]
    [InlineData("Ia H'Drai", "ia h'drai")]
    [InlineData("Ia H`Drai", "ia h'drai")]
    [InlineData("Ia H´Drai", "ia h'drai")]
    [InlineData("  Ủy   ban\tnhân\u00A0dân ", "uy ban nhan dan")]
    [InlineData("Ðăk Hà", "dak ha")]
    [InlineData("A Nao", "a nao")]
    public void Fold_follows_the_reference(string text, string folded) => SearchText.Fold(text).ShouldBe(folded);

    [Fact]
    public void Fold_does_not_care_how_the_text_is_composed() =>
        SearchText.Fold("Hội đồng thẩm định".Normalize(NormalizationForm.FormD)).ShouldBe("hoi dong tham dinh");

    [Fact]
    public void Tidy_keeps_every_diacritic_and_composes_it() =>
        SearchText.Tidy("  Sâm   Ngọc Linh ".Normalize(NormalizationForm.FormD)).ShouldBe("Sâm Ngọc Linh");

    [Theory]
    [InlineData(null, null)]
    [InlineData(" \t", null)]
    [InlineData(" a  b ", "a b")]
    public void TidyOrNull_makes_blank_text_no_text(string? text, string? tidy) => SearchText.TidyOrNull(text).ShouldBe(tidy);
}

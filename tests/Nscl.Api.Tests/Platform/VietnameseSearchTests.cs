using Nscl.Application.Common;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Platform;

/// <summary>What is typed into a search field, as patterns (domain-reference §5.6).</summary>
public sealed class VietnameseSearchTests
{
    [Theory]
    [InlineData("Sâm Ngọc Linh", "%sam% & %ngoc% & %linh%")]
    [InlineData("  ", "")]
    [InlineData("htx cà phê", "%htx%|%hopZtacZxa% & %ca% & %phe%")]
    [InlineData("\"Sâm Ngọc Linh\"", "%samZngocZlinh%")]
    [InlineData("\u201Csâm ngọc linh\u201D htx", "%samZngocZlinh% & %htx%|%hopZtacZxa%")]
    [InlineData("\"htx\"", "%htx%")]
    [InlineData("\"sâm ngọc", "%sam% & %ngoc%")]
    [InlineData("\"\" sâm", "%sam%")]
    [InlineData("100%_\\", "%100\\%\\_\\\\%")]
    public void Patterns_when_words_and_phrases_are_typed_ask_for_all_of_them(string typed, string expected) =>
        string.Join(" & ", VietnameseSearch.Patterns(typed).Select(static group => string.Join('|', group))).ShouldBe(expected);
}

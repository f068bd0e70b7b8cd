using Nscl.Domain.Enterprises;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Enterprises;

public sealed class EnterpriseNamesTests
{
    [Theory]
    [InlineData("Công ty Cổ phần Sâm Ngọc Linh Kon Tum", "sam ngoc linh kon tum")]
    [InlineData("CTCP Sâm Ngọc Linh Kon Tum", "sam ngoc linh kon tum")]
    [InlineData("Cty CP Sâm Ngọc Linh Kon Tum", "sam ngoc linh kon tum")]
    [InlineData("CÔNG TY TNHH MTV CAO SU KON TUM", "cao su kon tum")]
    [InlineData("Công ty trách nhiệm hữu hạn một thành viên Cao su Kon Tum", "cao su kon tum")]
    [InlineData("Công ty TNHH Một Thành Viên Cao su Kon Tum", "cao su kon tum")]
    [InlineData("Hợp tác xã Dược liệu Măng Ri", "duoc lieu mang ri")]
    [InlineData("HTX Dược liệu Măng Ri", "duoc lieu mang ri")]
    [InlineData("Liên hiệp hợp tác xã Dược liệu", "duoc lieu")]
    [InlineData("DNTN Gạch ngói Hòa Bình", "gach ngoi hoa binh")]
    [InlineData("Doanh nghiệp tư nhân Gạch ngói Hoà Bình", "gach ngoi hoa binh")]
    [InlineData("Hộ kinh doanh A Nao", "a nao")]
    [InlineData("HTX nông nghiệp Ia H’Drai", "nong nghiep ia hdrai")]
    [InlineData("Chi nhánh Công ty CP \"Cà phê\" Đăk Hà", "ca phe dak ha")]
    [InlineData("Công ty Cổ phần", "cong ty co phan")]
    public void ComparisonKey_keeps_what_tells_one_firm_from_another(string name, string key) =>
        EnterpriseNames.ComparisonKey(name).ShouldBe(key);

    [Fact]
    [SourceFact("S4.8", "S4.21")]
    public void AreSimilar_when_the_two_ginseng_companies_are_compared_warns_though_they_are_two()
    {
        const string One = "Công ty Cổ phần Sâm Ngọc Linh Kon Tum";
        const string Other = "Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum";

        EnterpriseNames.AreSimilar(One, Other).ShouldBeTrue();
        EnterpriseNames.Similarity(One, Other).ShouldBeLessThan(1);
        EnterpriseNames.ComparisonKey(One).ShouldNotBe(EnterpriseNames.ComparisonKey(Other));
    }

    [Theory]
    [InlineData("Công ty TNHH Cà phê Đắk Hà", "CTCP Cà phê Đăk Hà")]
    [InlineData("HTX Dược liệu Măng Ri", "Hợp tác xã Dược liệu xã Măng Ri")]
    [InlineData("Công ty TNHH Thái Hòa", "Công ty TNHH Thái Hoà")]
    public void AreSimilar_when_spelling_or_legal_form_differs_warns(string one, string other) =>
        EnterpriseNames.AreSimilar(one, other).ShouldBeTrue();

    [Theory]
    [InlineData("Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum", "Công ty cổ phần Mía đường Kon Tum")]
    [InlineData("Công ty TNHH MTV Cao su Kon Tum", "Công ty TNHH MTV Cà phê Kon Tum")]
    [InlineData("Công ty cổ phần Tinh bột sắn Kon Tum", "Công ty cổ phần Gạch ngói Kon Tum")]
    [InlineData("Công ty trách nhiệm hữu hạn một thành viên An Bình", "Công ty trách nhiệm hữu hạn một thành viên Phú Quý")]
    [InlineData("Hợp tác xã A Nao", "Hợp tác xã Y Dôi")]
    public void AreSimilar_when_only_legal_form_and_place_are_shared_stays_silent(string one, string other) =>
        EnterpriseNames.AreSimilar(one, other).ShouldBeFalse();

    [Theory]
    [InlineData("Công ty Cổ phần Sâm Ngọc Linh Kon Tum", "Công ty TNHH Cà phê Đắk Hà")]
    [InlineData("", "Công ty TNHH Cà phê Đắk Hà")]
    public void Similarity_is_the_same_both_ways(string one, string other) =>
        EnterpriseNames.Similarity(one, other).ShouldBe(EnterpriseNames.Similarity(other, one));
}

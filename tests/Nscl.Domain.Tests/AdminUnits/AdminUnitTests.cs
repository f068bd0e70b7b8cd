using Nscl.Domain.AdminUnits;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.AdminUnits;

public sealed class AdminUnitTests
{
    // Hòa Thành was a huyện in Tây Ninh's plan of 2019 (S2.10) and became a thị xã in 2020.
    private static readonly AdminUnitEntry HoaThanh = new(
        "Thị xã Hòa Thành",
        "Hoa Thanh Town",
        AdminUnitLevel.District,
        AdminUnitKind.Town,
        "tayNinh",
        ValidTo: new DateOnly(2025, 6, 30),
        FormerNames: [new FormerName("Huyện Hòa Thành", "Hoa Thanh District", AdminUnitKind.District, From: null, To: new DateOnly(2020, 1, 31))]);

    [Fact]
    public void NameViOn_when_the_unit_was_renamed_is_the_name_of_the_day()
    {
        var unit = new AdminUnit("709", HoaThanh);

        unit.NameViOn(new DateOnly(2019, 6, 30)).ShouldBe("Huyện Hòa Thành");
        unit.NameEnOn(new DateOnly(2020, 1, 31)).ShouldBe("Hoa Thanh District");
        unit.NameViOn(new DateOnly(2020, 2, 1)).ShouldBe("Thị xã Hòa Thành");
        unit.NameEnOn(new DateOnly(2020, 2, 1)).ShouldBe("Hoa Thanh Town");
    }

    [Fact]
    public void Validity_when_no_first_day_is_known_reaches_back_before_the_data()
    {
        var validity = new AdminUnit("709", HoaThanh).Validity;

        validity.Contains(new DateOnly(1950, 1, 1)).ShouldBeTrue();
        validity.Contains(new DateOnly(2025, 6, 30)).ShouldBeTrue();
        validity.Contains(new DateOnly(2025, 7, 1)).ShouldBeFalse();
    }

    [Fact]
    public void Redefine_when_it_would_end_before_it_starts_refuses() =>
        CodeOf(static () => new AdminUnit("709", HoaThanh with { ValidFrom = new DateOnly(2025, 7, 1) })).ShouldBe("adminUnit.endsBeforeStart");

    [Fact]
    public void A_succession_without_old_or_new_units_is_refused()
    {
        CodeOf(static () => new AdminUnitSuccession([], ["a"], AdminUnitSuccessionKind.Merge, new DateOnly(2025, 7, 1), "1677/NQ-UBTVQH15"))
            .ShouldBe("adminUnit.successionIncomplete");
        CodeOf(static () => new AdminUnitSuccession(["a"], [], AdminUnitSuccessionKind.Merge, new DateOnly(2025, 7, 1), "1677/NQ-UBTVQH15"))
            .ShouldBe("adminUnit.successionIncomplete");
    }
}

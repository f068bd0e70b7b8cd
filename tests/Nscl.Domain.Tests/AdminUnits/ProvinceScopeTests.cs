using Nscl.Domain.AdminUnits;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.AdminUnits;

public sealed class ProvinceScopeTests
{
    private static readonly DateOnly Reform = new(2025, 7, 1);
    private static readonly DateOnly DayBefore = new(2025, 6, 30);

    private static readonly ProvinceSuccession[] Successions = [new("konTum", "quangNgai", Reform, "202/2025/QH15")];

    [Fact]
    public void Of_the_heir_holds_the_predecessor_from_the_day_of_succession_on()
    {
        ProvinceScope.Of("quangNgai", Successions, DayBefore).ShouldBe(["quangNgai"]);
        ProvinceScope.Of("quangNgai", Successions, Reform).ShouldBe(["quangNgai", "konTum"], ignoreOrder: true);
        ProvinceScope.Of("quangNgai", Successions, Reform.AddYears(10)).ShouldBe(["quangNgai", "konTum"], ignoreOrder: true);
    }

    [Fact]
    public void Of_the_predecessor_never_holds_the_heir()
    {
        ProvinceScope.Of("konTum", Successions, DayBefore).ShouldBe(["konTum"]);
        ProvinceScope.Of("konTum", Successions, Reform).ShouldBe(["konTum"]);
    }

    [Fact]
    public void Of_another_province_is_the_province() =>
        ProvinceScope.Of("tayNinh", Successions, Reform).ShouldBe(["tayNinh"]);

    [Fact]
    public void Of_an_heir_of_heirs_holds_every_generation_by_its_own_date()
    {
        ProvinceSuccession[] twoGenerations = [.. Successions, new("quangNgai", "nextProvince", Reform.AddYears(5), "1")];

        ProvinceScope.Of("nextProvince", twoGenerations, Reform).ShouldBe(["nextProvince"]);
        ProvinceScope.Of("nextProvince", twoGenerations, Reform.AddYears(5))
            .ShouldBe(["nextProvince", "quangNgai", "konTum"], ignoreOrder: true);
    }

    [Fact]
    public void Of_when_the_data_runs_in_a_circle_ends()
    {
        ProvinceSuccession[] circle = [.. Successions, new("quangNgai", "konTum", Reform, "1")];

        ProvinceScope.Of("konTum", circle, Reform).ShouldBe(["konTum", "quangNgai"], ignoreOrder: true);
        CodeOf(() => ProvinceScope.ActingFor("konTum", circle, Reform)).ShouldBe("province.circularSuccession");
    }

    [Fact]
    public void ActingFor_new_rows_belong_to_the_province_of_the_day()
    {
        ProvinceScope.ActingFor("konTum", Successions, DayBefore).ShouldBe("konTum");
        ProvinceScope.ActingFor("konTum", Successions, Reform).ShouldBe("quangNgai");
        ProvinceScope.ActingFor("quangNgai", Successions, Reform).ShouldBe("quangNgai");

        ProvinceSuccession[] twoGenerations = [.. Successions, new("quangNgai", "nextProvince", Reform.AddYears(5), "1")];
        ProvinceScope.ActingFor("konTum", twoGenerations, Reform.AddYears(5)).ShouldBe("nextProvince");
    }

    [Fact]
    public void A_province_is_not_its_own_heir() =>
        CodeOf(static () => new ProvinceSuccession("konTum", "konTum", Reform, "1")).ShouldBe("province.cannotSucceedItself");
}

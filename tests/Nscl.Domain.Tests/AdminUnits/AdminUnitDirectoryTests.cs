using Nscl.Domain.AdminUnits;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.AdminUnits;

/// <summary>On the district Tu Mơ Rông and the commune Măng Ri of domain-reference §4.6.</summary>
public sealed class AdminUnitDirectoryTests
{
    private static readonly DateOnly LastDayOfDistricts = new(2025, 6, 30);
    private static readonly DateOnly Reform = new(2025, 7, 1);

    private static readonly string[] OldCommunesOfMangRi = ["old-mang-ri", "old-ngok-lay", "old-ngok-yeu", "old-te-xang", "old-van-xuoi"];

    private static readonly AdminUnitDirectory Directory = new(
        [
            District("617", "Huyện Tu Mơ Rông"),
            District("608", "Thành phố Kon Tum"),

            // Founded in 2015: before, the province had one district fewer.
            District("618", "Huyện Ia H'Drai", from: new DateOnly(2015, 3, 11)),
            .. OldCommunesOfMangRi.Select(static code => OldCommune(code, "617")),
            OldCommune("old-dak-ha", "617"),
            OldCommune("old-tu-mo-rong", "617"),
            NewCommune("new-mang-ri", "617"),
            NewCommune("new-tu-mo-rong", "617"),
        ],
        [
            Merger(OldCommunesOfMangRi, "new-mang-ri"),
            Merger(["old-dak-ha", "old-tu-mo-rong"], "new-tu-mo-rong"),
        ]);

    [Theory]
    [InlineData("617")]
    [InlineData("old-mang-ri")]
    public void Resolve_while_the_unit_exists_is_the_unit(string code) =>
        CodesOf(code, LastDayOfDistricts).ShouldBe([code]);

    [Theory]
    [InlineData("old-mang-ri")]
    [InlineData("old-te-xang")]
    public void Resolve_after_a_merger_is_the_merged_unit(string code) =>
        CodesOf(code, Reform).ShouldBe(["new-mang-ri"]);

    [Fact]
    public void Resolve_of_a_new_unit_before_its_merger_is_every_old_one() =>
        CodesOf("new-mang-ri", LastDayOfDistricts).ShouldBe(OldCommunesOfMangRi);

    [Fact]
    public void Resolve_of_a_dissolved_district_is_every_unit_formed_in_its_area() =>
        CodesOf("617", Reform).ShouldBe(["new-mang-ri", "new-tu-mo-rong"]);

    [Fact]
    public void Resolve_of_an_unknown_code_or_an_end_without_heir_is_nothing()
    {
        CodesOf("999", Reform).ShouldBeEmpty();
        CodesOf("608", Reform).ShouldBeEmpty();
    }

    [Fact]
    public void Resolve_follows_several_reforms_in_both_directions()
    {
        var second = Reform.AddYears(1);
        var directory = new AdminUnitDirectory(
            [
                Unit("a", to: LastDayOfDistricts),
                Unit("b", from: Reform, to: second.AddDays(-1)),
                Unit("c", from: second),
                Unit("d", from: second),
            ],
            [
                new AdminUnitSuccession(["a"], ["b"], AdminUnitSuccessionKind.Rename, Reform, "1"),
                new AdminUnitSuccession(["b"], ["c", "d"], AdminUnitSuccessionKind.Split, second, "2"),
            ]);

        Codes(directory.Resolve("a", second)).ShouldBe(["c", "d"]);
        Codes(directory.Resolve("d", LastDayOfDistricts)).ShouldBe(["a"]);
    }

    [Fact]
    public void Resolve_when_the_data_runs_in_a_circle_ends()
    {
        var directory = new AdminUnitDirectory(
            [Unit("a", to: LastDayOfDistricts), Unit("b", to: LastDayOfDistricts)],
            [
                new AdminUnitSuccession(["a"], ["b"], AdminUnitSuccessionKind.Rename, Reform, "1"),
                new AdminUnitSuccession(["b"], ["a"], AdminUnitSuccessionKind.Rename, Reform, "2"),
            ]);

        directory.Resolve("a", Reform).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2014-12-31", 2)]
    [InlineData("2022-12-31", 3)]
    [InlineData("2025-07-01", 0)]
    [SourceFact("S4.19")]
    public void InForce_counts_the_districts_of_the_day(string date, int count) =>
        Directory.InForce("konTum", AdminUnitLevel.District, DateOnly.ParseExact(date, "O", null)).Count.ShouldBe(count);

    [Fact]
    public void InForce_keeps_to_province_and_tier()
    {
        Codes(Directory.InForce("quangNgai", AdminUnitLevel.Commune, Reform)).ShouldBe(["new-mang-ri", "new-tu-mo-rong"]);
        Directory.InForce("konTum", AdminUnitLevel.Commune, Reform).ShouldBeEmpty();
    }

    private static string[] CodesOf(string code, DateOnly asOf) => Codes(Directory.Resolve(code, asOf));

    private static string[] Codes(IEnumerable<AdminUnit> units) => [.. units.Select(static unit => unit.Code)];

    private static AdminUnit District(string code, string name, DateOnly? from = null) => new(
        code,
        new AdminUnitEntry(name, name, AdminUnitLevel.District, AdminUnitKind.District, "konTum", ValidFrom: from, ValidTo: LastDayOfDistricts));

    private static AdminUnit OldCommune(string code, string district) => new(
        code,
        new AdminUnitEntry(code, code, AdminUnitLevel.Commune, AdminUnitKind.Commune, "konTum", ParentCode: district, ValidTo: LastDayOfDistricts));

    private static AdminUnit NewCommune(string code, string formerDistrict) => new(
        code,
        new AdminUnitEntry(
            code, code, AdminUnitLevel.Commune, AdminUnitKind.Commune, "quangNgai", ValidFrom: Reform, FormerParentCode: formerDistrict));

    private static AdminUnit Unit(string code, DateOnly? from = null, DateOnly? to = null) => new(
        code,
        new AdminUnitEntry(code, code, AdminUnitLevel.Commune, AdminUnitKind.Commune, "konTum", ValidFrom: from, ValidTo: to));

    private static AdminUnitSuccession Merger(IReadOnlyList<string> from, string to) =>
        new(from, [to], AdminUnitSuccessionKind.Merge, Reform, "1677/NQ-UBTVQH15");
}

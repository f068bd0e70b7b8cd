using Nscl.Domain.Enterprises;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Enterprises;

public sealed class PersonalIdTests
{
    private static readonly DateOnly Today = new(2022, 10, 3);

    [Theory]
    [CsvData("Enterprises/personal-ids.csv")]
    public void Validate_follows_the_reference(
        string digits,
        PersonalIdFault? reason,
        int? birthYear,
        RecordedSex? sex,
        bool provinceCodeKnown) =>
        PersonalId.Validate(digits, Today)
            .ShouldBe(new PersonalIdValidation(reason is null, reason, birthYear, sex, provinceCodeKnown));

    [Fact]
    public void Validate_when_born_this_year_accepts_and_next_year_refuses()
    {
        PersonalId.Validate("062222000001", Today).Valid.ShouldBeTrue();
        PersonalId.Validate("062223000001", Today).Reason.ShouldBe(PersonalIdFault.BirthYearInFuture);
    }

    [Fact]
    public void Validate_knows_the_63_provinces_before_the_reform() =>
        Enumerable.Range(0, 1000)
            .Count(static code => PersonalId.Validate($"{code:000}190000123", Today).ProvinceCodeKnown)
            .ShouldBe(63);

    [Fact]
    public void Mask_keeps_three_digits_at_either_end() =>
        PersonalId.Mask("062190000123").ShouldBe("062******123");
}

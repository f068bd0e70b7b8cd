using CsCheck;
using Nscl.Domain.Enterprises;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Enterprises;

public sealed class GtinTests
{
    [Theory]
    [CsvData("Enterprises/gtins.csv")]
    public void Validate_follows_the_reference(string input, GtinFault? reason, bool issuedInVietNam) =>
        Gtin.Validate(input).ShouldBe(new GtinValidation(input, reason is null, reason, issuedInVietNam));

    [Theory]
    [InlineData("893460200107", 8)]
    [InlineData("893850012345", 0)]
    [InlineData("400638133393", 1)]
    [InlineData("1893460200107", 5)]
    [InlineData("8931234", 6)]
    [InlineData("9638507", 4)]
    [InlineData("893000000001", 9)]
    public void CheckDigit_follows_the_reference(string digits, int expected) =>
        Gtin.CheckDigit(digits).ShouldBe(expected);

    [Fact]
    public void Validate_when_typed_with_separators_keeps_the_digits() =>
        Gtin.Validate("8 934602 001-078").ShouldBe(new GtinValidation("8934602001078", Valid: true, Reason: null, IssuedInVietNam: true));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Validate_when_empty_refuses(string? input) => Gtin.Validate(input).Reason.ShouldBe(GtinFault.WrongLength);

    [Fact]
    public void Validate_when_a_letter_is_in_it_refuses() =>
        Gtin.Validate("893460200107O").Reason.ShouldBe(GtinFault.InvalidCharacter);

    [Fact]
    public void Validate_finds_every_wrong_digit() =>
        Gen.Select(Gen.Char['0', '9'].Array[12], Gen.Int[0, 12], Gen.Int[1, 9]).Sample(static (digits, place, shift) =>
        {
            var code = $"{new string(digits)}{Gtin.CheckDigit(digits)}".ToCharArray();
            code[place] = (char)('0' + ((code[place] - '0' + shift) % 10));
            return !Gtin.Validate(new string(code)).Valid;
        });
}

using CsCheck;
using Nscl.Domain.Enterprises;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Enterprises;

public sealed class TaxCodeTests
{
    private static readonly DateOnly Today = new(2022, 10, 3);

    /// <summary>Valid enterprise codes: nine random digits that have a check digit, and it.</summary>
    private static readonly Gen<string> ValidCodes = Gen.Char['0', '9'].Array[9]
        .Select(static digits => new string(digits))
        .Where(static digits => digits[2..] != "0000000" && TaxCode.CheckDigit(digits) is not null)
        .Select(static digits => $"{digits}{TaxCode.CheckDigit(digits)}");

    [Theory]
    [CsvData("Enterprises/tax-codes.csv")]
    public void Validate_follows_the_reference(string input, string normalized, TaxCodeKind kind, TaxCodeFault? reason) =>
        TaxCode.Validate(input, Today).ShouldBe(new TaxCodeValidation(normalized, kind, reason is null, reason));

    [Theory]
    [InlineData("610000009")]
    [InlineData("390123456")]
    public void Validate_when_the_base_has_no_check_digit_refuses_every_last_digit(string firstNineDigits)
    {
        TaxCode.CheckDigit(firstNineDigits).ShouldBeNull();

        Enumerable.Range(0, 10)
            .Select(last => TaxCode.Validate($"{firstNineDigits}{last}", Today).Reason)
            .ShouldAllBe(static reason => reason == TaxCodeFault.CheckDigitMismatch);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" .- ")]
    public void Validate_when_nothing_is_typed_says_so(string? input) =>
        TaxCode.Validate(input, Today).Reason.ShouldBe(TaxCodeFault.Empty);

    [Theory]
    [InlineData("0100233488‑001")]
    [InlineData("0100233488–001")]
    [InlineData(" 0100 233 488\u00A0-\u00A0001 ")]
    public void Validate_when_pasted_from_a_word_processor_reads_its_hyphens_and_spaces(string input) =>
        TaxCode.Validate(input, Today).Normalized.ShouldBe("0100233488-001");

    [Fact]
    public void Validate_when_digits_are_not_ascii_refuses() =>
        TaxCode.Validate("０１００２３３４８８", Today).Reason.ShouldBe(TaxCodeFault.InvalidCharacter);

    [Fact]
    public void Validate_when_a_personal_id_is_from_the_future_refuses_for_good()
    {
        var validation = TaxCode.Validate("062299000001", Today);

        validation.Reason.ShouldBe(TaxCodeFault.BirthYearInFuture);
        validation.MayBeOverridden.ShouldBeFalse();
    }

    [Theory]
    [InlineData("0100233480", true)]
    [InlineData("0100233480-001", true)]
    [InlineData("0100233488", false)]
    [InlineData("0100233488-000", false)]
    [InlineData("12345", false)]
    [InlineData("010023348O", false)]
    public void MayBeOverridden_only_when_the_check_digit_is_the_only_fault(string input, bool mayBeOverridden) =>
        TaxCode.Validate(input, Today).MayBeOverridden.ShouldBe(mayBeOverridden);

    [Fact]
    public void Validate_accepts_every_code_with_its_check_digit() =>
        ValidCodes.Sample(static code => TaxCode.Validate(code, Today).Valid);

    [Fact]
    public void Validate_finds_every_wrong_digit() =>
        Gen.Select(ValidCodes, Gen.Int[0, 9], Gen.Int[1, 9]).Sample(static (code, place, shift) =>
        {
            var wrong = code.ToCharArray();
            wrong[place] = (char)('0' + ((wrong[place] - '0' + shift) % 10));
            return !TaxCode.Validate(new string(wrong), Today).Valid;
        });

    [Fact]
    public void Validate_finds_every_swap_of_neighbours() =>
        Gen.Select(ValidCodes, Gen.Int[0, 8])
            .Where(static (code, place) => code[place] != code[place + 1])
            .Sample(static (code, place) =>
            {
                var swapped = code.ToCharArray();
                (swapped[place], swapped[place + 1]) = (swapped[place + 1], swapped[place]);
                return !TaxCode.Validate(new string(swapped), Today).Valid;
            });

    [Fact]
    public void Validate_of_a_normalized_code_changes_nothing() =>
        ValidCodes.Sample(static code =>
        {
            var branch = TaxCode.Validate(code + "001", Today);
            return TaxCode.Validate(branch.Normalized, Today) == branch;
        });

    [Theory]
    [InlineData("062190000123", "062******123")]
    [InlineData("6100123454", "6100123454")]
    [InlineData("0312687878-001", "0312687878-001")]
    public void Mask_hides_a_person_and_nobody_else(string normalized, string shown) =>
        TaxCode.Mask(normalized).ShouldBe(shown);
}

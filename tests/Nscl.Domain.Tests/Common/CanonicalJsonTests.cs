using System.Text.Json;
using Nscl.Domain.Common;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Common;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Canonicalize_when_names_are_out_of_order_sorts_them_by_utf16_code_unit()
    {
        // The example of RFC 8785 §3.2.3: by code point the emoji would stand last, by code unit the Hebrew letter does.
        const string Unsorted = """
            { "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis" }
            """;

        CanonicalJson.Canonicalize(Unsorted).ShouldBe(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
            + "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    [Theory]
    [InlineData("""{"a":1,"A":2,"aa":3,"":4}""", """{"":4,"A":2,"a":1,"aa":3}""")]
    [InlineData("""{ "b" : [ 3 , 1 , 2 ] , "a" : { "d" : null , "c" : true } }""", """{"a":{"c":true,"d":null},"b":[3,1,2]}""")]
    [InlineData("[ ]", "[]")]
    [InlineData("{ }", "{}")]
    [InlineData("false", "false")]
    public void Canonicalize_when_written_loosely_keeps_only_what_is_said(string json, string canonical) =>
        CanonicalJson.Canonicalize(json).ShouldBe(canonical);

    [Theory]
    [InlineData(@"""\u0000\u0001\u001f""", @"""\u0000\u0001\u001f""")]
    [InlineData(@"""\u000B\u001F""", @"""\u000b\u001f""")]
    [InlineData(@"""\b\t\n\f\r""", @"""\b\t\n\f\r""")]
    [InlineData(@"""\u0008\u0009\u000a\u000c\u000d""", @"""\b\t\n\f\r""")]
    [InlineData(@"""\"" \\ \/""", @"""\"" \\ /""")]
    [InlineData(@"""<&>'+\u003c""", @"""<&>'+<""")]
    [InlineData(@"""\u007f\u2028\u2029""", "\"\u007f\u2028\u2029\"")]
    [InlineData(@"""H\u1ec7 th\u1ed1ng""", @"""Hệ thống""")]
    [InlineData(@"""\ud83d\ude00""", @"""😀""")]
    public void Canonicalize_when_text_needs_escapes_writes_the_shortest(string json, string canonical) =>
        CanonicalJson.Canonicalize(json).ShouldBe(canonical);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("45000000", "45000000")]
    [InlineData("-1", "-1")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-9007199254740991", "-9007199254740991")]
    public void Canonicalize_when_a_number_is_an_exact_integer_writes_its_digits(string json, string canonical) =>
        CanonicalJson.Canonicalize(json).ShouldBe(canonical);

    [Theory]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("99999999999999999999")]
    [InlineData("0.5")]
    [InlineData("1e400")]
    [InlineData(@"""\ud800""")]
    [InlineData(@"""\udc00\ud800""")]
    [InlineData("""{"a":1,"a":1}""")]
    public void Canonicalize_when_the_value_has_no_one_form_refuses(string json) =>
        Should.Throw<JsonException>(() => CanonicalJson.Canonicalize(json));

    [Fact]
    public void Serialize_when_a_text_has_half_a_character_refuses_instead_of_replacing_it()
    {
        Should.Throw<JsonException>(() => CanonicalJson.Serialize("ISO \ud800 22000"));
        Should.Throw<JsonException>(() => CanonicalJson.Serialize(new Dictionary<string, string> { ["\udc00"] = "x" }));
    }

    [Fact]
    public void Serialize_when_money_dates_and_enums_are_given_writes_integers_and_words() =>
        CanonicalJson.Serialize(new { Cap = new Money(45_000_000), On = new DateOnly(2022, 10, 3), Day = DayOfWeek.Monday, None = (string?)null })
            .ShouldBe("""{"cap":45000000,"day":"monday","on":"2022-10-03"}""");

    [Fact]
    public void Hash_when_given_the_canonical_text_is_its_sha256_in_lower_case() =>
        // FIPS 180-2: SHA-256 of "abc".
        CanonicalJson.Hash("abc").ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

using CsCheck;
using Nscl.Domain.Amounts;
using Nscl.Domain.Common;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Amounts;

public sealed class AmountSpellerTests
{
    private static readonly Gen<long> Amounts = Gen.OneOf(
        Gen.Long[0, 10_000],
        Gen.Long[0, Money.MaxValue],
        // Round amounts, as people grant them: most of their groups are zero.
        Gen.Select(Gen.Long[1, 9_999], Gen.Int[0, 11], static (digits, zeros) => digits * (long)Math.Pow(10, zeros)));

    [Theory]
    [CsvData("Amounts/amounts-in-words.csv")]
    public void Spell_follows_the_reference(long amount, SpellingProfile profile, string words) =>
        AmountSpeller.Spell(new Money(amount), profile).ShouldBe(words);

    [Fact]
    [SourceFact("S2.20")]
    public void Spell_when_asked_for_the_plan_of_2019_writes_its_very_words() =>
        AmountSpeller.Spell(new Money(491_300_000), SpellingProfile.TayNinh2019)
            .ShouldBe("Bốn trăm chín mươi một triệu ba trăm ngàn đồng");

    [Fact]
    public void Spell_when_negative_says_so_first() =>
        AmountSpeller.Spell(new Money(-2_500_000)).ShouldBe("Âm hai triệu năm trăm nghìn đồng");

    [Theory]
    [InlineData(Money.MaxValue, "Chín triệu tỷ đồng")]
    [InlineData(-Money.MaxValue, "Âm chín triệu tỷ đồng")]
    [InlineData(
        Money.MaxValue - 1,
        "Tám triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu "
        + "chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng")]
    public void Spell_reaches_the_ends_of_the_range(long amount, string words) =>
        AmountSpeller.Spell(new Money(amount)).ShouldBe(words);

    [Theory]
    [InlineData(SpellingProfile.Standard)]
    [InlineData(SpellingProfile.South)]
    [InlineData(SpellingProfile.TayNinh2019)]
    public void Spell_can_be_read_back(SpellingProfile profile) =>
        Amounts.Sample(amount => AmountReader.Read(AmountSpeller.Spell(new Money(amount), profile)) == amount);

    [Fact]
    public void Spell_uses_only_the_words_of_its_profile() =>
        Amounts.Sample(static amount =>
        {
            var standard = AmountSpeller.Spell(new Money(amount)).Split(' ');
            var south = AmountSpeller.Spell(new Money(amount), SpellingProfile.South).Split(' ');
            return !standard.Intersect(["ngàn", "lẻ"]).Any() && !south.Intersect(["nghìn", "linh"]).Any();
        });

    [Theory]
    [InlineData("Bốn trăm chín mươi mốt triệu ba trăm nghìn đồng")]
    [InlineData("bốn trăm chín mươi mốt triệu  ba trăm ngàn đồng.")]
    [InlineData("Bốn trăm chín mươi một triệu ba trăm ngàn đồng")]
    public void IsSpellingOf_takes_every_accepted_spelling(string words) =>
        AmountSpeller.IsSpellingOf(words, new Money(491_300_000)).ShouldBeTrue();

    [Theory]
    [InlineData("Bốn trăm chín mươi mốt triệu ba trăm linh một nghìn đồng")]
    [InlineData("Bon tram chin muoi mot trieu ba tram nghin dong")]
    [InlineData("")]
    public void IsSpellingOf_when_another_amount_or_no_words_refuses(string words) =>
        AmountSpeller.IsSpellingOf(words, new Money(491_300_000)).ShouldBeFalse();
}

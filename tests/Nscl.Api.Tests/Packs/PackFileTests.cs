using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nscl.Domain.Amounts;
using Nscl.Domain.Common;
using Nscl.TestSupport;
using NJsonSchema;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Packs;

/// <summary>The packs in <c>packs/</c> as files: true to their schema and complete with regard to their source documents.</summary>
public sealed partial class PackFileTests
{
    private static readonly string PackFolder = FindPackFolder();

    public static TheoryData<string> PackKeys => [.. Directory.EnumerateFiles(PackFolder, "*.json").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(PackKeys))]
    public async Task Validate_when_shipped_finds_no_error(string key) =>
        (await Schema()).Validate(await Text(key)).ShouldBeEmpty();

    [Theory]
    [InlineData("\"key\": \"KT2021\"", "\"key\": \"KT2021\", \"surprise\": 1")]
    [InlineData("\"code\": \"P50-CERT\"", "\"code\": \"P50-CERT\", \"surprise\": 1")]
    [InlineData("\"capUnit\": \"system\"", "\"capUnit\": \"enterprise\"")]
    [InlineData("\"rate\": 5000", "\"rate\": 10001")]
    [InlineData("\"rate\": 5000", "\"rate\": \"5000\"")]
    [InlineData("\"cap\": 45000000", "\"cap\": -1")]
    [InlineData("\"effectiveFrom\": \"2021-01-01\"", "\"effectiveFrom\": \"2021-02-30\"")]
    [InlineData("\"packVersion\": 1", "\"packVersion\": 2")]
    public async Task Validate_when_a_value_is_wrong_finds_it(string right, string wrong)
    {
        var pack = await Text("KT2021");
        pack.ShouldContain(right);

        (await Schema()).Validate(pack.Replace(right, wrong, StringComparison.Ordinal)).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(PackKeys))]
    public async Task Texts_are_composed_and_the_English_ones_carry_no_Vietnamese_letters(string key)
    {
        var pack = await Text(key);

        pack.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
        Strings(JsonNode.Parse(pack)!)
            .Where(static entry => entry.Name.EndsWith("En", StringComparison.Ordinal) || entry.Name == "en")
            .Where(static entry => entry.Value.Any(static letter => char.IsLetter(letter) && !char.IsAscii(letter)))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("KT2021", "S3", 67)]
    [InlineData("TN2019", "S2", 32)]
    public async Task Facts_of_the_source_document_are_all_carried(string key, string document, int count)
    {
        var carried = Strings(await Pack(key)).Where(static entry => entry.Name == "facts").Select(static entry => entry.Value).ToHashSet(StringComparer.Ordinal);

        Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{document}.{number}"))
            .Except(carried, StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>Fact numbers are for tests and documentation; everything outside <c>facts</c> may reach a screen.</summary>
    [Theory]
    [MemberData(nameof(PackKeys))]
    public async Task Fact_numbers_stand_in_facts_alone(string key) =>
        Strings(await Pack(key)).Where(static entry => entry.Name != "facts" && FactNumber().IsMatch(entry.Value)).ShouldBeEmpty();

    [Theory]
    [SourceFact("S3.39", "S3.40", "S3.41", "S3.42", "S3.43", "S3.44", "S3.45", "S3.46", "S3.47")]
    [InlineData("P100-COMM", 10000, null, null, "stateRun", "Mục III.2.1")]
    [InlineData("P100-MGMT", 10000, null, null, "stateRun", "Mục III.2.1")]
    [InlineData("P100-IP", 10000, 10_000_000L, "productOrService", "reimbursement", "Mục III.2.1")]
    [InlineData("P100-BARCODE", 10000, 10_000_000L, "product", "reimbursement", "Mục III.2.1")]
    [InlineData("P50-TRACE-GAP", 5000, 45_000_000L, "system", "reimbursement", "Mục III.2.2")]
    [InlineData("P50-DIGITAL", 5000, 30_000_000L, "product", "reimbursement", "Mục III.2.2")]
    [InlineData("P50-CERT", 5000, 45_000_000L, "system", "reimbursement", "Mục III.2.2")]
    public async Task Policy_of_KT2021_has_the_rates_and_caps_of_the_plan(string code, int rate, long? cap, string? capUnit, string fundingMode, string clause)
    {
        var item = (await Policy("KT2021")).Single(item => (string?)item["code"] == code);

        ((int?)item["rate"]).ShouldBe(rate);
        ((long?)item["cap"]).ShouldBe(cap);
        ((string?)item["capUnit"]).ShouldBe(capUnit);
        ((string?)item["fundingMode"]).ShouldBe(fundingMode);
        ((string?)item["legalBasis"]!["clause"]).ShouldBe(clause);
        item["notStated"].ShouldBeNull();
    }

    [Fact]
    [SourceFact("S2.13", "S2.14", "S2.15", "S2.16", "S2.17")]
    public async Task Policy_of_TN2019_states_quantities_and_no_amounts()
    {
        var items = (await Policy("TN2019")).ToDictionary(static item => (string)item["code"]!, StringComparer.Ordinal);

        items.Values.ShouldAllBe(static item => item["rate"] == null && item["cap"] == null && item["fixedAmount"] == null && item["notStated"]!.AsArray().Count > 0);
        int Quantity(string code) => (int)items[code]["quota"]!["quantity"]!;
        Quantity("TN-SYSTEM").ShouldBe(5);
        Quantity("TN-TOOL").ShouldBe(2);
        Quantity("TN-CONFORMITY").ShouldBe(2);
        Quantity("TN-COMPANY-STANDARD").ShouldBe(4);
        Quantity("TN-AWARD").ShouldBe(3);
    }

    [Theory]
    [SourceFact("S2.9", "S2.10", "S2.11")]
    [InlineData("1", 14, true)]
    [InlineData("2", 12, false)]
    public async Task Tasks_of_TN2019_have_co_ordinators_of_their_own(string code, int coordinators, bool withMedia)
    {
        var task = (await Program("TN2019"))["tasks"]!.AsArray().Single(task => (string?)task!["code"] == code)!;

        var agencies = task["coordinators"]!.AsArray().Select(static agency => (string)agency!).ToList();
        agencies.Count.ShouldBe(coordinators);
        agencies.Contains("radioTelevision").ShouldBe(withMedia);
        agencies.Contains("newspaper").ShouldBe(withMedia);
        ((string?)task["leadAgency"]).ShouldBe("departmentOfScienceAndTechnology");
    }

    [Fact]
    [SourceFact("S2.20")]
    public async Task Budget_of_TN2019_reads_the_same_in_figures_and_in_words()
    {
        var total = (await Program("TN2019"))["funding"]!["budgetTotal"]!;

        ((string?)total["spellingProfile"]).ShouldBe("tayNinh2019");
        AmountSpeller.Spell(new Money((long)total["amount"]!), SpellingProfile.TayNinh2019).ShouldBe((string?)total["words"]);
    }

    /// <summary>Trap 11 of the domain reference: the denominator of "8/10 districts" depends on the date.</summary>
    [Theory]
    [SourceFact("S4.19")]
    [InlineData("2014-12-31", 9)]
    [InlineData("2022-12-31", 10)]
    [InlineData("2025-06-30", 10)]
    [InlineData("2025-07-01", 0)]
    public async Task Districts_of_Kon_Tum_are_counted_as_of_a_date(string asOf, int count)
    {
        static bool Holds(JsonNode unit, string date) =>
            string.CompareOrdinal((string?)unit["validFrom"] ?? "", date) <= 0 && string.CompareOrdinal((string?)unit["validTo"] ?? "9999", date) >= 0;

        (await Pack("konTum"))["adminUnits"]!.AsArray()
            .Count(unit => (string?)unit!["level"] == "district" && Holds(unit, asOf)).ShouldBe(count);
    }

    [Fact]
    public async Task Communes_of_Kon_Tum_all_have_exactly_one_successor()
    {
        var pack = await Pack("konTum");
        var communes = pack["adminUnits"]!.AsArray().Where(static unit => (string?)unit!["level"] == "commune").ToLookup(static unit => (string)unit!["province"]!, static unit => (string)unit!["code"]!);
        var successions = pack["adminUnitSuccessions"]!.AsArray();

        // 102 communes, wards and townships became 40 (domain-reference §4.6).
        communes["konTum"].Count().ShouldBe(102);
        communes["quangNgai"].Count().ShouldBe(40);
        successions.SelectMany(static succession => succession!["from"]!.AsArray()).Select(static code => (string)code!).ShouldBe(communes["konTum"], ignoreOrder: true);
        successions.SelectMany(static succession => succession!["to"]!.AsArray()).Select(static code => (string)code!).ShouldBe(communes["quangNgai"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("KT2021", "konTum")]
    [InlineData("TN2019", "tayNinh")]
    public async Task Agencies_that_a_program_names_are_in_its_province_or_national(string key, string province)
    {
        var known = (await Pack(province))["agencies"]!.AsArray().Concat((await Pack("reference-vn"))["agencies"]!.AsArray())
            .Where(agency => (string?)agency!["province"] is null || (string?)agency["province"] == province)
            .Select(static agency => (string)agency!["code"]!).ToHashSet(StringComparer.Ordinal);
        string[] naming = ["leadAgency", "coordinators", "agencies", "coordinatesWith", "issuer", "escalatesTo", "establishedBy", "approvedBy", "agency", "budgetHolder"];

        Strings((await Program(key)).DeepClone()).Where(entry => naming.Contains(entry.Name) && CamelCase().IsMatch(entry.Value))
            .Select(static entry => entry.Value).Except(known, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task Holidays_on_a_weekend_have_a_day_off_in_lieu_in_the_same_year()
    {
        var days = (await Pack("reference-vn"))["holidays"]!.AsArray()
            .Select(static day => (Date: DateOnly.Parse((string)day!["date"]!, CultureInfo.InvariantCulture), Kind: (string)day["kind"]!, Substitute: (bool?)day["substitute"] ?? false)).ToList();

        days.Where(static day => day.Kind == "makeUpWorkingDay").ShouldAllBe(static day => Weekend(day.Date));
        days.Where(static day => day.Substitute).ShouldAllBe(static day => !Weekend(day.Date));
        foreach (var year in days.GroupBy(static day => day.Date.Year))
        {
            var madeUp = year.Count(static day => day.Kind == "makeUpWorkingDay");
            year.Count(static day => day.Substitute).ShouldBe(year.Count(static day => day.Kind == "holiday" && Weekend(day.Date)) + madeUp, year.Key.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static bool Weekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static Task<JsonSchema> Schema() => JsonSchema.FromFileAsync(Path.Combine(PackFolder, "schema", "pack.v1.schema.json"), TestContext.Current.CancellationToken);

    private static Task<string> Text(string key) => File.ReadAllTextAsync(Path.Combine(PackFolder, key + ".json"), TestContext.Current.CancellationToken);

    private static async Task<JsonNode> Pack(string key) => JsonNode.Parse(await Text(key))!;

    private static async Task<JsonNode> Program(string key) => (await Pack(key))["programs"]!.AsArray().Single()!;

    private static async Task<IEnumerable<JsonNode>> Policy(string key) =>
        (await Program(key))["policyVersions"]!.AsArray().Single()!["items"]!.AsArray().Select(static item => item!);

    /// <summary>Every string below a node with the name of the property (or of the array's property) that holds it.</summary>
    private static IEnumerable<(string Name, string Value)> Strings(JsonNode node, string name = "") => node switch
    {
        JsonObject entries => entries.Where(static entry => entry.Value is not null).SelectMany(static entry => Strings(entry.Value!, entry.Key)),
        JsonArray items => items.Where(static item => item is not null).SelectMany(item => Strings(item!, name)),
        JsonValue value when value.TryGetValue(out string? text) => [(name, text)],
        _ => [],
    };

    private static string FindPackFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "packs", "schema", "pack.v1.schema.json")))
            {
                return Path.Combine(folder.FullName, "packs");
            }
        }

        throw new DirectoryNotFoundException("No packs folder above the test program.");
    }

    [GeneratedRegex(@"\bS[0-4]\.\d{1,2}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FactNumber();

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CamelCase();
}

using System.Net;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Packs;

/// <summary>Who reads and imports which pack, and what comes out again.</summary>
public sealed class PackAccessTests(PacksFixture fixture) : ApiTests<PacksFixture>(fixture)
{
    [Theory]
    [InlineData("admin", new[] { "KT2021", "konTum", "reference-vn" })]
    [InlineData("auditor", new[] { "KT2021", "konTum", "reference-vn" })]
    [InlineData("officer.tayninh", new[] { "TN2019", "reference-vn", "tayNinh" })]
    public async Task List_when_asked_shows_the_own_province_and_the_nation(string userName, string[] keys)
    {
        var packs = await (await SignInAsync(userName)).GetJsonAsync("/api/v1/packs");

        packs.GetProperty("items").EnumerateArray().Select(static pack => pack.GetProperty("key").GetString()).ShouldBe(keys, ignoreOrder: true);
    }

    [Fact]
    public async Task List_says_what_a_pack_holds_and_what_administrators_must_check()
    {
        var packs = await (await SignInAsync("admin")).GetJsonAsync("/api/v1/packs?sort=-key&limit=1&count=true");
        packs.GetProperty("count").GetInt32().ShouldBe(3);

        var pack = packs.GetProperty("items")[0];
        pack.GetProperty("key").GetString().ShouldBe("reference-vn");
        pack.GetProperty("lists").EnumerateArray().ShouldContain(static list => list.GetProperty("list").GetString() == "holidays" && list.GetProperty("count").GetInt32() == 115);
        pack.GetProperty("notes").GetArrayLength().ShouldBe(3);

        var next = await (await SignInAsync("admin")).GetJsonAsync("/api/v1/packs?sort=-key&limit=1&cursor=" + packs.GetProperty("nextCursor").GetString());
        next.GetProperty("items")[0].GetProperty("key").GetString().ShouldBe("KT2021");
    }

    [Theory]
    [InlineData("?limit=0", "?limit input.outOfRange")]
    [InlineData("?limit=101", "?limit input.outOfRange")]
    [InlineData("?sort=size", "?sort input.unknownSort")]
    [InlineData("?cursor=abc", "?cursor input.cursor")]
    [InlineData("?colour=red", "?colour input.unknownField")]
    public async Task List_when_a_parameter_is_wrong_names_it(string query, string fault)
    {
        var answer = await (await SignInAsync("admin")).GetAsync("/api/v1/packs" + query, Stop);

        (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe([fault]);
    }

    [Theory]
    [InlineData("admin", "TN2019")]
    [InlineData("officer.tayninh", "KT2021")]
    [InlineData("admin", "nothing")]
    public async Task Export_when_the_pack_is_not_visible_is_not_found(string userName, string key) =>
        await (await (await SignInAsync(userName)).GetAsync("/api/v1/packs/" + key, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "pack.notFound");

    [Theory]
    [InlineData("reference-vn")]
    [InlineData("konTum")]
    [InlineData("KT2021")]
    public async Task Export_when_imported_again_changes_nothing_and_always_gives_the_same_bytes(string key)
    {
        var admin = await SignInAsync("admin");
        var answer = await admin.GetAsync("/api/v1/packs/" + key, Stop);
        var exported = await answer.Content.ReadAsByteArrayAsync(Stop);

        JsonNode.DeepEquals(JsonNode.Parse(exported), PackFiles.Pack(key)).ShouldBeTrue("the export says what the file says");
        answer.ETagOf().ShouldBe($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(exported))}\"");
        var again = await admin.PostJsonAsync("/api/v1/packs/imports", System.Text.Encoding.UTF8.GetString(exported), idempotencyKey: Guid.CreateVersion7().ToString());
        (await again.JsonAsync()).GetProperty("changed").GetBoolean().ShouldBeFalse();
        (await admin.GetByteArrayAsync("/api/v1/packs/" + key, Stop)).ShouldBe(exported);
    }

    [Fact]
    public async Task Export_when_the_caller_has_it_already_is_not_sent_again()
    {
        var admin = await SignInAsync("admin");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/packs/KT2021");
        request.Headers.IfNoneMatch.Add(new((await admin.GetAsync("/api/v1/packs/KT2021", Stop)).ETagOf()));

        (await admin.SendAsync(request, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("officer")]
    [InlineData("director")]
    [InlineData("auditor")]
    [InlineData("enterprise")]
    public async Task Import_when_the_permission_is_missing_is_refused(string userName)
    {
        var client = await SignInAsync(userName);

        await (await client.PostJsonAsync("/api/v1/packs/imports", PackFiles.Text("KT2021"), idempotencyKey: Guid.CreateVersion7().ToString())).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
        await (await client.PostJsonAsync("/api/v1/packs/diffs", PackFiles.Text("KT2021"))).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
    }

    [Fact]
    public async Task Import_without_a_key_is_refused() =>
        await (await (await SignInAsync("admin")).PostJsonAsync("/api/v1/packs/imports", PackFiles.Text("KT2021"))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency.keyRequired");

    [Theory]
    [InlineData("[]", " input.wrongType")]
    [InlineData("{}", "/key input.required")]
    [InlineData("""{"key":1,"key":2}""", "/key input.duplicateField")]
    [InlineData("""{"key":"a\u0000b"}""", "/key input.nulCharacter")]
    [InlineData("""{"key":"\ud800"}""", "/key input.brokenText")]
    [InlineData("""{"key":""", " input.malformedJson")]
    public async Task Import_when_the_body_is_no_pack_says_so(string body, string fault)
    {
        var answer = await (await SignInAsync("admin")).PostJsonAsync("/api/v1/packs/imports", body, idempotencyKey: Guid.CreateVersion7().ToString());

        (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldContain(fault);
    }

    /// <summary>An entry belongs to the pack that brought it; another province above all cannot change it.</summary>
    [Theory]
    [InlineData("agencies", """{"code":"peoplesCommittee","nameVi":"Khác","nameEn":"Other","source":{"verification":"unverified"},"province":"tayNinh","shortName":"X","kind":"peoplesCommittee","validFrom":null,"validTo":null,"successors":[]}""", "/agencies/0 pack.belongsToAnotherPack")]
    [InlineData("adminUnits", """{"code":"703","nameVi":"Khác","nameEn":"Other","source":{"verification":"unverified"},"province":"tayNinh","level":"district","kind":"city","parent":null,"validFrom":null,"validTo":null}""", "/adminUnits/0 pack.belongsToAnotherPack")]
    [InlineData("provinces", """{"code":"tayNinh","nameVi":"Tỉnh Tây Ninh","nameEn":"Tay Ninh Province","source":{"verification":"unverified"},"shortName":"Tây Ninh","officialCodes":[{"code":"72","from":null,"to":"2025-06-30","legalBasis":"124/2004/QĐ-TTg"},{"code":"80","from":"2025-07-01","to":null,"legalBasis":"19/2025/QĐ-TTg"}],"validFrom":null,"validTo":null,"successor":{"province":"konTum","on":"2020-01-01","legalBasis":"1/QĐ"}}""", "/provinces/0/successor pack.belongsToAnotherPack")]
    [InlineData("provinces", """{"code":"tayNinh","nameVi":"Khác","nameEn":"Other","source":{"verification":"unverified"},"shortName":"X","officialCodes":[],"validFrom":null,"validTo":null,"successor":{"province":"konTum","on":"2020-01-01","legalBasis":"1/QĐ"}}""", "/provinces/0/successor pack.heirOfForeignProvince")]
    [InlineData("documentKinds", """{"code":"D01","nameVi":"Khác","nameEn":"Other","source":{"verification":"unverified"},"stage":"application","requirement":"always","condition":null,"verification":"unverified"}""", "/documentKinds/0 pack.belongsToAnotherPack")]
    public async Task Import_when_it_changes_what_another_pack_brought_is_refused(string list, string entry, string fault)
    {
        var pack = Small("intruder");
        pack["legalDocuments"] = new JsonArray(new JsonObject { ["number"] = "124/2004/QĐ-TTg" }, new JsonObject { ["number"] = "19/2025/QĐ-TTg" }, new JsonObject { ["number"] = "1/QĐ" });
        pack[list] = new JsonArray(JsonNode.Parse(entry));

        var answer = await (await SignInAsync("admin")).PostJsonAsync("/api/v1/packs/imports", pack.ToJsonString(), idempotencyKey: Guid.CreateVersion7().ToString());

        (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldContain(fault);
        (await Database.ScalarAsAdminAsync("SELECT count(*) FROM packs WHERE key = 'intruder'")).ShouldBe(0L);
        (await Database.ScalarAsAdminAsync("SELECT count(*) FROM province_successions WHERE predecessor = 'tayNinh'")).ShouldBe(0L);
    }

    [Fact]
    public async Task Import_when_another_province_holds_the_key_is_refused()
    {
        var answer = await (await SignInAsync("admin")).PostJsonAsync("/api/v1/packs/imports", Small("TN2019").ToJsonString(), idempotencyKey: Guid.CreateVersion7().ToString());

        await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "pack.keyTaken");
    }

    private static JsonObject Small(string key) => new()
    {
        ["packVersion"] = 1,
        ["key"] = key,
        ["title"] = "Gói thử",
        ["titleEn"] = "Test pack",
        ["province"] = "konTum",
    };
}

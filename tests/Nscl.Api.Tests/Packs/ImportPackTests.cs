using System.Net;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Packs;

public sealed class ImportPackTests(PacksFixture fixture) : ApiTests<PacksFixture>(fixture)
{
    private const string Imports = "/api/v1/packs/imports";

    [Theory]
    [InlineData("reference-vn")]
    [InlineData("konTum")]
    [InlineData("KT2021")]
    public async Task Import_when_the_pack_is_installed_already_changes_no_row_and_leaves_no_trace(string key)
    {
        var admin = await SignInAsync("admin");
        var before = await RowsAsync();

        var answer = await admin.PostJsonAsync(Imports, PackFiles.Text(key), idempotencyKey: Guid.CreateVersion7().ToString());

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        (await answer.JsonAsync()).GetProperty("changed").GetBoolean().ShouldBeFalse();
        (await RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Import_when_properties_come_in_another_order_changes_nothing()
    {
        static JsonNode? Reversed(JsonNode? node) => node switch
        {
            JsonObject entries => new JsonObject(entries.Reverse().Select(static entry => KeyValuePair.Create(entry.Key, Reversed(entry.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Reversed)]),
            _ => node?.DeepClone(),
        };
        var admin = await SignInAsync("admin");
        var before = await RowsAsync();

        var answer = await admin.PostJsonAsync(Imports, Reversed(PackFiles.Pack("KT2021"))!.ToJsonString(), idempotencyKey: Guid.CreateVersion7().ToString());

        (await answer.JsonAsync()).GetProperty("changed").GetBoolean().ShouldBeFalse();
        (await RowsAsync()).ShouldBe(before);
    }

    /// <summary>Each fault in turn, alone: the list names exactly it, where it stands.</summary>
    [Theory]
    [InlineData("/programs/0/surprise", "1", "/programs/0/surprise input.unknownField")]
    [InlineData("/programs/0/policyVersions/0/items/2/surprise", "1", "/programs/0/policyVersions/0/items/2/surprise input.unknownField")]
    [InlineData("/programs/0/policyVersions/0/items/2/rate", "10001", "/programs/0/policyVersions/0/items/2/rate input.tooLarge")]
    [InlineData("/programs/0/policyVersions/0/items/2/rate", "\"5000\"", "/programs/0/policyVersions/0/items/2/rate input.wrongType")]
    [InlineData("/programs/0/policyVersions/0/items/2/rate", "50.5", "/programs/0/policyVersions/0/items/2/rate input.wrongType")]
    [InlineData("/programs/0/policyVersions/0/items/2/capUnit", "\"enterprise\"", "/programs/0/policyVersions/0/items/2/capUnit input.unknownValue")]
    [InlineData("/programs/0/policyVersions/0/effectiveFrom", "\"2021-02-30\"", "/programs/0/policyVersions/0/effectiveFrom input.wrongType")]
    [InlineData("/programs/0/title", "\"\"", "/programs/0/title input.tooShort")]
    [InlineData("/programs/0/signature/surprise", "1", "/programs/0/signature/surprise input.unknownField")]
    [InlineData("/packVersion", "2", "/packVersion input.unknownValue")]
    [InlineData("/province", "\"tayNinh\"", null)]
    [InlineData("/requires/1", "\"nowhere\"", "/requires/1 pack.requiredPackMissing")]
    [InlineData("/programs/0/tasks/1/leadAgency", "\"departmentOfMagic\"", "/programs/0/tasks/1/leadAgency pack.unknownReference")]
    [InlineData("/programs/0/tasks/1/coordinators/0", "\"departmentOfMagic\"", "/programs/0/tasks/1/coordinators/0 pack.unknownReference")]
    [InlineData("/programs/0/policyVersions/0/items/6/requiredDocuments/0/kind", "\"D99\"", "/programs/0/policyVersions/0/items/6/requiredDocuments/0/kind pack.unknownReference")]
    [InlineData("/programs/0/submission/requiredDocuments/0", "\"D99\"", "/programs/0/submission/requiredDocuments/0 pack.unknownReference")]
    [InlineData("/programs/0/prioritySectors/0", "\"tea\"", "/programs/0/prioritySectors/0 pack.unknownReference")]
    [InlineData("/programs/0/targets/0/unit", "\"bushel\"", "/programs/0/targets/0/unit pack.unknownReference")]
    [InlineData("/programs/0/policyVersions/0/items/3/code", "\"P100-IP\"", "/programs/0/policyVersions/0/items/2 policy.duplicateItem")]
    [InlineData("/programs/0/policyVersions/0/effectiveTo", "\"2020-12-31\"", "/programs/0/policyVersions/0 policy.endsBeforeItStarts")]
    [InlineData("/programs/0/targets/1/code", null, "/programs/0/targets/1 program.duplicateCode")]
    [InlineData("/prioritySectors/1/code", "\"coffee\"", "/prioritySectors/1 pack.duplicateEntry")]
    public async Task Import_when_tampered_names_the_fault_and_changes_nothing(string pointer, string? value, string? fault)
    {
        var admin = await SignInAsync("admin");
        var pack = PackFiles.Altered("KT2021", pack =>
        {
            var cut = pointer.LastIndexOf('/');
            var owner = pack.At(pointer[..cut]);
            var replacement = value is null ? pack.At("/programs/0/targets/0/code").DeepClone() : JsonNode.Parse(value);
            if (owner is JsonArray items)
            {
                items[int.Parse(pointer[(cut + 1)..], System.Globalization.CultureInfo.InvariantCulture)] = replacement;
            }
            else
            {
                owner[pointer[(cut + 1)..]] = replacement;
            }
        });
        var before = await RowsAsync();

        var answer = await admin.PostJsonAsync(Imports, pack, idempotencyKey: Guid.CreateVersion7().ToString());

        if (fault is null)
        {
            await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "pack.foreignProvince");
        }
        else
        {
            (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldContain(fault);
        }

        (await RowsAsync()).ShouldBe(before);
    }

    /// <summary>Row version and content hash of every table that an import may touch, the audit trail included.</summary>
    private async Task<string> RowsAsync()
    {
        string[] tables = ["packs", "pack_entries", "provinces", "province_successions", "admin_units", "admin_unit_successions", "agencies", "calendar_days", "standards", "management_systems", "reference_items", "support_programs", "policy_versions", "audit_entries"];
        var rows = new List<string>();
        foreach (var table in tables)
        {
            rows.Add($"{table}: {await Database.ScalarAsAdminAsync($"SELECT count(*) || ' ' || coalesce(md5(string_agg(xmin::text, ',' ORDER BY ctid)), '') FROM {table}")}");
        }

        return string.Join('\n', rows);
    }
}

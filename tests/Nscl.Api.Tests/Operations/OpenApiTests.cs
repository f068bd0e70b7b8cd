using System.Text.Json.Nodes;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Operations;

/// <summary>The committed document is what the program says of itself, and says all of it (A1, A3, A4, A8).</summary>
public sealed class OpenApiTests(World world) : WorldTests(world)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];
    private static readonly string[] BoundedFormats = ["uuid", "date", "date-time", "binary", "uri"];

    [Fact]
    public async Task Committed_document_is_the_served_one()
    {
        using var anonymous = World.Clients.Anonymous();
        var served = JsonNode.Parse(await anonymous.GetStringAsync("/swagger/v1/swagger.json", Stop))!.AsObject();
        served.Remove("servers");
        var committed = Committed();
        committed.Remove("servers");

        JsonNode.DeepEquals(committed, served).ShouldBeTrue("src/Nscl.Api/openapi/nscl.v1.json is out of date: run scripts/update-openapi.");
    }

    [Fact]
    public void Routes_and_document_are_the_same_set() =>
        Operations().Select(static operation => operation.Name).Order(StringComparer.Ordinal)
            .ShouldBe(World.Operations.Select(static operation => $"{operation.Method.Method.ToLowerInvariant()} {operation.Route.TrimEnd('/')} {operation.Name}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_operation_says_what_it_is_what_it_needs_and_what_it_answers()
    {
        var faults = new List<string>();
        foreach (var (name, content) in Operations())
        {
            faults.AddRange(new[] { "operationId", "summary", "description" }.Where(member => string.IsNullOrWhiteSpace((string?)content[member])).Select(member => $"{name}: {member}"));
            if (content["tags"]?.AsArray().Count != 1)
            {
                faults.Add($"{name}: tags");
            }

            var isProtected = content["security"]!.AsArray().Any(static scheme => scheme!.AsObject().Count > 0);
            var responses = content["responses"]!.AsObject();
            string[] expected = isProtected ? ["400", "401", "403", "429", "500", "503"] : ["400", "429", "500", "503"];
            faults.AddRange(expected.Where(status => !responses.ContainsKey(status)).Select(status => $"{name}: {status}"));
            faults.AddRange(responses.Where(static response => response.Key is not ("204" or "304") && response.Value!["content"] is null).Select(response => $"{name}: {response.Key} without a body"));
        }

        faults.ShouldBeEmpty();
        Operations().Count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Everything_that_may_be_sent_has_a_limit()
    {
        var schemas = Committed()["components"]!["schemas"]!.AsObject();
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var (name, content) in Operations())
        {
            Visit(content["requestBody"], name);
            foreach (var parameter in content["parameters"]?.AsArray() ?? [])
            {
                Check(parameter!["schema"]!, $"{name} {parameter["name"]}");
            }
        }

        faults.ShouldBeEmpty();
        sent.Count.ShouldBeGreaterThan(15);
        ((int)schemas["EnterpriseInput"]!["properties"]!["name"]!["maxLength"]!).ShouldBe(Domain.Enterprises.Enterprise.NameMaxLength);
        ((int)schemas["SupportLineInput"]!["properties"]!["itemCode"]!["maxLength"]!).ShouldBe(Domain.Enrollments.SupportLine.ItemCodeMaxLength);

        void Visit(JsonNode? node, string at)
        {
            switch (node)
            {
                case JsonObject members:
                    if ((string?)members["$ref"] is { } reference && reference.Split('/')[^1] is var schema && sent.Add(schema))
                    {
                        foreach (var (property, value) in schemas[schema]!["properties"]?.AsObject() ?? [])
                        {
                            Check(value!, $"{schema}.{property}");
                        }

                        Visit(schemas[schema], schema);
                    }

                    foreach (var (_, value) in members)
                    {
                        Visit(value, at);
                    }

                    break;
                case JsonArray items:
                    foreach (var item in items)
                    {
                        Visit(item, at);
                    }

                    break;
                default:
                    break;
            }
        }

        void Check(JsonNode schema, string at)
        {
            var types = schema["type"] switch { JsonArray several => several.Select(static type => (string)type!).ToList(), { } one => [(string)one!], null => [] };
            if (types.Contains("string") && schema["maxLength"] is null && schema["enum"] is null && !BoundedFormats.Contains((string?)schema["format"]))
            {
                faults.Add(at + " without maxLength");
            }

            if (types.Contains("integer") && (schema["maximum"] is null || schema["minimum"] is null))
            {
                faults.Add(at + " without limits");
            }
        }
    }

    [Fact]
    public void Every_json_body_shows_an_example_that_fits_its_schema()
    {
        var document = Committed();
        var faults = new List<string>();
        var checkedCount = 0;
        foreach (var (name, content) in Operations())
        {
            var bodies = content["responses"]!.AsObject().Select(static response => (At: response.Key, Content: response.Value!["content"]))
                .Append((At: "request", Content: content["requestBody"]?["content"]));
            foreach (var (at, body) in bodies.SelectMany(static entry => entry.Content?.AsObject().Where(static media => media.Key.EndsWith("json", StringComparison.Ordinal)).Select(media => (entry.At, Media: media.Value!)) ?? []))
            {
                if (body["examples"]?.AsObject().FirstOrDefault().Value is not { } example)
                {
                    faults.Add($"{name} {at}: no example");
                    continue;
                }

                checkedCount++;
                faults.AddRange(JsonSchemaCheck.Faults(document, body["schema"]!, JsonSchemaCheck.Resolve(document, example)["value"]).Select(fault => $"{name} {at}: {fault}"));
            }
        }

        faults.ShouldBeEmpty();
        checkedCount.ShouldBeGreaterThan(400);
    }

    [Theory]
    [InlineData("""{"enterpriseId":7}""", 2)]
    [InlineData("""{"programCode":"KT2021","enterpriseId":"01890000-0000-7000-8000-000000000000","surprise":1}""", 1)]
    [InlineData("""{"programCode":"KT2021","enterpriseId":"01890000-0000-7000-8000-000000000000","channel":"pigeon"}""", 1)]
    [InlineData("""{"programCode":"KT2021","enterpriseId":"01890000-0000-7000-8000-000000000000","supportLines":[{}]}""", 3)]
    public void Example_that_does_not_fit_is_found(string example, int count)
    {
        var document = Committed();
        JsonSchemaCheck.Faults(document, JsonNode.Parse("""{"$ref":"#/components/schemas/CreateEnrollmentRequest"}""")!, JsonNode.Parse(example)).Count().ShouldBe(count);
    }

    private static List<(string Name, JsonObject Content)> Operations() =>
    [
        .. Committed()["paths"]!.AsObject().SelectMany(static path => path.Value!.AsObject()
            .Where(static operation => Methods.Contains(operation.Key))
            .Select(operation => ($"{operation.Key} {path.Key} {operation.Value!["operationId"]}", operation.Value!.AsObject()))),
    ];

    private static JsonObject Committed() => JsonNode.Parse(File.ReadAllText(RepositoryFiles.PathOf("src", "Nscl.Api", "openapi", "nscl.v1.json")))!.AsObject();
}

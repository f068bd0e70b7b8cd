using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Nscl.Api.Common;

/// <summary>
/// Every JSON body of the document shows one example of the demo (A6): requests by operation, answers by their schema, problems from the catalogue.
/// The examples are data, <c>openapi/examples.json</c>; tests hold them against the schemas.
/// </summary>
internal sealed class OpenApiExamples : IDocumentFilter
{
    private const string Name = "demo";
    private static readonly JsonObject Examples = Load();

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Components ??= new OpenApiComponents();
        swaggerDoc.Components.Examples ??= new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal);
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(static path => path.Operations?.Values.ToList() ?? []))
        {
            if (Json(operation.RequestBody?.Content) is { } request && Examples["requests"]![operation.OperationId!] is { } asked)
            {
                request.Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal) { [Name] = new OpenApiExample { Value = asked.DeepClone() } };
            }

            foreach (var (status, response) in operation.Responses ?? [])
            {
                if (Json(response.Content) is { } answer && ExampleOf(operation.OperationId!, status, answer) is var (key, value))
                {
                    swaggerDoc.Components.Examples.TryAdd(key, new OpenApiExample { Value = value });
                    answer.Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal) { [Name] = new OpenApiExampleReference(key, swaggerDoc) };
                }
            }
        }
    }

    private static (string Key, JsonNode Value)? ExampleOf(string operation, string status, OpenApiMediaType answer)
    {
        if (int.Parse(status, System.Globalization.CultureInfo.InvariantCulture) >= StatusCodes.Status400BadRequest)
        {
            return Examples["problems"]![status] is { } code ? ("Problem" + status, ProblemOf((string)code!)) : null;
        }

        var key = (answer.Schema as OpenApiSchemaReference)?.Reference.Id ?? operation;
        return Examples["answers"]![key] is { } value ? (key, value.DeepClone()) : null;
    }

    private static JsonObject ProblemOf(string code)
    {
        var entry = ProblemCatalogue.Find(code) ?? throw new InvalidOperationException($"The example {code} is not in the problem catalogue.");
        return new JsonObject
        {
            ["type"] = "https://nscl.example/api/v1/problem-codes/" + code,
            ["title"] = entry.TitleEn,
            ["status"] = entry.Status,
            ["detail"] = entry.DetailEn,
            ["instance"] = "/api/v1/enrollments",
            ["code"] = code,
            ["args"] = new JsonObject(),
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
            ["errors"] = code == "input.invalid"
                ? new JsonArray(new JsonObject { ["pointer"] = "/supportLines/0/eligibleCost", ["code"] = "input.required", ["args"] = new JsonObject(), ["detail"] = "The field is missing." })
                : null,
        };
    }

    private static OpenApiMediaType? Json(IDictionary<string, IOpenApiMediaType>? content) =>
        content?.FirstOrDefault(static body => body.Key is "application/json" or "application/problem+json").Value as OpenApiMediaType;

    private static JsonObject Load()
    {
        using var stream = typeof(OpenApiExamples).Assembly.GetManifestResourceStream("openapi-examples.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}

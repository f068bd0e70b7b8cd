using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Application.Packs;

namespace Nscl.Api.Packs;

internal static class PackEndpoints
{
    public static void MapPacks(this IEndpointRouteBuilder api)
    {
        var packs = api.MapGroup("/packs").WithTags("Packs");
        packs.MapGet("/", ListPacks)
            .UseCase(nameof(ListPacks), Permissions.PacksRead, "List packs", "The installed packs of the caller's provinces and the national ones, with what each holds and the remarks for administrators. Sort: `key`, `importedAt`.");
        packs.MapGet("/{key}", ExportPack)
            .UseCase(nameof(ExportPack), Permissions.PacksRead, "Export a pack", "The pack as it was imported, in its canonical form: the same content always gives the same bytes, and importing them changes nothing. The ETag is their SHA-256.")
            .Produces<JsonObject>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        packs.MapPost("/imports", ImportPack).TakesJson<JsonObject>()
            .UseCase(nameof(ImportPack), Permissions.PacksImport, "Import a pack", "Takes a pack (see `GET /api/v1/pack-schema`) completely or not at all. Every fault is named with its place. A pack that is installed already, word for word, changes nothing.")
            .NeedsIdempotencyKey();
        packs.MapPost("/diffs", DiffPack).TakesJson<JsonObject>()
            .UseCase(nameof(DiffPack), Permissions.PacksImport, "Compare a pack", "What an import of this pack would change, entry by entry. Refuses what the import would refuse; changes nothing.");
        api.MapGet("/pack-schema", GetPackSchema).WithTags("Packs")
            .UseCase(nameof(GetPackSchema), Permissions.PacksRead, "Format of packs", "The JSON Schema (draft-07) that every pack is checked against.")
            .Produces<JsonObject>().Produces(StatusCodes.Status304NotModified);
    }

    private static async Task<Ok<Page<PackDetails>>> ListPacks(ISender sender, CancellationToken cancellationToken, int limit = PageRequest.DefaultLimit, string? cursor = null, string? sort = null, bool count = false) =>
        TypedResults.Ok(await sender.Send(new ListPacksQuery(new PageRequest(limit, cursor, sort, count)), cancellationToken));

    private static async Task ExportPack(string key, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var pack = await sender.Send(new ExportPackQuery(key), cancellationToken);
        await TaggedBytes.WriteAsync(http, Encoding.UTF8.GetBytes(pack.Json), $"\"{pack.Sha256}\"", "private, no-cache");
    }

    private static async Task<Ok<PackImport>> ImportPack(PackBody body, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ImportPackCommand(body.Document), cancellationToken));

    private static async Task<Ok<PackDiff>> DiffPack(PackBody body, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new DiffPackQuery(body.Document), cancellationToken));

    private static Task GetPackSchema(HttpContext http, IPackSchema schema)
    {
        var bytes = Encoding.UTF8.GetBytes(schema.Text);
        return TaggedBytes.WriteAsync(http, bytes, $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))}\"", "private, max-age=3600");
    }

    /// <summary>A pack as it comes; its shape is checked by the schema, which names each unknown property with its place.</summary>
    internal sealed record PackBody(JsonElement Document)
    {
        public static async ValueTask<PackBody?> BindAsync(HttpContext context, ParameterInfo parameter) =>
            new(JsonInput.ReadDocument(await RequestBody.ReadAsync(context)));
    }
}

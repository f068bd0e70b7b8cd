using System.Text.Json;
using Mediator;
using Microsoft.Extensions.Configuration;
using Nscl.Application.Common;
using Nscl.Application.Packs;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Packs;

/// <summary>Imports the shipped packs, each after those it builds on.</summary>
internal sealed class DemoPacks(ISender sender, ICurrentUser current, IDemoCallers callers, IConfiguration configuration) : IDemoSeed
{
    /// <summary>Folder of the packs; beside the program when it is not set.</summary>
    public const string PathSetting = "Nscl:PacksPath";

    private const string Administrator = "admin";

    public int Order => DemoSeedOrder.Packs;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var folder = configuration[PathSetting] is { Length: > 0 } set ? set : Path.Combine(AppContext.BaseDirectory, "packs");
        var administrator = await callers.FindAsync(Administrator, cancellationToken);
        foreach (var pack in InOrder(await ReadAsync(folder, cancellationToken)))
        {
            // The demo has one administrator; for a province without any, whoever runs the installation brings its packs in.
            var province = pack.GetProperty("province").GetString();
            using var asImporter = current.ActAs(province is null || administrator.Provinces.Contains(province, StringComparer.Ordinal)
                ? administrator
                : SystemUser.Everywhere with { Province = province, Provinces = [province] });
            try
            {
                await sender.Send(new ImportPackCommand(pack), cancellationToken);
            }
            catch (InvalidInputException refused)
            {
                throw new InvalidOperationException($"The pack {pack.GetProperty("key")} was refused:\n" + string.Join('\n', refused.Errors.Select(static error => $"{error.Pointer} {error.Code} {error.Detail}")), refused);
            }
        }
    }

    private static async Task<List<JsonElement>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var packs = new List<JsonElement>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            await using var stream = File.OpenRead(file);
            packs.Add(await JsonSerializer.DeserializeAsync<JsonElement>(stream, cancellationToken: cancellationToken));
        }

        return packs;
    }

    private static List<JsonElement> InOrder(List<JsonElement> packs)
    {
        var ordered = new List<JsonElement>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (ordered.Count < packs.Count)
        {
            var ready = packs.Where(pack => !done.Contains(KeyOf(pack)) && RequiredBy(pack).All(done.Contains)).ToList();
            if (ready.Count == 0)
            {
                throw new InvalidOperationException("Packs require each other in a circle, or one that is not there: " + string.Join(", ", packs.Select(KeyOf).Except(done, StringComparer.Ordinal)));
            }

            ordered.AddRange(ready);
            done.UnionWith(ready.Select(KeyOf));
        }

        return ordered;
    }

    private static string KeyOf(JsonElement pack) => pack.GetProperty("key").GetString()!;

    private static IEnumerable<string> RequiredBy(JsonElement pack) =>
        pack.TryGetProperty("requires", out var requires) ? requires.EnumerateArray().Select(static key => key.GetString()!) : [];
}

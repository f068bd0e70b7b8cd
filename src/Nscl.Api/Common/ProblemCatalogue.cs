using System.Collections.Frozen;
using System.Text.Json;

namespace Nscl.Api.Common;

/// <param name="Code">Stable, <c>capability.rule</c>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="TitleVi">What is wrong, in Vietnamese; <c>{name}</c> is filled from the problem's args.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="DetailVi">What to do about it.</param>
/// <param name="DetailEn">The same in English.</param>
public sealed record ProblemCode(string Code, int Status, string TitleVi, string TitleEn, string DetailVi, string DetailEn);

/// <summary>Every way the API says no, from one closed list (A27), kept as data in <c>problem-codes.json</c>.</summary>
public static class ProblemCatalogue
{
    public const string Unexpected = "server.unexpected";

    public static IReadOnlyList<ProblemCode> All { get; } = Load();

    private static readonly FrozenDictionary<string, ProblemCode> ByCode = All.ToFrozenDictionary(static code => code.Code, StringComparer.Ordinal);

    public static ProblemCode? Find(string code) => ByCode.GetValueOrDefault(code);

    private static List<ProblemCode> Load()
    {
        using var stream = typeof(ProblemCatalogue).Assembly.GetManifestResourceStream("problem-codes.json")!;
        return JsonSerializer.Deserialize<List<ProblemCode>>(stream, JsonSerializerOptions.Web)!;
    }
}

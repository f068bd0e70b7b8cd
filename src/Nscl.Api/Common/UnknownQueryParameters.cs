using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Nscl.Application.Common;

namespace Nscl.Api.Common;

/// <summary>
/// A parameter that an operation does not know is a mistake, not something to pass over in silence (A45); so is a word that is none of
/// its known ones, where the framework would also take numbers and other spellings.
/// </summary>
internal sealed class UnknownQueryParameters(RequestDelegate next)
{
    private static readonly ConcurrentDictionary<Endpoint, Dictionary<string, string[]?>> Known = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Query.Count == 0 || context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<UseCaseName>() is null)
        {
            return next(context);
        }

        var known = Known.GetOrAdd(endpoint, ParametersOf);
        var errors = new List<InputError>();
        foreach (var (name, values) in context.Request.Query)
        {
            if (!known.TryGetValue(name, out var words))
            {
                errors.Add(new InputError("?" + name, "input.unknownField", "The parameter is not known here."));
            }
            else if (values.Any(static value => value is not null && value.Contains('\0', StringComparison.Ordinal)))
            {
                errors.Add(new InputError("?" + name, "input.nulCharacter", "The text holds a NUL character."));
            }
            else if (words is not null && values.Any(value => !string.IsNullOrEmpty(value) && !words.Contains(value, StringComparer.Ordinal)))
            {
                errors.Add(new InputError(
                    "?" + name,
                    "input.unknownValue",
                    "The value is not one of the known ones.",
                    new Dictionary<string, object?>(StringComparer.Ordinal) { ["allowed"] = string.Join(", ", words) }));
            }
        }

        if (errors.Count > 0)
        {
            return Problems.WriteAsync(context, "input.invalid", errors: errors);
        }

        if (context.Request.Query.Any(parameter => known[parameter.Key] is not null))
        {
            // The framework reads the names of .NET only, not the words of the wire.
            context.Request.Query = new QueryCollection(context.Request.Query.ToDictionary(
                static parameter => parameter.Key,
                parameter => known[parameter.Key] is null ? parameter.Value : new StringValues([.. parameter.Value.Select(Capitalized)]),
                StringComparer.OrdinalIgnoreCase));
        }

        return next(context);
    }

    /// <summary>Each parameter with its words, or null where any text is taken.</summary>
    private static Dictionary<string, string[]?> ParametersOf(Endpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
        .ToDictionary(static parameter => parameter.Name, static parameter => WordsOf(parameter.ParameterInfo.ParameterType), StringComparer.Ordinal);

    private static string? Capitalized(string? word) => string.IsNullOrEmpty(word) ? word : char.ToUpperInvariant(word[0]) + word[1..];

    private static string[]? WordsOf(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } words ? Array.ConvertAll(Enum.GetNames(words), JsonNamingPolicy.CamelCase.ConvertName) : null;
}

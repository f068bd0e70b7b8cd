using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Nscl.Application.Common;

namespace Nscl.Api.Common;

/// <summary>
/// A parameter that an operation does not know is a mistake, not something to pass over in silence (A45). Enumerations are
/// known by the words that travel in bodies, and by nothing else.
/// </summary>
internal sealed class UnknownQueryParameters(RequestDelegate next)
{
    private static readonly ConcurrentDictionary<Endpoint, IReadOnlyDictionary<string, string[]?>> Known = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<UseCaseName>() is null)
        {
            return next(context);
        }

        // No address that exists holds a NUL, and the database could not even compare it.
        if (context.Request.RouteValues.Values.Any(static value => value is string text && text.Contains('\0', StringComparison.Ordinal)))
        {
            return Problems.WriteAsync(context, "request.notFound");
        }

        if (context.Request.Query.Count == 0)
        {
            return next(context);
        }

        var known = ParametersOf(endpoint);
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

    /// <summary>
    /// The query parameters of an endpoint – of all that its handler takes, those that come from neither route, header, body nor
    /// services – each with its words, or null where any text is taken.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]?> ParametersOf(RouteEndpoint endpoint) => Known.GetOrAdd(endpoint, static point =>
    {
        var inRoute = ((RouteEndpoint)point).RoutePattern.Parameters.Select(static parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return point.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(parameter => !inRoute.Contains(parameter.Name) && !parameter.HasBindAsync && IsFromQuery(parameter))
            .ToDictionary(static parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name), static parameter => WordsOf(parameter.ParameterInfo.ParameterType), StringComparer.Ordinal);
    });

    private static bool IsFromQuery(IParameterBindingMetadata parameter)
    {
        var type = ValueOf(parameter.ParameterInfo.ParameterType);
        return !parameter.ParameterInfo.IsDefined(typeof(FromHeaderAttribute), inherit: false)
            && (parameter.HasTryParse || type == typeof(string) || type.IsEnum || parameter.ParameterInfo.IsDefined(typeof(FromQueryAttribute), inherit: false));
    }

    private static string? Capitalized(string? word) => string.IsNullOrEmpty(word) ? word : char.ToUpperInvariant(word[0]) + word[1..];

    private static string[]? WordsOf(Type type) =>
        ValueOf(type) is { IsEnum: true } words ? Array.ConvertAll(Enum.GetNames(words), JsonNamingPolicy.CamelCase.ConvertName) : null;

    private static Type ValueOf(Type type)
    {
        var value = type.IsArray ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(value) ?? value;
    }
}

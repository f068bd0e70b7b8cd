using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Metadata;
using Nscl.Application.Common;

namespace Nscl.Api.Common;

/// <summary>A parameter that an operation does not know is a mistake, not something to pass over in silence (A45).</summary>
internal sealed class UnknownQueryParameters(RequestDelegate next)
{
    private static readonly ConcurrentDictionary<Endpoint, HashSet<string>> Known = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Query.Count == 0 || context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<UseCaseName>() is null)
        {
            return next(context);
        }

        var known = Known.GetOrAdd(endpoint, static point => point.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Select(static parameter => parameter.Name).ToHashSet(StringComparer.Ordinal));
        var errors = context.Request.Query.Keys.Where(name => !known.Contains(name))
            .Select(static name => new InputError("?" + name, "input.unknownField", "The parameter is not known here.")).ToList();
        foreach (var (name, values) in context.Request.Query)
        {
            if (values.Any(static value => value is not null && value.Contains('\0', StringComparison.Ordinal)))
            {
                errors.Add(new InputError("?" + name, "input.nulCharacter", "The text holds a NUL character."));
            }
        }

        return errors.Count == 0 ? next(context) : Problems.WriteAsync(context, "input.invalid", errors: errors);
    }
}

namespace Nscl.Application.Common;

/// <summary>Unknown, or not visible to the caller: the two are never told apart (A31). HTTP 404.</summary>
public sealed class NotFoundException(string aggregate) : Exception("Not found.")
{
    /// <summary>Plural camelCase name of the capability, which makes the code: <c>enterprise.notFound</c>.</summary>
    public string Code { get; } = aggregate + ".notFound";
}

/// <summary>The row changed since the caller read it. HTTP 412.</summary>
public sealed class StaleVersionException() : Exception("The resource was changed by somebody else.");

/// <summary>Part of what the caller asks needs a permission that the operation itself does not. HTTP 403.</summary>
public sealed class PermissionMissingException(string permission) : Exception($"The permission {permission} is missing.")
{
    public string Permission { get; } = permission;
}

/// <summary>Input that is not of the right shape. Lists every bad field (A28). HTTP 400.</summary>
public sealed class InvalidInputException(IReadOnlyList<InputError> errors) : Exception("The input is invalid.")
{
    public InvalidInputException(string pointer, string code, string detail)
        : this([new InputError(pointer, code, detail)])
    {
    }

    public IReadOnlyList<InputError> Errors { get; } = errors;
}

/// <param name="Pointer">JSON Pointer (RFC 6901) into the body, or <c>?name</c> for a query parameter.</param>
/// <param name="Code">Stable code of the problem catalogue.</param>
/// <param name="Detail">English text for logs; clients translate by code and args.</param>
public sealed record InputError(string Pointer, string Code, string Detail, IReadOnlyDictionary<string, object?>? Args = null);

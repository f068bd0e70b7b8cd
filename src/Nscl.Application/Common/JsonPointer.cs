using System.Text;
using System.Text.Json;

namespace Nscl.Application.Common;

/// <summary>RFC 6901 pointers from the property paths of .NET.</summary>
public static class JsonPointer
{
    /// <summary>
    /// <c>SupportLines[0].EligibleCost</c> becomes <c>/supportLines/0/eligibleCost</c>; the command's <c>Body.</c> prefix is dropped.
    /// A query parameter, named <c>?limit</c>, stays what it is.
    /// </summary>
    public static string Of(string propertyPath)
    {
        if (propertyPath.LastIndexOf('?') is >= 0 and var parameter)
        {
            return propertyPath[parameter..];
        }

        var path = propertyPath.StartsWith("Body.", StringComparison.Ordinal) ? propertyPath["Body.".Length..] : propertyPath;
        var pointer = new StringBuilder(path.Length + 1);
        foreach (var segment in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            pointer.Append('/').Append(JsonNamingPolicy.CamelCase.ConvertName(segment).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return pointer.ToString();
    }
}

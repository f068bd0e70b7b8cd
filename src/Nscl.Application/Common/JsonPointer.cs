using System.Text;
using System.Text.Json;

namespace Nscl.Application.Common;

/// <summary>RFC 6901 pointers from the property paths of .NET.</summary>
public static class JsonPointer
{
    /// <summary>
    /// <c>SupportLines[0].EligibleCost</c> becomes <c>/supportLines/0/eligibleCost</c>; the message's <c>Body.</c> is left out. What a list
    /// keeps under <c>Filter.</c> are query parameters: <c>Filter.Q</c> becomes <c>?q</c>, and <c>?q</c> stays as it is.
    /// </summary>
    public static string Of(string propertyPath)
    {
        if (propertyPath.LastIndexOf('?') is >= 0 and var parameter)
        {
            return propertyPath[parameter..];
        }

        if (propertyPath.Split('.') is ["Filter", var name])
        {
            return "?" + JsonNamingPolicy.CamelCase.ConvertName(name);
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

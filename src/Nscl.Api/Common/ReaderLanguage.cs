using System.Globalization;

namespace Nscl.Api.Common;

/// <summary>Vietnamese first; English for those whose Accept-Language prefers it.</summary>
internal static class ReaderLanguage
{
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static CultureInfo Of(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(static language => language.Quality ?? 1)
            .Select(static language => language.Value.Value?.Split('-')[0])
            .FirstOrDefault(static language => language is "vi" or "en");
        return wanted == "en" ? English : Vietnamese;
    }
}

namespace Nscl.Api.Common;

/// <summary>
/// Where a test can let the process die. Armed only by the Development environment together with an explicit setting that names the
/// request header; in Production there is no way to reach it.
/// </summary>
internal static class FaultPoint
{
    private const string Setting = "Nscl:DieAfterCommit";

    public static void AfterCommit(HttpContext http)
    {
        var services = http.RequestServices;
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment()
            && services.GetRequiredService<IConfiguration>()[Setting] is { Length: > 0 } header
            && http.Request.Headers.ContainsKey(header))
        {
            Environment.FailFast("Test: the process dies between the commit and the answer.");
        }
    }
}

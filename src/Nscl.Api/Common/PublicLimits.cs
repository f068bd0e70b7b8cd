namespace Nscl.Api.Common;

/// <summary>
/// How often people without an account may try (S28): much for the address of a classroom, where two hundred telephones share one, and little for one name
/// or for guessing codes.
/// </summary>
internal sealed class PublicLimits(TimeProvider clock, IConfiguration configuration)
{
    private const int ForAddress = 600;
    private const int ForWriting = 30;
    private const int ForGuess = 10;
    private const int ForWrongCode = 30;

    public FixedWindows Addresses { get; } = new(configuration.GetValue("Nscl:PublicRequestsPerMinute", ForAddress), clock);

    /// <summary>What one address writes where nothing else protects the list: a whole training room behind one address still registers within a few minutes.</summary>
    public FixedWindows Writes { get; } = new(configuration.GetValue("Nscl:PublicWritesPerMinute", ForWriting), clock);

    /// <summary>Attempts for one name at one door.</summary>
    public FixedWindows Guesses { get; } = new(configuration.GetValue("Nscl:CheckInsPerNameAndMinute", ForGuess), clock);

    /// <summary>Personal codes from one address that are nobody's, with those that are being looked at; a whole room that types the right ones is not counted.</summary>
    public FixedWindows WrongCodes { get; } = new(configuration.GetValue("Nscl:WrongCodesPerMinute", ForWrongCode), clock);
}

internal static class PublicLimiting
{
    /// <summary>Open to everybody, so many times a minute from one address.</summary>
    public static RouteHandlerBuilder LimitedByAddress(this RouteHandlerBuilder endpoint) => endpoint.Limited("public", static limits => limits.Addresses);

    /// <summary>Open to everybody and writes: fewer times.</summary>
    public static RouteHandlerBuilder LimitedWritesByAddress(this RouteHandlerBuilder endpoint) => endpoint.Limited("publicWrites", static limits => limits.Writes);

    private static RouteHandlerBuilder Limited(this RouteHandlerBuilder endpoint, string policy, Func<PublicLimits, FixedWindows> windows) => endpoint.AddEndpointFilter((context, next) =>
    {
        var http = context.HttpContext;
        var limit = windows(http.RequestServices.GetRequiredService<PublicLimits>()).Take($"{http.Connection.RemoteIpAddress}");
        limit.Describe(policy, http.Response);
        return limit.IsExceeded ? ValueTask.FromResult<object?>(new ProblemResult("request.tooMany")) : next(context);
    });
}

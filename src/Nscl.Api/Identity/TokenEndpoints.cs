using System.Security.Claims;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Nscl.Api.Identity;

/// <summary>OAuth2 client credentials for other systems; the library checks the client, its secret and its scopes.</summary>
internal static class TokenEndpoints
{
    public const string Route = "/connect/token";

    /// <summary>Tokens are for this API and nothing else.</summary>
    public const string Audience = "nscl-api";

    private const string Bearer = "Bearer ";

    /// <summary>Requests that the OAuth2 library has to look at: those that fetch a token, and those that bring one.</summary>
    public static bool Concerns(HttpContext context) =>
        HasToken(context.Request)
        || context.Request.Path.StartsWithSegments("/connect", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/.well-known", StringComparison.Ordinal);

    public static bool HasToken(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    public static void MapToken(this IEndpointRouteBuilder app) =>
        app.MapPost(Route, IssueToken).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> IssueToken(HttpContext http, IOpenIddictApplicationManager applications)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not an OpenID request.");
        var application = await applications.FindByClientIdAsync(request.ClientId!, http.RequestAborted) ?? throw new InvalidOperationException("The client vanished.");
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, request.ClientId).SetResources(Audience);
        // RFC 6749 §3.3: a client that names no scope gets its default, here all that it may have.
        identity.SetScopes(request.GetScopes() is { Length: > 0 } asked ? asked : await ClientDirectory.ScopesOfAsync(applications, application, http.RequestAborted));
        identity.SetDestinations(static _ => [OpenIddictConstants.Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}

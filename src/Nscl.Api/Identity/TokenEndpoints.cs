using System.Security.Claims;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Nscl.Api.Identity;

/// <summary>OAuth2 client credentials for other systems; the library checks the client, its secret and its scopes.</summary>
internal static class TokenEndpoints
{
    public const string Route = "/connect/token";

    public static void MapToken(this IEndpointRouteBuilder app) =>
        app.MapPost(Route, IssueToken).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> IssueToken(HttpContext http, IOpenIddictApplicationManager applications)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not an OpenID request.");
        var application = await applications.FindByClientIdAsync(request.ClientId!, http.RequestAborted) ?? throw new InvalidOperationException("The client vanished.");
        var properties = await applications.GetPropertiesAsync(application, http.RequestAborted);
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, request.ClientId)
            .SetClaim(ClientDirectory.ProvinceClaim, properties.TryGetValue(ClientDirectory.ProvinceClaim, out var province) ? province.GetString() : null);
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(static _ => [OpenIddictConstants.Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}

/// <summary>A client acts under an id of its own, derived from its name, so that the audit trail can name it.</summary>
internal static class ClientIds
{
    public static Guid Of(string clientId) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("nscl-client:" + clientId)).AsSpan(0, 16));
}

using System.Collections.Concurrent;
using System.Security.Claims;
using Nscl.Application.Common;
using Nscl.Infrastructure.Identity;
using Nscl.Infrastructure.Persistence;
using OpenIddict.Abstractions;

namespace Nscl.Api.Identity;

/// <summary>
/// API clients (OAuth2 client credentials): their scopes are their permissions. What a client may do now is asked at most once a
/// second, so that a removed client or scope works at once (S10) and not only when its token ends.
/// </summary>
internal sealed class ClientDirectory(IServiceScopeFactory scopes, ICurrentUser current, IBusinessClock business, TimeProvider clock)
{
    public const string ProvinceClaim = "province";
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, (DateTimeOffset ReadAt, Client? Client)> _known = new(StringComparer.Ordinal);

    public async Task<CurrentUser?> FindAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (principal.GetClaim(OpenIddictConstants.Claims.Subject) is not { Length: > 0 } clientId)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (!_known.TryGetValue(clientId, out var known) || now - known.ReadAt >= Freshness)
        {
            // Only clients that once existed have tokens, so the dictionary stays small.
            known = _known[clientId] = (now, await ReadAsync(clientId, cancellationToken));
        }

        return known.Client is not { } client ? null : new CurrentUser
        {
            Id = ClientIds.Of(clientId),
            UserName = clientId,
            FullName = client.Name,
            Province = client.Province,
            Provinces = client.Standing.Seen,
            Heir = client.Standing.Heir,
            Roles = ["integration"],
            Permissions = principal.GetScopes().Where(client.Scopes.Contains).ToHashSet(StringComparer.Ordinal),
            Rows = RowScope.All,
        };
    }

    /// <summary>The scopes that a client may ask for.</summary>
    public static async Task<IReadOnlySet<string>> ScopesOfAsync(IOpenIddictApplicationManager applications, object application, CancellationToken cancellationToken) =>
        (await applications.GetPermissionsAsync(application, cancellationToken))
            .Where(static permission => permission.StartsWith(OpenIddictConstants.Permissions.Prefixes.Scope, StringComparison.Ordinal))
            .Select(static permission => permission[OpenIddictConstants.Permissions.Prefixes.Scope.Length..])
            .ToHashSet(StringComparer.Ordinal);

    private async Task<Client?> ReadAsync(string clientId, CancellationToken cancellationToken)
    {
        using var asSystem = current.ActAs(SystemUser.Everywhere);
        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await applications.FindByClientIdAsync(clientId, cancellationToken) is not { } application
            || !(await applications.GetPropertiesAsync(application, cancellationToken)).TryGetValue(ProvinceClaim, out var property)
            || property.GetString() is not { Length: > 0 } province)
        {
            return null;
        }

        var db = scope.ServiceProvider.GetRequiredService<NsclDbContext>();
        return new Client(
            await applications.GetDisplayNameAsync(application, cancellationToken) ?? clientId,
            province,
            await ProvinceScopes.OfAsync(db, province, business.Today, cancellationToken),
            await ScopesOfAsync(applications, application, cancellationToken));
    }

    private sealed record Client(string Name, string Province, ProvinceStanding Standing, IReadOnlySet<string> Scopes);
}

/// <summary>A client acts under an id of its own, derived from its name, so that the audit trail can name it.</summary>
internal static class ClientIds
{
    public static Guid Of(string clientId) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("nscl-client:" + clientId)).AsSpan(0, 16));
}

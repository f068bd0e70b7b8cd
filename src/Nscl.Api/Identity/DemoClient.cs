using System.Text.Json;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using OpenIddict.Abstractions;

namespace Nscl.Api.Identity;

/// <summary>The API client of the demo (api.md §3): reads everything of Kon Tum and may hand in dossiers.</summary>
internal sealed class DemoClient(IOpenIddictApplicationManager applications, IConfiguration configuration) : IDemoSeed
{
    public const string ClientId = "demo-integration";
    public const string SecretSetting = "Nscl:DemoClientSecret";
    private const string Province = "konTum";

    public static IReadOnlyList<string> Scopes { get; } =
        [.. Permissions.All.Where(static scope => scope.EndsWith(".read", StringComparison.Ordinal)), Permissions.EnrollmentsCreate];

    public int Order => DemoSeedOrder.Accounts;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientSecret = configuration[SecretSetting] ?? throw new InvalidOperationException($"{SecretSetting} is not set."),
            ClientType = OpenIddictConstants.ClientTypes.Confidential,
            DisplayName = "Demo integration",
            Permissions = { OpenIddictConstants.Permissions.Endpoints.Token, OpenIddictConstants.Permissions.GrantTypes.ClientCredentials },
            Properties = { [ClientDirectory.ProvinceClaim] = JsonSerializer.SerializeToElement(Province) },
        };
        descriptor.Permissions.UnionWith(Scopes.Select(static scope => OpenIddictConstants.Permissions.Prefixes.Scope + scope));
        if (await applications.FindByClientIdAsync(ClientId, cancellationToken) is { } known)
        {
            await applications.UpdateAsync(known, descriptor, cancellationToken);
        }
        else
        {
            await applications.CreateAsync(descriptor, cancellationToken);
        }
    }
}

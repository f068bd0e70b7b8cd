using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Nscl.Api.Common;
using Nscl.Api.Identity;
using Nscl.Api.Platform;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Infrastructure.Persistence;
using Npgsql;
using OpenIddict.Validation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Nscl.Api;

internal static class DependencyInjection
{
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.ConfigureHttpJsonOptions(static options => JsonInput.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true);
        services.Configure<FormOptions>(static options => options.MultipartBodyLengthLimit = long.MaxValue);
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddProblemDetails();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<BusinessClockStart>();
        services.AddHostedService(static provider => provider.GetRequiredService<BusinessClockStart>());
        services.AddScoped<IDemoSeed, DemoClient>();
        services.AddSingleton<ReadinessProbe>();
        services.AddSingleton<SignInLimiter>();
        services.AddSingleton<PublicLimits>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<ClientDirectory>();
        services.AddSingleton<UnknownAccounts>();
        services.AddOpenApiDocument();
        AddAuthentication(services, environment);
        AddTelemetry(services, configuration);
        return services;
    }

    private static void AddAuthentication(IServiceCollection services, IHostEnvironment environment)
    {
        services.AddAuthentication(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ProblemAuthorizationResultHandler>();

        services.AddOpenIddict()
            .AddCore(static core => core.UseEntityFrameworkCore().UseDbContext<NsclDbContext>())
            .AddServer(server =>
            {
                server.SetTokenEndpointUris(TokenEndpoints.Route)
                    .AllowClientCredentialsFlow()
                    .RegisterScopes([.. Permissions.All])
                    // Tokens live a quarter of an hour and every request asks what the client may do now: no row per token.
                    .DisableTokenStorage()
                    .DisableAuthorizationStorage()
                    .SetAccessTokenLifetime(TimeSpan.FromMinutes(15))
                    // The key ring in the database signs and seals: every node knows it, and it rotates by itself.
                    .UseDataProtection();
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                var aspNetCore = server.UseAspNetCore().EnableTokenEndpointPassthrough();
                if (environment.IsDevelopment())
                {
                    aspNetCore.DisableTransportSecurityRequirement();
                }
            })
            .AddValidation(static validation =>
            {
                validation.UseLocalServer();
                validation.AddAudiences(TokenEndpoints.Audience);
                validation.UseDataProtection();
                validation.UseAspNetCore();
            });
    }

    private static void AddTelemetry(IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            // Measuring what nobody collects would only slow requests and the shutdown.
            return;
        }

        services.AddOpenTelemetry()
            .WithTracing(static tracing => tracing
                .AddSource(Application.Common.UseCaseTelemetry.SourceName).AddAspNetCoreInstrumentation().AddNpgsql().AddOtlpExporter())
            .WithMetrics(static metrics => metrics
                .AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("Npgsql").AddOtlpExporter());
    }
}

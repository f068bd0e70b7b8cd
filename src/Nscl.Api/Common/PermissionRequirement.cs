using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Nscl.Application.Common;

namespace Nscl.Api.Common;

/// <summary>The permission an endpoint needs, readable from its metadata.</summary>
public sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

internal sealed class PermissionHandler(ICurrentUser current) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (current.User.May(requirement.Permission))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Answers 401 and 403 as problems; 403 says which permission was missing.</summary>
internal sealed class ProblemAuthorizationResultHandler : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        // Where no route matched there is nothing to protect: the answer is 404, 405 or 415.
        if (authorizeResult.Succeeded || context.GetEndpoint() is not RouteEndpoint)
        {
            return next(context);
        }

        var bearer = context.Request.Headers.Authorization.Count > 0;
        if (authorizeResult.Challenged || context.User.Identity?.IsAuthenticated != true)
        {
            context.Response.Headers.WWWAuthenticate = bearer ? "Bearer error=\"invalid_token\"" : "Bearer";
            return Problems.WriteAsync(context, "identity.signInRequired");
        }

        var permission = policy.Requirements.OfType<PermissionRequirement>().FirstOrDefault()?.Permission;
        if (bearer)
        {
            context.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{permission}\"";
        }

        return Problems.WriteAsync(context, "identity.permissionMissing", args: new Dictionary<string, object?>(StringComparer.Ordinal) { ["permission"] = permission });
    }
}

using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Nscl.Application.Common;
using Nscl.Infrastructure.Identity;

namespace Nscl.Api.Identity;

/// <summary>The session cookie and the antiforgery token that belongs to it.</summary>
public sealed class SessionCookie(IDataProtectionProvider protection, IHostEnvironment environment)
{
    private readonly IDataProtector _session = protection.CreateProtector("Nscl.Session.v1");
    private readonly IDataProtector _antiforgery = protection.CreateProtector("Nscl.Antiforgery.v1");

    /// <summary>Over plain http in Development the browser would not take the prefix and the Secure flag.</summary>
    private bool IsSecure => !environment.IsDevelopment();

    public string Name => IsSecure ? "__Host-nscl" : "nscl";

    public void Write(HttpContext context, Guid sessionId) =>
        context.Response.Cookies.Append(Name, _session.Protect(sessionId.ToString("N")), Options());

    public void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options());

    public Guid? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return Guid.ParseExact(_session.Unprotect(value), "N");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What the client must send as X-CSRF-Token; bound to the session.</summary>
    public string AntiforgeryTokenFor(Guid sessionId) => _antiforgery.Protect(sessionId.ToString("N"));

    public bool IsAntiforgeryToken(string? token, Guid sessionId)
    {
        if (string.IsNullOrEmpty(token))
        {
            return false;
        }

        try
        {
            return _antiforgery.Unprotect(token) == sessionId.ToString("N");
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private CookieOptions Options() => new() { HttpOnly = true, Secure = IsSecure, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}

/// <summary>Signs a request in from its session cookie.</summary>
internal sealed class SessionAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    SessionCookie cookie,
    SessionDirectory sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookie.Read(Context) is not { } sessionId || await sessions.FindAsync(sessionId, Context.RequestAborted) is not { } user)
        {
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(new SignedIn(user, sessionId));
        var identity = new ClaimsIdentity([new Claim("sub", user.Id.ToString())], SchemeName, "sub", "role");
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}

/// <summary>The caller that authentication found.</summary>
/// <param name="SessionId">Null for a machine with a bearer token.</param>
public sealed record SignedIn(CurrentUser User, Guid? SessionId);

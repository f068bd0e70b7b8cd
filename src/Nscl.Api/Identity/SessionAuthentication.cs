using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Nscl.Application.Common;

namespace Nscl.Api.Identity;

/// <summary>The session cookie and the antiforgery token that belongs to it.</summary>
public sealed class SessionCookie(IDataProtectionProvider protection, IHostEnvironment environment)
{
    private const int MaxRead = 10_000;

    /// <summary>
    /// Cookies whose seal was checked already: that is a tenth of the work of a small request. Whether the session still lives is asked elsewhere, each time.
    /// </summary>
    private readonly ConcurrentDictionary<string, Guid> _read = new(StringComparer.Ordinal);
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

        if (_read.TryGetValue(value, out var known))
        {
            return known;
        }

        try
        {
            var sessionId = Guid.ParseExact(_session.Unprotect(value), "N");
            if (_read.Count >= MaxRead)
            {
                _read.Clear();
            }

            return _read[value] = sessionId;
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

/// <summary>The caller that authentication found.</summary>
/// <param name="SessionId">Null for a machine with a bearer token.</param>
public sealed record SignedIn(CurrentUser User, Guid? SessionId);

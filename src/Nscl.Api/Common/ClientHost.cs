using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Nscl.Api.Common;

/// <summary>Serves the built client on the API's own origin. The page gets a fresh nonce each time; everything else is cached for good.</summary>
internal static class ClientHost
{
    private const string NoncePlaceholder = "__CSP_NONCE__";

    public static void UseClient(this WebApplication app)
    {
        var folder = app.Configuration["Nscl:ClientPath"];
        if (string.IsNullOrEmpty(folder) || !File.Exists(Path.Combine(folder, "index.html")))
        {
            return;
        }

        var root = Path.GetFullPath(folder);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(root),
            ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".webmanifest"] = "application/manifest+json" } },
            OnPrepareResponse = static file =>
            {
                var hashed = file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);
                file.Context.Response.Headers.CacheControl = hashed ? "public, max-age=31536000, immutable" : "no-cache";
            },
        });
        var page = File.ReadAllText(Path.Combine(root, "index.html"));
        // Every address that is no file and belongs to no other part of the server is a screen of the client. The first one
        // needs its own route: a regex never matches the missing value.
        foreach (var route in (string[])["/", "/{*path:nonfile:regex(^(?!(api|swagger|scalar|connect|health)(/|$)).*$)}"])
        {
            app.MapMethods(route, [HttpMethods.Get, HttpMethods.Head], ShowPage).AllowAnonymous().ExcludeFromDescription();
        }

        Task ShowPage(HttpContext context)
        {
            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(page.Replace(NoncePlaceholder, nonce, StringComparison.Ordinal));
        }
    }
}

using Shouldly;
using Xunit;

namespace Nscl.Architecture.Tests;

public sealed class DeploymentFilesTests
{
    private const string Compose = "docker-compose.yml";
    private const string Dockerfile = "Dockerfile";
    private const string Ignore = ".dockerignore";

    [Fact]
    public void Images_and_services_fit_the_repository_and_the_program() =>
        ProblemsOf(Compose, string.Empty, string.Empty).ShouldBeEmpty();

    /// <summary>Each rule seen at work on one spoiled line.</summary>
    [Theory]
    [InlineData(Compose, "postgres:18-alpine", "postgres:latest", "database: image postgres:latest is not pinned")]
    [InlineData(Compose, "postgres:18-alpine", "postgres", "database: image postgres is not pinned")]
    [InlineData(Compose, "target: migrate", "target: migrations", "migrate: the Dockerfile has no stage migrations")]
    [InlineData(Compose, "context: .", "context: server", "migrate: build context server does not exist")]
    [InlineData(Compose, "    restart: unless-stopped\n", "    restarts: always\n", "database: unknown key restarts")]
    [InlineData(Compose, "healthcheck:", "profiles_:", "migrate: waits for the health of database, which has no health check")]
    [InlineData(Compose, "restart: 'no'", "restart: always", "api: waits for the end of migrate, which is started again and again")]
    [InlineData(Compose, "ConnectionStrings__NsclOwner:", "ConnectionStrings__Owner:", "migrate: nothing reads the setting ConnectionStrings__Owner")]
    [InlineData(Compose, "NSCL_DATABASE:", "NSCL_DB:", "migrate: nothing reads the setting NSCL_DB")]
    [InlineData(Compose, "AutoMapper__LicenseKey:", "AutoMapper__Key:", "api: nothing reads the setting AutoMapper__Key")]
    [InlineData(Compose, "${NSCL_ADMIN_PASSWORD:?set NSCL_ADMIN_PASSWORD}", "${NSCL_ADMIN_PASSWORD:-postgres}", "database: NSCL_ADMIN_PASSWORD has a default")]
    [InlineData(Compose, "Password=${NSCL_APP_PASSWORD:?set NSCL_APP_PASSWORD}", "Password=secret", "api: a password stands in the file")]
    [InlineData(Compose, "- files:/data", "- storage:/data", "volume storage is used and not declared")]
    [InlineData(Dockerfile, "node:22-bookworm-slim", "node:lts", "client: image node:lts is not pinned")]
    [InlineData(Dockerfile, "COPY packs/ packs/", "COPY pack/ packs/", "server: copies pack/, which does not exist")]
    [InlineData(Dockerfile, "COPY packs/ packs/", "COPY docs/ docs/", "server: copies docs/, which .dockerignore leaves out")]
    [InlineData(Dockerfile, "--from=client", "--from=web", "api: copies from --from=web, which is no earlier stage")]
    [InlineData(Dockerfile, "Nscl__ClientPath", "Nscl__WebRoot", "api: nothing reads the setting Nscl__WebRoot")]
    [InlineData(Dockerfile, "USER $APP_UID", "USER root", "api: runs as root")]
    [InlineData(Dockerfile, "GET /health/live ", "GET /healthz ", "api: its health check asks an address that the program does not have")]
    [InlineData(Dockerfile, "dotnet/sdk:10.0.401", "dotnet/sdk:9.0.100", "server: the SDK is not the one of global.json")]
    [InlineData(Ignore, "!packs", "packs", "server: copies packs/, which .dockerignore leaves out")]
    public void A_spoiled_line_is_found(string file, string line, string spoiled, string expected) =>
        ProblemsOf(file, line, spoiled).ShouldContain(expected);

    [Fact]
    public void Every_setting_that_the_program_demands_is_given()
    {
        var given = Repository.Read(Compose) + Repository.Read(Dockerfile);

        given.ShouldContain("ConnectionStrings__Nscl:");
        given.ShouldContain("ConnectionStrings__NsclOwner:");
        given.ShouldContain("Nscl__StoragePath=");
        given.ShouldContain("Nscl__ClientPath=");
    }

    private static IReadOnlyList<string> ProblemsOf(string file, string line, string spoiled)
    {
        return new DeploymentFiles(Text(Compose), Text(Dockerfile), Text(Ignore), Source()).Problems();

        string Text(string name)
        {
            var text = Repository.Read(name);
            if (name != file || line.Length == 0)
            {
                return text;
            }

            text.ShouldContain(line);
            return text.Replace(line, spoiled, StringComparison.Ordinal);
        }
    }

    private static string Source() => string.Concat(
        new[] { "src", "tools" }
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText));
}

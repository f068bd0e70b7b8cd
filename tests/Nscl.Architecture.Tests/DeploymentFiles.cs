using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace Nscl.Architecture.Tests;

/// <summary>
/// Reads Dockerfile, docker-compose.yml and .dockerignore and finds where they contradict each other, the repository or the program.
/// It stands in for building them, on machines where no Docker engine runs.
/// </summary>
internal sealed partial class DeploymentFiles
{
    private static readonly string[] s_serviceKeys = ["image", "build", "profiles", "command", "environment", "ports", "volumes", "healthcheck", "depends_on", "restart"];
    private static readonly string[] s_conditions = ["service_started", "service_healthy", "service_completed_successfully"];

    // Read by ASP.NET Core, OpenTelemetry and PostgreSQL's image, not by our own source.
    private static readonly string[] s_foreignSettings =
        ["ASPNETCORE_ENVIRONMENT", "ASPNETCORE_URLS", "ASPNETCORE_FORWARDEDHEADERS_ENABLED", "OTEL_EXPORTER_OTLP_ENDPOINT", "POSTGRES_PASSWORD"];

    private readonly Dictionary<string, object> _compose;
    private readonly IReadOnlyList<Stage> _stages;
    private readonly string[] _ignored;
    private readonly string _source;
    private readonly List<string> _problems = [];

    public DeploymentFiles(string compose, string dockerfile, string dockerignore, string source)
    {
        _compose = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(compose);
        _stages = [.. StagesOf(dockerfile)];
        _ignored = dockerignore.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        _source = source;
    }

    public IReadOnlyList<string> Problems()
    {
        var services = Map(_compose["services"]);
        foreach (var (name, value) in services)
        {
            CheckService(name, Map(value), services);
        }

        CheckVolumes(services);
        foreach (var stage in _stages)
        {
            CheckStage(stage);
        }

        CheckApiImage();
        return _problems;
    }

    private static IEnumerable<Stage> StagesOf(string dockerfile)
    {
        Stage? stage = null;
        foreach (var line in dockerfile.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n', StringSplitOptions.TrimEntries))
        {
            var instruction = Instruction().Match(line);
            if (!instruction.Success)
            {
                continue;
            }

            var (keyword, rest) = (instruction.Groups["keyword"].Value, instruction.Groups["rest"].Value.Trim());
            if (keyword == "FROM")
            {
                if (stage is not null)
                {
                    yield return stage;
                }

                var parts = rest.Split(" AS ");
                stage = new Stage(parts[^1], parts[0], []);
                continue;
            }

            stage?.Instructions.Add((keyword, rest));
        }

        if (stage is not null)
        {
            yield return stage;
        }
    }

    private static Dictionary<string, object> Map(object value) =>
        ((Dictionary<object, object>)value).ToDictionary(static pair => (string)pair.Key, static pair => pair.Value, StringComparer.Ordinal);

    private static IEnumerable<string> List(Dictionary<string, object> service, string key) =>
        service.TryGetValue(key, out var list) ? ((List<object>)list).Cast<string>() : [];

    private static bool IsPinned(string image) => PinnedTag().IsMatch(image);

    private void CheckService(string name, Dictionary<string, object> service, Dictionary<string, object> services)
    {
        _problems.AddRange(service.Keys.Except(s_serviceKeys).Select(key => $"{name}: unknown key {key}"));
        if (service.TryGetValue("image", out var image) && !IsPinned((string)image))
        {
            _problems.Add($"{name}: image {image} is not pinned");
        }

        if (service.TryGetValue("build", out var build))
        {
            var (context, target) = ((string)Map(build)["context"], (string)Map(build)["target"]);
            Require(Exists(context), $"{name}: build context {context} does not exist");
            Require(_stages.Any(stage => stage.Name == target), $"{name}: the Dockerfile has no stage {target}");
        }

        Require(service.ContainsKey("image") != service.ContainsKey("build"), $"{name}: needs either an image or a build");
        foreach (var (other, condition) in service.TryGetValue("depends_on", out var dependencies) ? Map(dependencies) : [])
        {
            CheckDependency(name, other, (string)Map(condition)["condition"], services);
        }

        foreach (var (setting, value) in service.TryGetValue("environment", out var environment) ? Map(environment) : [])
        {
            CheckSetting(name, setting);
            CheckSecrets(name, (string)value);
        }
    }

    private void CheckDependency(string name, string other, string condition, Dictionary<string, object> services)
    {
        if (!services.TryGetValue(other, out var dependency))
        {
            _problems.Add($"{name}: depends on {other}, which does not exist");
            return;
        }

        Require(s_conditions.Contains(condition), $"{name}: unknown condition {condition}");
        Require(condition != "service_healthy" || Map(dependency).ContainsKey("healthcheck"), $"{name}: waits for the health of {other}, which has no health check");
        Require(
            condition != "service_completed_successfully" || Map(dependency).GetValueOrDefault("restart") is "no",
            $"{name}: waits for the end of {other}, which is started again and again");
    }

    private void CheckSetting(string place, string setting)
    {
        if (s_foreignSettings.Contains(setting))
        {
            return;
        }

        var parts = setting.Split("__");
        var known = parts switch
        {
            ["ConnectionStrings", var name] => _source.Contains($"\"{name}\"", StringComparison.Ordinal) || _source.Contains($"\"{setting}\"", StringComparison.Ordinal),
            [var section, var key] => _source.Contains($"\"{section}:{key}\"", StringComparison.Ordinal)
                || Regex.IsMatch(_source, $@"public string {key} \{{ get; set; \}}", RegexOptions.None, TimeSpan.FromSeconds(1)),
            _ => _source.Contains($"\"{setting}\"", StringComparison.Ordinal),
        };
        Require(known, $"{place}: nothing reads the setting {setting}");
    }

    private void CheckSecrets(string name, string value)
    {
        foreach (Match variable in Variable().Matches(value))
        {
            var secret = variable.Groups["name"].Value is { } named && (named.Contains("PASSWORD", StringComparison.Ordinal) || named.Contains("KEY", StringComparison.Ordinal));
            var harmless = variable.Groups["operator"].Value == ":?" || (variable.Groups["operator"].Value == ":-" && variable.Groups["default"].Value.Length == 0);
            Require(!secret || harmless, $"{name}: {variable.Groups["name"].Value} has a default");
        }

        Require(!LiteralPassword().IsMatch(value), $"{name}: a password stands in the file");
    }

    private void CheckVolumes(Dictionary<string, object> services)
    {
        var used = services.Values.SelectMany(static service => List(Map(service), "volumes")).Select(static volume => volume.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        var declared = Map(_compose["volumes"]).Keys;
        _problems.AddRange(used.Except(declared).Select(static volume => $"volume {volume} is used and not declared"));
        _problems.AddRange(declared.Except(used).Select(static volume => $"volume {volume} is declared and not used"));
    }

    private void CheckStage(Stage stage)
    {
        var earlier = _stages.TakeWhile(other => other != stage).Select(static other => other.Name).ToList();
        Require(earlier.Contains(stage.Base) || IsPinned(stage.Base), $"{stage.Name}: image {stage.Base} is not pinned");
        foreach (var (keyword, rest) in stage.Instructions)
        {
            if (keyword == "COPY")
            {
                CheckCopy(stage.Name, rest, earlier);
            }
            else if (keyword == "ENV" && stage.Name == "api")
            {
                foreach (Match assignment in Assignment().Matches(rest))
                {
                    CheckSetting(stage.Name, assignment.Groups["name"].Value);
                }
            }
        }
    }

    private void CheckCopy(string stage, string rest, List<string> earlier)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words[0].StartsWith("--from=", StringComparison.Ordinal))
        {
            Require(earlier.Contains(words[0]["--from=".Length..]), $"{stage}: copies from {words[0]}, which is no earlier stage");
            return;
        }

        foreach (var path in words[..^1])
        {
            Require(Exists(path), $"{stage}: copies {path}, which does not exist");
            Require(_ignored.Contains("!" + path.Split('/')[0]), $"{stage}: copies {path}, which .dockerignore leaves out");
        }
    }

    private void CheckApiImage()
    {
        var api = _stages.Single(static stage => stage.Name == "api").Instructions;
        var user = api.LastOrDefault(static instruction => instruction.Keyword == "USER").Arguments;
        Require(user is not (null or "root" or "0"), "api: runs as root");
        var check = api.LastOrDefault(static instruction => instruction.Keyword == "HEALTHCHECK").Arguments ?? string.Empty;
        var route = HealthRoute().Match(check).Value;
        Require(route.Length > 0 && _source.Contains($"MapGet(\"{route}\"", StringComparison.Ordinal), "api: its health check asks an address that the program does not have");
        var sdk = _stages.Select(static stage => stage.Base).Single(static image => image.StartsWith("mcr.microsoft.com/dotnet/sdk:", StringComparison.Ordinal));
        Require(Repository.Read("global.json").Contains($"\"{sdk.Split(':')[1]}\"", StringComparison.Ordinal), "server: the SDK is not the one of global.json");
    }

    private static bool Exists(string path) => Path.Exists(Path.Combine(Repository.Root, path));

    private void Require(bool holds, string problem)
    {
        if (!holds)
        {
            _problems.Add(problem);
        }
    }

    [GeneratedRegex(@"^(?<keyword>[A-Z]+)\s+(?<rest>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instruction();

    [GeneratedRegex(@":\d+(\.\d+)*(-[a-z-]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PinnedTag();

    [GeneratedRegex(@"\$\{(?<name>\w+)(?<operator>:[?-])?(?<default>[^}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"Password=[^$;]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LiteralPassword();

    [GeneratedRegex(@"(?<name>\w+)=\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"(?<=GET )\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HealthRoute();

    private sealed record Stage(string Name, string Base, List<(string Keyword, string Arguments)> Instructions);
}

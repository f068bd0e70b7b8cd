using System.Reflection;
using System.Text.RegularExpressions;
using FluentValidation;
using Mediator;
using Shouldly;
using Xunit;

namespace Nscl.Architecture.Tests;

/// <summary>The rules that keep the layers and capability folders what they are (decision 1). Each is also seen to find a planted violation.</summary>
public sealed partial class LayerTests
{
    private static readonly Assembly Domain = typeof(Nscl.Domain.Common.Money).Assembly;
    private static readonly Assembly Application = typeof(Nscl.Application.DependencyInjection).Assembly;
    private static readonly Assembly Infrastructure = typeof(Nscl.Infrastructure.DependencyInjection).Assembly;
    private static readonly Assembly Api = typeof(Program).Assembly;
    private static readonly Assembly Tests = typeof(LayerTests).Assembly;

    /// <summary>SQL as text beside the persistence: taking a lock that belongs to the HTTP edge, each reviewed.</summary>
    private static readonly string[] SqlAtTheEdge = ["IdempotencyFilter.cs", "SignInGuard.cs"];

    [Fact]
    public void Domain_knows_nothing_but_the_runtime()
    {
        ReferencesOf(Domain).Where(static name => !name.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();
        ProjectOf("Nscl.Domain").ShouldNotContain("Reference Include");

        ReferencesOf(Tests).Where(static name => !name.StartsWith("System", StringComparison.Ordinal)).ShouldContain("Shouldly");
        ProjectOf("Nscl.Application").ShouldContain("Reference Include");
    }

    [Fact]
    public void Dependencies_point_inwards()
    {
        string[] outside = ["Nscl.Infrastructure", "Nscl.Api", "Npgsql", "Npgsql.EntityFrameworkCore.PostgreSQL", "Microsoft.AspNetCore.Http.Abstractions", "OpenIddict.Abstractions"];

        ReferencesOf(Application).Intersect(outside, StringComparer.Ordinal).ShouldBeEmpty();
        ReferencesOf(Application).ShouldContain("Nscl.Domain");
        ReferencesOf(Infrastructure).ShouldNotContain("Nscl.Api");
        ReferencesOf(Infrastructure).ShouldContain("Nscl.Application");

        ReferencesOf(Tests).Intersect(outside, StringComparer.Ordinal).ShouldContain("Nscl.Infrastructure");
    }

    [Fact]
    public void Mapping_validation_and_dispatch_are_the_applications_own()
    {
        foreach (var package in (string[])["AutoMapper", "FluentValidation", "Mediator.SourceGenerator"])
        {
            foreach (var project in (string[])["Nscl.Domain", "Nscl.Infrastructure", "Nscl.Api"])
            {
                ProjectOf(project).ShouldNotContain($"Include=\"{package}\"");
            }

            ProjectOf("Nscl.Application").ShouldContain($"Include=\"{package}\"");
        }
    }

    [Fact]
    public void Handlers_and_validators_are_internal_and_sealed()
    {
        var handlers = Application.GetTypes().Where(IsHandlerOrValidator).ToList();

        handlers.Count.ShouldBeGreaterThan(50);
        handlers.Where(IsOpen).ShouldBeEmpty();

        Tests.GetTypes().Where(IsHandlerOrValidator).Where(IsOpen).ShouldBe([typeof(PlantedValidator)]);
    }

    [Fact]
    public void Every_use_case_is_one_file_named_after_it()
    {
        var sources = Repository.FilesBelow("src/Nscl.Application");
        var useCases = Application.GetTypes().Where(IsUseCase).ToList();

        useCases.Count.ShouldBeGreaterThan(40);
        WithoutFile(useCases, sources).ShouldBeEmpty();

        WithoutFile([typeof(PlantedCommand)], sources).ShouldBe(["PlantedCommand"]);
    }

    [Fact]
    public void Every_use_case_with_a_body_checks_its_shape()
    {
        var checkedTypes = ValidatedIn(Application);
        var withBody = Application.GetTypes().Where(static type => IsUseCase(type) && type.GetProperty("Body")?.PropertyType.GetProperties().Any(static property => property.PropertyType == typeof(string)) == true).ToList();

        withBody.Count.ShouldBeGreaterThan(10);
        withBody.Where(type => !checkedTypes.Contains(type)).ShouldBeEmpty();

        ValidatedIn(Tests).ShouldNotContain(typeof(PlantedCommand));
    }

    [Fact]
    public void Domain_types_are_changed_by_their_verbs_only()
    {
        OpenSettersIn(Domain).ShouldBeEmpty();
        OpenSettersIn(Tests).ShouldContain("PlantedAggregate.Status");
    }

    [Fact]
    public void Endpoints_stand_in_endpoint_files_of_the_API_only()
    {
        var files = Repository.FilesBelow("src").Where(static file => Endpoint().IsMatch(file.Text)).Select(static file => file.Path).ToList();

        files.Count.ShouldBeGreaterThan(10);
        files.Where(static path => !path.StartsWith("src/Nscl.Api/", StringComparison.Ordinal) || !(path.EndsWith("Endpoints.cs", StringComparison.Ordinal) || path.EndsWith("ClientHost.cs", StringComparison.Ordinal))).ShouldBeEmpty();

        Endpoint().IsMatch("app.MapPost(\"/planted\", Planted);").ShouldBeTrue();
    }

    [Fact]
    public void SQL_as_text_stands_in_the_infrastructure_only()
    {
        var files = Repository.FilesBelow("src").Where(static file => Sql().IsMatch(file.Text)).Select(static file => file.Path).ToList();

        files.ShouldContain("src/Nscl.Infrastructure/Persistence/NsclDbContext.cs");
        files.Where(static path => !path.StartsWith("src/Nscl.Infrastructure/", StringComparison.Ordinal)).Select(Path.GetFileName).Except(SqlAtTheEdge, StringComparer.Ordinal).ShouldBeEmpty();

        Sql().IsMatch("await db.Database.ExecuteSqlRawAsync(\"DELETE FROM planted\")").ShouldBeTrue();
    }

    [Fact]
    public void Nobody_asks_the_ambient_clock()
    {
        Repository.FilesBelow("src").Where(static file => AmbientClock().IsMatch(file.Text)).Select(static file => file.Path).ShouldBeEmpty();
        // The compiler refuses it as well, as long as the list is attached.
        Repository.Read("BannedSymbols.txt").ShouldContain("P:System.DateTime.UtcNow");
        Repository.Read("Directory.Build.props").ShouldContain("BannedSymbols.txt");

        AmbientClock().IsMatch("var now = DateTime.UtcNow;").ShouldBeTrue();
        AmbientClock().IsMatch("var now = clock.GetUtcNow();").ShouldBeFalse();
    }

    private static IReadOnlyList<string> ReferencesOf(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(static name => name.Name!)];

    private static string ProjectOf(string name) => Repository.Read($"src/{name}/{name}.csproj");

    private static bool IsHandlerOrValidator(Type type) => type is { IsClass: true, IsAbstract: false } && (HasBase(type, typeof(AbstractValidator<>)) || Implements(type, typeof(ICommandHandler<,>), typeof(IQueryHandler<,>)));

    private static bool IsUseCase(Type type) => type is { IsClass: true, IsAbstract: false } && Implements(type, typeof(ICommand<>), typeof(IQuery<>));

    private static bool IsOpen(Type type) => type.IsVisible || !type.IsSealed;

    private static bool Implements(Type type, params Type[] definitions) =>
        type.GetInterfaces().Any(candidate => candidate.IsGenericType && definitions.Contains(candidate.GetGenericTypeDefinition()));

    private static bool HasBase(Type type, Type definition)
    {
        for (var candidate = type.BaseType; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.IsGenericType && candidate.GetGenericTypeDefinition() == definition)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What some validator checks, directly or through a body's.</summary>
    private static HashSet<Type> ValidatedIn(Assembly assembly) =>
        [.. assembly.GetTypes().Where(static type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(AbstractValidator<>)).Select(static type => type.BaseType!.GetGenericArguments()[0])];

    private static IEnumerable<string> WithoutFile(IEnumerable<Type> useCases, IReadOnlyList<(string Path, string Text)> sources) => useCases
        .Where(type => !sources.Any(file => Path.GetFileNameWithoutExtension(file.Path) == UseCaseSuffix().Replace(type.Name, string.Empty) && file.Text.Contains("record " + type.Name, StringComparison.Ordinal)))
        .Select(static type => type.Name);

    private static IEnumerable<string> OpenSettersIn(Assembly assembly) => assembly.GetTypes()
        .SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(static property => property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
        .Select(static property => $"{property.DeclaringType!.Name}.{property.Name}");

    [GeneratedRegex(@"\.Map(Get|Post|Put|Delete|Patch|Methods)\(", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Endpoint();

    [GeneratedRegex(@"\b(FromSql\w*|ExecuteSql\w*|SqlQuery\w*)\b|new NpgsqlCommand\(", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Sql();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AmbientClock();

    [GeneratedRegex("(Command|Query)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex UseCaseSuffix();
}

/// <summary>Planted: a use case without a file and a validator of its own.</summary>
/// <param name="Body">Unchecked.</param>
public sealed record PlantedCommand(string Body) : ICommand<int>;

/// <summary>Planted: everybody can see it.</summary>
public sealed class PlantedValidator : AbstractValidator<string>;

/// <summary>Planted: anybody can change it.</summary>
public sealed class PlantedAggregate
{
    public string Status { get; set; } = string.Empty;
}

using System.Net;
using Nscl.Api.Common;
using Nscl.Infrastructure.Identity;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Operations;

/// <summary>
/// <c>docs/role-operations.csv</c> says which role may call what. It follows from the endpoints and the grants (NSCL_UPDATE=1 writes it anew, to be
/// reviewed), and every cell of it is tried over HTTP.
/// </summary>
public sealed class RoleOperationTests(World world) : WorldTests(world)
{
    /// <summary>What is open to everybody beside the operations of the table.</summary>
    private static readonly string[] AnonymousBesideOperations = ["/connect/token", "/health/live", "/health/ready", "/scalar/", "/scalar/favicon.svg", "/scalar/{documentName}", "/scalar/scalar.js", "/scalar/scalar.aspnetcore.js"];

    private static readonly Dictionary<string, string> AccountOfRole = DemoAccounts.All
        .DistinctBy(static account => account.Role).ToDictionary(static account => account.Role, static account => account.UserName, StringComparer.Ordinal);

    private static string TablePath => RepositoryFiles.PathOf("docs", "role-operations.csv");

    [Fact]
    public async Task The_committed_table_is_what_endpoints_and_grants_say()
    {
        var grants = RoleGrants.Read();
        var lines = World.Operations.Select(operation => string.Join(
            ',',
            operation.Name,
            operation.Method,
            operation.Route,
            operation.Permission ?? Operation.Anonymous,
            operation.Permission is null ? "*" : string.Join(' ', grants.Where(grant => grant.Value.Contains(operation.Permission)).Select(static grant => grant.Key))));
        string[] table = ["operation,method,route,permission,roles", .. lines];
        if (Environment.GetEnvironmentVariable("NSCL_UPDATE") == "1")
        {
            await File.WriteAllTextAsync(TablePath, string.Join('\n', table) + "\n", Stop);
        }

        var committed = await File.ReadAllLinesAsync(TablePath, Stop);
        const string outOfDate = "docs/role-operations.csv is out of date: run this test with NSCL_UPDATE=1 and review the difference.";
        table.Except(committed, StringComparer.Ordinal).ShouldBeEmpty(outOfDate);
        committed.Except(table, StringComparer.Ordinal).ShouldBeEmpty(outOfDate);
    }

    [Fact]
    public void Every_endpoint_states_a_permission_or_is_reviewed_as_open()
    {
        var endpoints = Operation.EndpointsOf(World.Api).ToList();
        endpoints.Count.ShouldBeGreaterThan(50);

        endpoints.Where(static endpoint => endpoint.Metadata.GetMetadata<PermissionRequirement>() is null && endpoint.Metadata.GetMetadata<UseCaseName>() is null)
            .Select(Operation.RouteOf).Except(AnonymousBesideOperations, StringComparer.Ordinal).ShouldBeEmpty();
        endpoints.Where(static endpoint => endpoint.Metadata.GetMetadata<PermissionRequirement>() is not null == Operation.IsAnonymous(endpoint))
            .Select(Operation.RouteOf).ShouldBeEmpty("an endpoint states both or neither");
        endpoints.Where(static endpoint => Operation.RouteOf(endpoint).StartsWith("/api/", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<UseCaseName>() is null)
            .Select(Operation.RouteOf).ShouldBeEmpty("an operation without a name");
        World.Operations.Select(static operation => operation.Name).ShouldBeUnique();
        World.Operations.Where(static operation => operation.Permission is null).Select(static operation => operation.Name)
            .ShouldBe(
                [
                    "GetBusinessClock", "ListProblemCodes", "GetProblemCode", "SignOut", "GetSession", "SignIn",
                    "ListOpenCourses", "GetOpenCourse", "RegisterYourself", "GetOwnRegistration", "ConfirmOwnRegistration", "CancelOwnRegistration", "GetPublicCheckIn", "CheckIn", "GetOwnEvaluation", "GetPublicEvaluation", "AnswerEvaluation", "VerifyCertificate", "ListPublicAwardWinners", "ReadSubscribedCalendar",
                ],
                ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        using var anonymous = World.Clients.Anonymous();
        var wrong = new List<string>();
        foreach (var row in Rows())
        {
            var answer = await CallAsync(anonymous, row);
            var isOpen = answer is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
            if (isOpen != (row.Permission == Operation.Anonymous) || answer == HttpStatusCode.Forbidden)
            {
                wrong.Add($"{row.Operation}: {answer}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    public static TheoryData<string> Roles => [.. RoleGrants.Read().Keys];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_gets_in_exactly_where_the_table_lets_it(string role)
    {
        using var client = await World.SignInAsync(AccountOfRole[role]);
        var (let, refused, wrong) = (0, 0, new List<string>());
        foreach (var row in Rows().Where(static row => row.Permission != Operation.Anonymous))
        {
            var answer = await CallAsync(client, row);
            if (row.Roles.Contains(role) ? answer is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden : answer != HttpStatusCode.Forbidden)
            {
                wrong.Add($"{row.Operation}: {answer}");
            }

            _ = row.Roles.Contains(role) ? let++ : refused++;
        }

        wrong.ShouldBeEmpty();
        let.ShouldBeGreaterThan(0);
        refused.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_machine_gets_in_exactly_where_its_scopes_let_it()
    {
        string[] scopes = ["programs.read", "enrollments.create"];
        using var client = await World.Clients.IntegrationAsync(scopes);
        var wrong = new List<string>();
        foreach (var row in Rows().Where(static row => row.Permission != Operation.Anonymous))
        {
            var answer = await CallAsync(client, row);
            if (scopes.Contains(row.Permission) ? answer is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden : answer != HttpStatusCode.Forbidden)
            {
                wrong.Add($"{row.Operation}: {answer}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>An empty request: it changes nothing, and who may not call at all is told so before anything else is looked at.</summary>
    private static async Task<HttpStatusCode> CallAsync(HttpClient client, Row row)
    {
        var address = string.Join('/', row.Route.Split('/').Select(static part => part switch
        {
            "{amount}" => "5",
            ['{', .., '}'] => Guid.Empty.ToString(),
            _ => part,
        }));
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), address);
        using var answer = await client.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    private static List<Row> Rows() =>
    [
        .. File.ReadLines(TablePath).Skip(1).Select(static line => line.Split(',')).Select(static cells => new Row(cells[0], cells[1], cells[2], cells[3], cells[4].Split(' '))),
    ];

    private sealed record Row(string Operation, string Method, string Route, string Permission, string[] Roles);
}

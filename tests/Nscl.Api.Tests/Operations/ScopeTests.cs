using System.Net;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Operations;

/// <summary>
/// Nobody reaches a row that is not his by guessing its id: every operation that names a row is called with a real one, whole and valid, by somebody who may
/// do everything – elsewhere. The owner's same request afterwards shows that nothing else was in the way.
/// </summary>
public sealed partial class ScopeTests(World world) : WorldTests(world)
{
    [Fact]
    public async Task Another_province_finds_none_of_the_rows_that_an_operation_names()
    {
        var tried = await TryAllAsync(World.Stranger, World.NamesRows);

        tried.ShouldContain("ApproveEnrollment");
        tried.ShouldContain("ExportPack");
        tried.ShouldContain("CreateEnrollment");
        tried.Count.ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task Another_enterprise_of_the_province_finds_none_of_the_rows_that_an_operation_names()
    {
        var tried = await TryAllAsync(World.Neighbour, World.NamesRowsOfAnEnterprise);

        tried.ShouldContain("DownloadDocument");
        tried.ShouldContain("ReplaySubsidyCalculation");
        tried.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task No_list_shows_counts_or_names_a_row_of_another_province()
    {
        var foreign = await ForeignIdsAsync();
        foreign.Count.ShouldBeGreaterThan(50);
        using var stranger = await World.SignInAsync(World.Stranger);
        using var owner = await World.SignInAsync(World.Owner);
        var (leaks, seenByOwner) = (new List<string>(), 0);
        foreach (var operation in World.Operations.Where(static operation => operation.Method == HttpMethod.Get && operation.Permission is not null))
        {
            var sample = await World.SampleOfAsync(operation);
            if (World.NamesRows(operation, sample))
            {
                continue;
            }

            var query = sample.Query.Length > 0 ? sample.Query
                : operation.QueryParameters.Contains("count") ? "?count=true&limit=100"
                : string.Empty;
            foreach (var asked in QueriesOf(operation, query))
            {
                var address = operation.RouteParameters.Aggregate(operation.Route, (route, name) => route.Replace("{" + name + "}", sample.Route[name], StringComparison.Ordinal)) + asked;
                leaks.AddRange(IdsIn(await stranger.GetStringAsync(address, Stop)).Where(foreign.Contains).Select(id => $"{address}: {id}"));
                seenByOwner += IdsIn(await owner.GetStringAsync(address, Stop)).Count(foreign.Contains);
            }
        }

        leaks.ShouldBeEmpty();
        seenByOwner.ShouldBeGreaterThan(20);
    }

    private async Task<List<string>> TryAllAsync(string userName, Func<Operation, Sample, bool> isMeant)
    {
        using var other = await World.SignInAsync(userName);
        using var owner = await World.SignInAsync(World.Owner);
        var (tried, wrong) = (new List<string>(), new List<string>());
        foreach (var operation in World.Operations.Where(static operation => operation.Permission is not null))
        {
            var sample = await World.SampleOfAsync(operation);
            if (!isMeant(operation, sample) || IsPackReview(operation))
            {
                continue;
            }

            tried.Add(operation.Name);
            var (refused, text) = await SendAsync(other, operation, sample);
            if (refused != HttpStatusCode.NotFound || !text.Contains(".notFound\"", StringComparison.Ordinal))
            {
                wrong.Add($"{operation}: {userName} got {(int)refused} {text}");
            }

            var (taken, why) = await SendAsync(owner, operation, sample);
            if ((int)taken >= 300 && taken != HttpStatusCode.Conflict)
            {
                wrong.Add($"{operation}: the sample itself is not sound, {(int)taken} {why}");
            }
        }

        wrong.ShouldBeEmpty();
        return tried;
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpClient client, Operation operation, Sample sample)
    {
        using var request = operation.Request(sample, await World.ETagOfAsync(sample));
        using var answer = await client.SendAsync(request, Stop);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? string.Empty : await answer.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>A pack names provinces, not rows; whose packs one may import is the subject of <c>PackAccessTests</c>.</summary>
    private static bool IsPackReview(Operation operation) => operation.Name is "ImportPack" or "DiffPack";

    /// <summary>The list as it stands, and narrowed to the other province where it can be narrowed.</summary>
    private static IEnumerable<string> QueriesOf(Operation operation, string query)
    {
        yield return query;
        if (operation.QueryParameters.Contains("province"))
        {
            yield return (query.Length == 0 ? "?" : query + "&") + "province=konTum";
        }
    }

    private static IEnumerable<Guid> IdsIn(string json) => Uuid().Matches(json).Select(static match => Guid.Parse(match.Value));

    /// <summary>The ids of all rows of Kon Tum, whatever table they are in.</summary>
    private async Task<HashSet<Guid>> ForeignIdsAsync()
    {
        var union = (string)(await World.Database.ScalarAsAdminAsync(
            """
            SELECT string_agg(format('SELECT id FROM %I WHERE province = ''konTum''', p.table_name), ' UNION ')
            FROM information_schema.columns p
            JOIN information_schema.columns i ON i.table_schema = p.table_schema AND i.table_name = p.table_name AND i.column_name = 'id' AND i.data_type = 'uuid'
            WHERE p.table_schema = 'public' AND p.column_name = 'province'
            """))!;
        return [.. (Guid[])(await World.Database.ScalarAsAdminAsync($"SELECT array_agg(id) FROM ({union}) rows"))!];
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex Uuid();
}

using System.Net;
using System.Text.Json;
using Nscl.Api.Common;
using Npgsql;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Operations;

/// <summary>
/// Every operation gets dozens of hostile requests from somebody who may call it: no answer is a failure of ours, every refusal is a problem of the catalogue,
/// and a refused request leaves no trace in any table (A28–A30, S41).
/// </summary>
public sealed class FuzzTests(World world) : WorldTests(world)
{
    /// <summary>Repeats a run exactly; another number tries other requests.</summary>
    private const int Seed = 2021_0318;

    /// <summary>Written beside the change by design: what was tried, by whom, and sessions.</summary>
    private static readonly string[] WrittenBesides = ["audit_entries", "audit_seals", "audit_unsealed", "user_sessions", "users"];

    [Fact]
    public async Task Every_operation_withstands_hostile_requests_and_a_refused_one_leaves_nothing_behind()
    {
        using var owner = await World.SignInAsync(World.Owner);
        using var anonymous = World.Clients.Anonymous();
        await using var admin = new NpgsqlConnection(World.Database.AdminConnectionString);
        await admin.OpenAsync(Stop);
        var tables = await TablesAsync(admin);
        var (wrong, sent, refused, codes) = (new List<string>(), 0, 0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var operation in World.Operations)
        {
            var client = operation.Permission is null ? anonymous : owner;
            var random = new Random(Seed ^ operation.Name.Sum(static letter => letter));
            var sample = await World.SampleOfAsync(operation);
            var traces = new Traces(admin, tables);
            await traces.TakeAsync();
            foreach (var (what, request) in new HostileRequests(operation, sample, random).All(await World.ETagOfAsync(sample)))
            {
                using var asked = request;
                using var answer = await client.SendAsync(asked, Stop);
                sent++;
                var text = await answer.Content.ReadAsStringAsync(Stop);
                if (FaultOf(answer, text, codes) is { } fault)
                {
                    wrong.Add($"{operation}, {what}: {fault}");
                }

                if (answer.IsSuccessStatusCode)
                {
                    await traces.TakeAsync();
                    continue;
                }

                refused++;
                if (operation.Method != HttpMethod.Get && await traces.FindNewAsync() is { } trace)
                {
                    wrong.Add($"{operation}, {what}: {(int)answer.StatusCode} and yet written to {trace}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        sent.ShouldBeGreaterThan(1_500);
        refused.ShouldBeGreaterThan(1_000);
        codes.Count.ShouldBeGreaterThan(10);
        TestContext.Current.SendDiagnosticMessage($"{sent} requests, {refused} refused with {codes.Count} codes.");
    }

    private static string? FaultOf(HttpResponseMessage answer, string text, HashSet<string> codes)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500)
        {
            return $"{status} {text}";
        }

        if (status < 400 || answer.StatusCode == HttpStatusCode.NotModified)
        {
            return null;
        }

        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return $"{status} as {answer.Content.Headers.ContentType?.ToString() ?? "nothing"}: {text}";
        }

        using var problem = JsonDocument.Parse(text);
        var root = problem.RootElement;
        var named = root.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(static error => error.GetProperty("code").GetString()!).ToList() : [];
        named.Add(root.GetProperty("code").GetString()!);
        codes.UnionWith(named);
        return root.GetProperty("status").GetInt32() != status ? $"{status} says {root.GetProperty("status")}"
            : named.Find(static code => ProblemCatalogue.Find(code) is null) is { } unknown ? $"{unknown} is in no catalogue"
            : named.Contains("rule.violated") ? "a rule without a code of its own: " + text
            : null;
    }

    private static async Task<IReadOnlyList<string>> TablesAsync(NpgsqlConnection admin)
    {
        await using var command = new NpgsqlCommand("SELECT array_agg(relname::text ORDER BY relname) FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace", admin);
        return [.. ((string[])(await command.ExecuteScalarAsync(Stop))!).Except(WrittenBesides, StringComparer.Ordinal)];
    }

    /// <summary>Tells whether any row of any table was added, changed or removed: by their number and by the newest transaction that wrote one.</summary>
    private sealed class Traces(NpgsqlConnection admin, IReadOnlyList<string> tables)
    {
        private readonly string _sql = string.Join(" UNION ALL ", tables.Select(static table => $"SELECT '{table}', count(*), coalesce(max(xmin::text::bigint), 0) FROM \"{table}\""));
        private Dictionary<string, (long Rows, long Newest)> _seen = [];
        private string _next = string.Empty;

        public async Task TakeAsync() => (_next, _seen) = (await NextTransactionAsync(), await ReadAsync());

        /// <returns>The table, or null where nothing changed; a change is told once.</returns>
        public async Task<string?> FindNewAsync()
        {
            // As long as no transaction anywhere got a number, nobody wrote anything.
            var next = await NextTransactionAsync();
            if (next == _next)
            {
                return null;
            }

            var now = await ReadAsync();
            var changed = now.Where(table => _seen[table.Key] != table.Value).Select(static table => table.Key).ToList();
            (_next, _seen) = (next, now);
            return changed.Count == 0 ? null : string.Join(", ", changed);
        }

        private async Task<string> NextTransactionAsync()
        {
            await using var command = new NpgsqlCommand("SELECT pg_snapshot_xmax(pg_current_snapshot())::text", admin);
            return (string)(await command.ExecuteScalarAsync(Stop))!;
        }

        private async Task<Dictionary<string, (long, long)>> ReadAsync()
        {
            await using var command = new NpgsqlCommand(_sql, admin);
            await using var rows = await command.ExecuteReaderAsync(Stop);
            var read = new Dictionary<string, (long, long)>(StringComparer.Ordinal);
            while (await rows.ReadAsync(Stop))
            {
                read[rows.GetString(0)] = (rows.GetInt64(1), rows.GetInt64(2));
            }

            return read;
        }
    }
}

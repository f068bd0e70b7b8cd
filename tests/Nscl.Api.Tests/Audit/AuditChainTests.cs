using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Api.Tests.Platform;
using Nscl.Application.Audit;
using Nscl.Application.Common;
using Nscl.Domain.Audit;
using Nscl.Infrastructure.Audit;
using Nscl.Infrastructure.Persistence;
using Npgsql;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Audit;

/// <summary>The chain over the trail (S58). Each test writes into a province of its own and tampers as the database's administrator.</summary>
public sealed class AuditChainTests(ApiFixture fixture) : ApiTests(fixture)
{
    private static readonly Guid Actor = Guid.CreateVersion7();
    private readonly string _province = "test" + Guid.CreateVersion7().ToString("N")[^12..];

    [Fact]
    public async Task An_untouched_chain_is_intact_and_anchored()
    {
        await WriteAsync(5);

        var found = await VerifyAsync();

        found.Findings.ShouldBeEmpty();
        found.Intact.ShouldBeTrue();
        (found.SealedCount, found.UnsealedCount).ShouldBe((5, 0));
        found.Anchor.ShouldBe(found.Head);
        found.Head!.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Links_follow_the_order_in_which_transactions_were_committed_and_writers_do_not_wait()
    {
        await using var slow = Open();
        await using var quick = Open();
        await using var slowTransaction = await slow.Db.Database.BeginTransactionAsync(Stop);
        var first = Add(slow.Db);
        await slow.Db.SaveChangesAsync(Stop);

        // A second transaction of the same province goes through while the first is still open.
        await using (var quickTransaction = await quick.Db.Database.BeginTransactionAsync(Stop))
        {
            await quick.Db.Database.ExecuteSqlAsync($"SET LOCAL lock_timeout = '2s'", Stop);
            var second = Add(quick.Db);
            await quick.Db.SaveChangesAsync(Stop);
            await quickTransaction.CommitAsync(Stop);
            await SealAsync();
            (await EntryAtAsync(1)).ShouldBe(second);
        }

        await slowTransaction.CommitAsync(Stop);
        await SealAsync();

        (await EntryAtAsync(2)).ShouldBe(first);
        (await VerifyAsync()).Intact.ShouldBeTrue();
    }

    [Fact]
    public async Task An_entry_whose_transaction_is_rolled_back_leaves_nothing()
    {
        await using (var gone = Open())
        {
            await using var transaction = await gone.Db.Database.BeginTransactionAsync(Stop);
            Add(gone.Db);
            await gone.Db.SaveChangesAsync(Stop);
        }

        await SealAsync();

        var found = await VerifyAsync();
        (found.SealedCount, found.UnsealedCount, found.Intact).ShouldBe((0, 0, true));
    }

    [Fact]
    public async Task Entries_that_wait_for_the_sealer_are_counted()
    {
        await WriteAsync(2);
        await using (var connection = new NpgsqlConnection(Database.AdminConnectionString))
        {
            // While somebody else seals this province, its entries wait.
            await connection.OpenAsync(Stop);
            await using var transaction = await connection.BeginTransactionAsync(Stop);
            await using var hold = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext('nscl.audit.seal'), hashtext($1))", connection, transaction) { Parameters = { new() { Value = _province } } };
            await hold.ExecuteNonQueryAsync(Stop);
            await using var writer = Open();
            Add(writer.Db);
            Add(writer.Db);
            Add(writer.Db);
            await writer.Db.SaveChangesAsync(Stop);

            var found = await VerifyAsync();

            (found.SealedCount, found.UnsealedCount, found.Intact).ShouldBe((2, 3, true));
        }

        await SealAsync();
        (await VerifyAsync()).SealedCount.ShouldBe(5);
    }

    [Theory]
    [InlineData("action = 'SomethingElse'")]
    [InlineData("actor_name = 'Somebody Else'")]
    [InlineData("actor_id = gen_random_uuid()")]
    [InlineData("entity_id = gen_random_uuid()")]
    [InlineData("entity_id = NULL")]
    [InlineData("changes = changes || ' '")]
    [InlineData("occurred_at = occurred_at + interval '1 microsecond'")]
    [InlineData("trace_id = 'other'")]
    public async Task An_edit_of_any_field_is_found(string edit)
    {
        var entries = await WriteAsync(4);

        (await Database.ExecuteAsAdminAsync($"UPDATE audit_entries SET {edit} WHERE id = $1", entries[1])).ShouldBe(1);

        (await VerifyAsync()).Findings.ShouldBe([new AuditFinding(AuditFault.EntryChanged, 2, entries[1])]);
    }

    [Fact]
    public async Task An_edit_that_also_mends_the_entry_s_own_hash_is_found()
    {
        var entries = await WriteAsync(4);
        // The hash of another entry is a valid hash of nothing that stands here; a recomputed one would break the chain in the same way.
        await Database.ExecuteAsAdminAsync("UPDATE audit_entries SET content_hash = (SELECT content_hash FROM audit_entries WHERE id = $2) WHERE id = $1", entries[2], entries[0]);

        (await VerifyAsync()).Findings.ShouldBe([new AuditFinding(AuditFault.EntryChanged, 3, entries[2]), new AuditFinding(AuditFault.ChainBroken, 3, entries[2])]);
    }

    [Fact]
    public async Task A_deleted_entry_is_found()
    {
        var entries = await WriteAsync(4);

        await Database.ExecuteAsAdminAsync("DELETE FROM audit_entries WHERE id = $1", entries[1]);

        (await VerifyAsync()).Findings.ShouldBe([new AuditFinding(AuditFault.EntryMissing, 2, entries[1])]);
    }

    [Fact]
    public async Task An_entry_deleted_with_its_link_is_found()
    {
        var entries = await WriteAsync(4);

        await Database.ExecuteAsAdminAsync("DELETE FROM audit_seals WHERE entry_id = $1", entries[1]);
        await Database.ExecuteAsAdminAsync("DELETE FROM audit_entries WHERE id = $1", entries[1]);

        (await VerifyAsync()).Findings.ShouldContain(new AuditFinding(AuditFault.SequenceBroken, 3, entries[2]));
    }

    [Fact]
    public async Task A_gap_closed_by_renumbering_is_found()
    {
        var entries = await WriteAsync(4);

        await Database.ExecuteAsAdminAsync("DELETE FROM audit_seals WHERE entry_id = $1", entries[1]);
        await Database.ExecuteAsAdminAsync("DELETE FROM audit_entries WHERE id = $1", entries[1]);
        await Database.ExecuteAsAdminAsync("UPDATE audit_seals SET sequence = 2 WHERE entry_id = $1", entries[2]);
        await Database.ExecuteAsAdminAsync("UPDATE audit_seals SET sequence = 3 WHERE entry_id = $1", entries[3]);

        (await VerifyAsync()).Findings.Select(static finding => finding.Fault).ShouldBe([AuditFault.ChainBroken, AuditFault.ChainBroken, AuditFault.AnchorMismatch]);
    }

    [Fact]
    public async Task Two_entries_in_each_other_s_place_are_found()
    {
        var entries = await WriteAsync(4);

        await Database.ExecuteAsAdminAsync(
            "WITH gone AS (DELETE FROM audit_seals WHERE province = $1 AND sequence IN (2, 3) RETURNING *) SELECT 1", _province);
        await Database.ExecuteAsAdminAsync("INSERT INTO audit_seals (province, sequence, entry_id, chain_hash, sealed_at) VALUES ($1, 2, $2, $4, now()), ($1, 3, $3, $4, now())", _province, entries[2], entries[1], new byte[32]);

        (await VerifyAsync()).Findings.Select(static finding => (finding.Fault, finding.Sequence)).ShouldBe([(AuditFault.ChainBroken, 2), (AuditFault.ChainBroken, 3), (AuditFault.ChainBroken, 4)]);
    }

    [Fact]
    public async Task A_tail_cut_off_without_a_trace_in_the_database_is_found_by_the_anchor()
    {
        var entries = await WriteAsync(4);

        await Database.ExecuteAsAdminAsync("DELETE FROM audit_seals WHERE province = $1 AND sequence > 2", _province);
        await Database.ExecuteAsAdminAsync("DELETE FROM audit_entries WHERE id = ANY($1)", entries.Skip(2).ToArray());

        var found = await VerifyAsync();
        found.Findings.ShouldBe([new AuditFinding(AuditFault.AnchorMismatch, 4, null)]);
        (found.Head!.Count, found.Anchor!.Count).ShouldBe((2, 4));
    }

    [Fact]
    public async Task A_cut_off_tail_that_grew_again_is_found_by_the_anchor()
    {
        var entries = await WriteAsync(4);
        await Database.ExecuteAsAdminAsync("DELETE FROM audit_seals WHERE province = $1 AND sequence > 2", _province);
        await Database.ExecuteAsAdminAsync("DELETE FROM audit_entries WHERE id = ANY($1)", entries.Skip(2).ToArray());

        await WriteAsync(1);
        (await VerifyAsync()).Findings.ShouldBe([new AuditFinding(AuditFault.AnchorMismatch, 4, null)]);
    }

    [Fact]
    public async Task A_whole_chain_removed_is_found_by_the_anchor()
    {
        await WriteAsync(3);

        await Database.ExecuteAsAdminAsync("DELETE FROM audit_seals WHERE province = $1", _province);
        await Database.ExecuteAsAdminAsync("DELETE FROM audit_entries WHERE province = $1", _province);

        (await VerifyAsync()).Findings.ShouldBe([new AuditFinding(AuditFault.AnchorMismatch, 3, null)]);
    }

    [Fact]
    public async Task An_anchor_removed_is_found()
    {
        await WriteAsync(2);

        File.Delete(Path.Combine(Api.StoragePath, "audit-anchors", _province + ".anchor"));

        (await VerifyAsync()).Findings.ShouldBe([new AuditFinding(AuditFault.AnchorMissing, 2, null)]);
    }

    [Fact]
    public async Task An_entry_put_beside_the_chain_is_found()
    {
        var entries = await WriteAsync(2);
        var forged = Guid.CreateVersion7();

        await Database.ExecuteAsAdminAsync(
            "INSERT INTO audit_entries SELECT (r).* FROM (SELECT jsonb_populate_record(null::audit_entries, to_jsonb(e) || jsonb_build_object('id', $2::uuid)) r FROM audit_entries e WHERE e.id = $1) f", entries[0], forged);

        (await VerifyAsync()).Findings.ShouldBe([new AuditFinding(AuditFault.EntryUnlinked, null, forged), new AuditFinding(AuditFault.EntryChanged, null, forged)]);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET action = 'x'")]
    [InlineData("DELETE FROM audit_entries")]
    [InlineData("TRUNCATE audit_entries")]
    [InlineData("UPDATE audit_seals SET sequence = 1")]
    [InlineData("DELETE FROM audit_seals")]
    [InlineData("TRUNCATE audit_seals")]
    [InlineData("ALTER TABLE audit_entries DISABLE ROW LEVEL SECURITY")]
    public async Task The_application_itself_cannot_touch_what_is_written(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.AppConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand("SELECT set_config('nscl.provinces', '*', true); " + sql, connection);

        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stop))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private async Task<IReadOnlyList<Guid>> WriteAsync(int count)
    {
        var written = new List<Guid>();
        for (var entry = 0; entry < count; entry++)
        {
            await using var writer = Open();
            written.Add(Add(writer.Db));
            await writer.Db.SaveChangesAsync(Stop);
            await SealAsync();
        }

        return written;
    }

    private Guid Add(NsclDbContext db)
    {
        var entry = new AuditEntry(new AuditEvent("TestSomething", "Thing", Guid.CreateVersion7(), """{"kind":"changed"}"""), new AuditActor(Actor, "Tester", _province), TimeProvider.System.GetUtcNow(), "trace");
        db.AddAudit(entry);
        return entry.Id;
    }

    private Task<int> SealAsync() => Api.Services.GetRequiredService<AuditSealer>().SealAsync(Stop);

    private async Task<AuditVerification> VerifyAsync()
    {
        await using var scope = Open();
        return await scope.Services.GetRequiredService<IAuditTrail>().VerifyAsync(_province, Stop);
    }

    private async Task<object?> EntryAtAsync(long sequence) =>
        await Database.ScalarAsAdminAsync("SELECT entry_id FROM audit_seals WHERE province = $1 AND sequence = $2", _province, sequence);

    private SystemScope Open() => new(Api.Services);

    private sealed class SystemScope(IServiceProvider services) : IAsyncDisposable
    {
        private readonly IDisposable _asSystem = services.GetRequiredService<ICurrentUser>().ActAs(SystemUser.Everywhere);
        private readonly AsyncServiceScope _scope = services.CreateAsyncScope();

        public IServiceProvider Services => _scope.ServiceProvider;

        public NsclDbContext Db => Services.GetRequiredService<NsclDbContext>();

        public async ValueTask DisposeAsync()
        {
            await _scope.DisposeAsync();
            _asSystem.Dispose();
        }
    }
}

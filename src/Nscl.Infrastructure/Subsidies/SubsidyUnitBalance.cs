using Microsoft.EntityFrameworkCore;

namespace Nscl.Infrastructure.Subsidies;

/// <summary>
/// What an enterprise holds for one unit under one item, kept by a trigger on <c>subsidy_holdings</c>, so that a cumulative cap
/// cannot be passed even by a path that forgot to lock: the check constraint refuses the row.
/// </summary>
internal sealed class SubsidyUnitBalance
{
    /// <summary>The enterprise's, whoever decided: what the predecessor and the heir of a province grant adds up to one balance.</summary>
    public required string Province { get; init; }

    public Guid EnterpriseId { get; init; }

    public Guid ProgramId { get; init; }

    public required string ItemCode { get; init; }

    public required string UnitKey { get; init; }

    public long Held { get; init; }

    /// <summary>Cap of the item where it may be used up in several dossiers; null = no cap to hold across dossiers.</summary>
    public long? Cap { get; init; }
}

internal static class SubsidyUnitBalances
{
    public static Task ApplyAsync(DbContext owner, CancellationToken cancellationToken) => owner.Database.ExecuteSqlRawAsync(
        """
        CREATE OR REPLACE FUNCTION nscl_keep_unit_balance() RETURNS trigger LANGUAGE plpgsql AS $balance$
        DECLARE
          before bigint := CASE WHEN TG_OP = 'UPDATE' AND OLD.state <> 'released' THEN OLD.amount ELSE 0 END;
          after bigint := CASE WHEN NEW.state <> 'released' THEN NEW.amount ELSE 0 END;
        BEGIN
          INSERT INTO subsidy_unit_balances (province, enterprise_id, program_id, item_code, unit_key, held, cap)
          VALUES ((SELECT province FROM enterprises WHERE id = NEW.enterprise_id), NEW.enterprise_id, NEW.program_id, NEW.item_code, NEW.unit_key, after - before, NEW.cumulative_cap)
          ON CONFLICT (enterprise_id, program_id, item_code, unit_key)
          DO UPDATE SET held = subsidy_unit_balances.held + EXCLUDED.held, cap = EXCLUDED.cap;
          RETURN NEW;
        END $balance$;
        DROP TRIGGER IF EXISTS keep_unit_balance ON subsidy_holdings;
        CREATE TRIGGER keep_unit_balance AFTER INSERT OR UPDATE ON subsidy_holdings FOR EACH ROW EXECUTE FUNCTION nscl_keep_unit_balance();
        """,
        cancellationToken);
}

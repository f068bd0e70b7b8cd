using Microsoft.EntityFrameworkCore;

namespace Nscl.Infrastructure.Persistence;

/// <summary>
/// What the application's login role may do, written after every migration so that a new table can never be forgotten:
/// row-level security on every table that has a province or an owner province, and no UPDATE or DELETE on what is append-only.
/// </summary>
public static class DatabaseSecurity
{
    public const string ApplicationRole = "nscl_app";
    public const string SearchRole = "nscl_search";

    /// <summary>Tables that only ever grow, separated by spaces.</summary>
    public const string AppendOnlyTables = "audit_entries audit_seals subsidy_calculations";

    public static async Task ApplyAsync(DbContext owner, CancellationToken cancellationToken)
    {
        await owner.Database.ExecuteSqlRawAsync(
            $$"""
            DO $do$
            DECLARE tenant_table text;
            BEGIN
              FOR tenant_table IN
                SELECT c.relname FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'province' AND NOT a.attisdropped
                WHERE c.relkind IN ('r', 'p')
              LOOP
                EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
                EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
                EXECUTE format('DROP POLICY IF EXISTS province_scope ON %I', tenant_table);
                EXECUTE format($policy$CREATE POLICY province_scope ON %I USING (
                  (SELECT current_setting('{{ProvinceScopeInterceptor.Setting}}', true)) = '{{ProvinceScopeInterceptor.EveryProvince}}'
                  OR province = ANY ((SELECT string_to_array(current_setting('{{ProvinceScopeInterceptor.Setting}}', true), ','))::text[]))$policy$, tenant_table);
              END LOOP;
              -- A shared row has no owner and is everybody's to read; writing it is a permission of its own.
              FOR tenant_table IN
                SELECT c.relname FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'owner_province' AND NOT a.attisdropped
                WHERE c.relkind IN ('r', 'p')
              LOOP
                EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
                EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
                EXECUTE format('DROP POLICY IF EXISTS owner_scope ON %I', tenant_table);
                EXECUTE format($policy$CREATE POLICY owner_scope ON %I USING (
                  owner_province IS NULL
                  OR (SELECT current_setting('{{ProvinceScopeInterceptor.Setting}}', true)) = '{{ProvinceScopeInterceptor.EveryProvince}}'
                  OR owner_province = ANY ((SELECT string_to_array(current_setting('{{ProvinceScopeInterceptor.Setting}}', true), ','))::text[]))$policy$, tenant_table);
              END LOOP;
            END $do$;
            GRANT USAGE ON SCHEMA public TO {{ApplicationRole}}, {{SearchRole}};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {{ApplicationRole}};
            GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {{ApplicationRole}};
            DO $do$
            DECLARE append_only text;
            BEGIN
              FOREACH append_only IN ARRAY string_to_array('{{AppendOnlyTables}}', ' ') LOOP
                IF to_regclass(append_only) IS NOT NULL THEN
                  EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM {{ApplicationRole}}', append_only);
                END IF;
              END LOOP;
            END $do$;
            """,
            cancellationToken);
    }
}

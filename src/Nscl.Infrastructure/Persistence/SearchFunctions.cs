using Microsoft.EntityFrameworkCore;

namespace Nscl.Infrastructure.Persistence;

/// <summary>
/// <c>LIKE</c> is not leakproof, so under row-level security PostgreSQL would not use a trigram index: search would read the whole
/// table. One function per searchable table therefore runs as a role without login that is exempt from row security, with the
/// caller's provinces and rows inside, and answers ids only; the outer query stays under row security.
/// </summary>
internal static class SearchFunctions
{
    /// <summary>Alternatives inside one group of patterns are separated by this character, which no search key holds.</summary>
    public const char Separator = '\u001f';

    /// <summary>The domain's <c>EnterpriseNames.SimilarFrom</c>, which only a literal can bring into a function's settings; a test holds the two together.</summary>
    public const string IndexedFrom = "0.6";

    public static Task ApplyAsync(DbContext owner, CancellationToken cancellationToken) => owner.Database.ExecuteSqlRawAsync(
        $$"""
        -- Loads the library: a setting that no library of the session owns may be stored by superusers only.
        SELECT similarity('', '');
        CREATE OR REPLACE FUNCTION nscl_search_condition(patterns text[]) RETURNS text
          LANGUAGE sql IMMUTABLE STRICT
          RETURN (SELECT coalesce(string_agg('(' || alternatives || ')', ' AND '), 'true')
                  FROM (SELECT (SELECT string_agg(format('search_key LIKE %L', alternative), ' OR ')
                                FROM unnest(string_to_array(pattern, chr(31))) AS alternative) AS alternatives
                        FROM unnest(patterns) AS pattern) AS groups);
        CREATE OR REPLACE FUNCTION nscl_search_enterprises(
            patterns text[], provinces text[], sees_all boolean, enterprise_ids uuid[], sector_codes text[], district_codes text[])
          RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $search$
        BEGIN
          RETURN QUERY EXECUTE
            'SELECT e.id FROM enterprises e WHERE ' || nscl_search_condition(patterns)
            || ' AND e.province = ANY ($1) AND ($2 OR e.id = ANY ($3) OR e.sector_code = ANY ($4) OR e.district_code = ANY ($5))'
            USING provinces, sees_all, enterprise_ids, sector_codes, district_codes;
        END $search$;
        CREATE OR REPLACE FUNCTION nscl_similar_enterprises(
            key text, similar_from float8, max_count int, provinces text[], sees_all boolean, enterprise_ids uuid[], sector_codes text[], district_codes text[])
          RETURNS TABLE (id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
          SET pg_trgm.similarity_threshold = {{IndexedFrom}} AS $similar$
          -- The operator is what the index answers, from the same threshold on: at the 0.3 it has by default the index gives several times as many rows.
          SELECT e.id FROM enterprises e
          WHERE e.name_key % key AND similarity(e.name_key, key) >= similar_from::float4 AND e.province = ANY (provinces)
            AND (sees_all OR e.id = ANY (enterprise_ids) OR e.sector_code = ANY (sector_codes) OR e.district_code = ANY (district_codes))
          ORDER BY similarity(e.name_key, key) DESC, e.id LIMIT max_count
        $similar$;
        CREATE OR REPLACE FUNCTION nscl_likest_enterprises(
            keys text[], similar_from float8, provinces text[], sees_all boolean, enterprise_ids uuid[], sector_codes text[], district_codes text[])
          RETURNS TABLE (place int, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $likest$
          SELECT (wanted.place - 1)::int, likest.id
          FROM unnest(keys) WITH ORDINALITY AS wanted (key, place)
          CROSS JOIN LATERAL nscl_similar_enterprises(wanted.key, similar_from, 1, provinces, sees_all, enterprise_ids, sector_codes, district_codes) AS likest
        $likest$;
        ALTER FUNCTION nscl_likest_enterprises OWNER TO {{DatabaseSecurity.SearchRole}};
        REVOKE ALL ON FUNCTION nscl_likest_enterprises FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION nscl_likest_enterprises TO {{DatabaseSecurity.ApplicationRole}};
        ALTER FUNCTION nscl_similar_enterprises OWNER TO {{DatabaseSecurity.SearchRole}};
        REVOKE ALL ON FUNCTION nscl_similar_enterprises FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION nscl_similar_enterprises TO {{DatabaseSecurity.ApplicationRole}};
        ALTER FUNCTION nscl_search_enterprises OWNER TO {{DatabaseSecurity.SearchRole}};
        REVOKE ALL ON FUNCTION nscl_search_enterprises FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION nscl_search_enterprises TO {{DatabaseSecurity.ApplicationRole}};
        GRANT SELECT ON enterprises TO {{DatabaseSecurity.SearchRole}};
        """,
        cancellationToken);
}

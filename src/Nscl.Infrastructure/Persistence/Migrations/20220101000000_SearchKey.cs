using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Nscl.Infrastructure.Persistence.Migrations;

/// <summary>
/// The folding that stored search keys are made with; it comes before the tables, whose generated columns call it.
/// Words are held together by a capital letter, which no folded text has: to the trigram index the whole key is one word, so the
/// borders between words are trigrams too, and a phrase of common words is found by its rare border instead of by rereading every
/// row that holds the words somewhere.
/// The body is parsed at creation, so that a dump restores it; unaccent's rules fold all 134 Vietnamese letters, đ included.
/// </summary>
[DbContext(typeof(NsclDbContext))]
[Migration("20220101000000_SearchKey")]
public sealed class SearchKey : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE EXTENSION IF NOT EXISTS unaccent;
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE FUNCTION f_search_key(value text) RETURNS text
          LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
          RETURN replace(lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC))), ' ', 'Z');
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP FUNCTION f_search_key(text);");
}

using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Nscl.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gist", ",,")
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .Annotation("Npgsql:PostgresExtension:unaccent", ",,");

            migrationBuilder.CreateTable(
                name: "admin_unit_successions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_codes = table.Column<string>(type: "jsonb", nullable: false),
                    to_codes = table.Column<string>(type: "jsonb", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_admin_unit_successions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "admin_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name_vi = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    level = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    province_code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    parent_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    official_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    former_parent_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    legal_basis = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    end_legal_basis = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    aliases = table.Column<string>(type: "jsonb", nullable: false),
                    former_names = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_admin_units", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agencies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    province_code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name_vi = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    short_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    parent_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    is_collective = table.Column<bool>(type: "boolean", nullable: false),
                    successors = table.Column<string>(type: "jsonb", nullable: false),
                    aliases = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agencies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    action = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    entity_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: true),
                    changes = table.Column<string>(type: "text", nullable: false),
                    trace_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_seals",
                columns: table => new
                {
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    chain_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_seals", x => new { x.province, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "audit_unsealed",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_unsealed", x => x.entry_id);
                });

            migrationBuilder.CreateTable(
                name: "business_clock",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    offset_seconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_business_clock", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_days",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name_vi = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_days", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "certificate_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_templates", x => x.id);
                    table.CheckConstraint("ck_certificate_templates_version", "version > 0");
                });

            migrationBuilder.CreateTable(
                name: "councils",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    decision_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    decision_date = table.Column<DateOnly>(type: "date", nullable: false),
                    term_from = table.Column<DateOnly>(type: "date", nullable: false),
                    term_to = table.Column<DateOnly>(type: "date", nullable: false),
                    quorum = table.Column<string>(type: "jsonb", nullable: false),
                    members = table.Column<string>(type: "jsonb", nullable: false),
                    member_user_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_councils", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    xml = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "enterprises",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tax_code = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    tax_code_kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    tax_code_override_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    name_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    organization_type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    district_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    sector_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    legal_representative = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    established_on = table.Column<DateOnly>(type: "date", nullable: true),
                    declared_field = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    insured_employees = table.Column<int>(type: "integer", nullable: true),
                    annual_revenue = table.Column<long>(type: "bigint", nullable: true),
                    total_capital = table.Column<long>(type: "bigint", nullable: true),
                    declared_year = table.Column<int>(type: "integer", nullable: true),
                    revenue_order = table.Column<long>(type: "bigint", nullable: false, computedColumnSql: "coalesce(annual_revenue, -1)", stored: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    search_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, computedColumnSql: "f_search_key(name || CASE tax_code_kind WHEN 'personalId' THEN '' ELSE ' ' || tax_code END)", stored: true),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enterprises", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_records",
                columns: table => new
                {
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    scope = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    headers = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_records", x => new { x.province, x.scope, x.key });
                });

            migrationBuilder.CreateTable(
                name: "management_systems",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name_vi = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    verification = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    is_certifiable = table.Column<bool>(type: "boolean", nullable: true),
                    certificate_years = table.Column<int>(type: "integer", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    tiers = table.Column<string>(type: "jsonb", nullable: false),
                    standard_numbers = table.Column<string>(type: "jsonb", nullable: false),
                    support_categories = table.Column<string>(type: "jsonb", nullable: false),
                    aliases = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_management_systems", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                columns: table => new
                {
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    series = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last_number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_series", x => new { x.province, x.series, x.year });
                    table.CheckConstraint("ck_number_series_last_number", "last_number > 0");
                });

            migrationBuilder.CreateTable(
                name: "oauth_applications",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    application_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    client_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    client_secret = table.Column<string>(type: "text", nullable: true),
                    client_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    concurrency_token = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    consent_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    display_name = table.Column<string>(type: "text", nullable: true),
                    display_names = table.Column<string>(type: "text", nullable: true),
                    json_web_key_set = table.Column<string>(type: "text", nullable: true),
                    permissions = table.Column<string>(type: "text", nullable: true),
                    post_logout_redirect_uris = table.Column<string>(type: "text", nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    redirect_uris = table.Column<string>(type: "text", nullable: true),
                    requirements = table.Column<string>(type: "text", nullable: true),
                    settings = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_oauth_applications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "oauth_scopes",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    concurrency_token = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    description = table.Column<string>(type: "text", nullable: true),
                    descriptions = table.Column<string>(type: "text", nullable: true),
                    display_name = table.Column<string>(type: "text", nullable: true),
                    display_names = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    resources = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_oauth_scopes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pack_entries",
                columns: table => new
                {
                    list = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    key = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    pack_key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pack_entries", x => new { x.list, x.key });
                });

            migrationBuilder.CreateTable(
                name: "packs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    owner_province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    title_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    content = table.Column<string>(type: "json", nullable: false),
                    sha256 = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    imported_by = table.Column<Guid>(type: "uuid", nullable: false),
                    imported_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_packs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "province_successions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    predecessor = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    successor = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_province_successions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "provinces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    name_vi = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    short_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    official_codes = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provinces", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reference_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    province_code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name_vi = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    source = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "roles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sees_all_rows = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "standards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    number = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    name_vi = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    level_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    verification = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    published_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    replaced_by_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    equivalents = table.Column<string>(type: "jsonb", nullable: false),
                    related = table.Column<string>(type: "jsonb", nullable: false),
                    links = table.Column<string>(type: "jsonb", nullable: false),
                    search_key = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, computedColumnSql: "f_search_key(number || ' ' || name_vi || ' ' || name_en)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standards", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stored_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size_bytes = table.Column<long>(type: "bigint", nullable: false),
                    media_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    file_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    uploaded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "subsidy_unit_balances",
                columns: table => new
                {
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    program_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    unit_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    held = table.Column<long>(type: "bigint", nullable: false),
                    cap = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subsidy_unit_balances", x => new { x.enterprise_id, x.program_id, x.item_code, x.unit_key });
                    table.CheckConstraint("ck__subsidy__balance_negative", "held >= 0");
                    table.CheckConstraint("ck__subsidy__cap_exceeded", "cap IS NULL OR held <= cap");
                });

            migrationBuilder.CreateTable(
                name: "support_programs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    title = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "vi-x-icu"),
                    short_title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    title_en = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    period_from = table.Column<DateOnly>(type: "date", nullable: false),
                    period_to = table.Column<DateOnly>(type: "date", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_programs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    full_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    enterprise_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    sector_codes = table.Column<List<string>>(type: "text[]", nullable: false),
                    district_codes = table.Column<List<string>>(type: "text[]", nullable: false),
                    is_disabled = table.Column<bool>(type: "boolean", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    security_stamp = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    phone_number = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "council_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    council_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    quorum = table.Column<string>(type: "jsonb", nullable: false),
                    members = table.Column<string>(type: "jsonb", nullable: false),
                    member_user_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    subjects = table.Column<string>(type: "jsonb", nullable: false),
                    subject_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    attendance = table.Column<string>(type: "jsonb", nullable: false),
                    declarations = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_council_sessions_councils_council_id",
                        column: x => x.council_id,
                        principalTable: "councils",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enterprise_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    system_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    standard_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    scope = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enterprise_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_enterprise_certificates_enterprises_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "enterprise_products",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    sector_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    gtin = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    is_key_product = table.Column<bool>(type: "boolean", nullable: false),
                    replaces_imports = table.Column<bool>(type: "boolean", nullable: false),
                    is_exported = table.Column<bool>(type: "boolean", nullable: false),
                    criteria_evidence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    standards = table.Column<string>(type: "jsonb", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enterprise_products", x => x.id);
                    table.ForeignKey(
                        name: "fk_enterprise_products_enterprises_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "enterprise_sites",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    district_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enterprise_sites", x => x.id);
                    table.ForeignKey(
                        name: "fk_enterprise_sites_enterprises_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "oauth_authorizations",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    application_id = table.Column<string>(type: "text", nullable: true),
                    concurrency_token = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    creation_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    scopes = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_oauth_authorizations", x => x.id);
                    table.ForeignKey(
                        name: "fk_oauth_authorizations_oauth_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "oauth_applications",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "role_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    role_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    claim_value = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_role_claims_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "role_permissions",
                columns: table => new
                {
                    role_id = table.Column<Guid>(type: "uuid", nullable: false),
                    permission = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_permissions", x => new { x.role_id, x.permission });
                    table.ForeignKey(
                        name: "fk_role_permissions_asp_net_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "award_seasons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    program_id = table.Column<Guid>(type: "uuid", nullable: true),
                    regime = table.Column<string>(type: "jsonb", nullable: false),
                    fillings = table.Column<string>(type: "jsonb", nullable: false),
                    reentry_years = table.Column<int>(type: "integer", nullable: true),
                    reentry_source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    operation_months = table.Column<int>(type: "integer", nullable: false),
                    product_market_months = table.Column<int>(type: "integer", nullable: true),
                    deadlines = table.Column<string>(type: "jsonb", nullable: false),
                    status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    closing_explanation = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    cancellation_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    forwarded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_seasons", x => x.id);
                    table.ForeignKey(
                        name: "fk_award_seasons_programs_program_id",
                        column: x => x.program_id,
                        principalTable: "support_programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commendation_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    program_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    agency = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: true),
                    form = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    achievement = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    review = table.Column<string>(type: "jsonb", nullable: true),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decision = table.Column<string>(type: "jsonb", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    timeline = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    search_key = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, computedColumnSql: "f_search_key(name || ' ' || coalesce(agency, '') || ' ' || code)", stored: true),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commendation_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_commendation_proposals_enterprises_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commendation_proposals_programs_program_id",
                        column: x => x.program_id,
                        principalTable: "support_programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "courses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    program_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    description = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    topics = table.Column<string>(type: "jsonb", nullable: false),
                    standards = table.Column<string>(type: "jsonb", nullable: false),
                    co_organizers = table.Column<string>(type: "jsonb", nullable: false),
                    provider = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    venue = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    district_code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    organization_quota = table.Column<int>(type: "integer", nullable: true),
                    audience = table.Column<string>(type: "jsonb", nullable: false),
                    mode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    waitlist_limit = table.Column<int>(type: "integer", nullable: true),
                    confirmation_hours = table.Column<int>(type: "integer", nullable: true),
                    contact_limit = table.Column<int>(type: "integer", nullable: false),
                    registration_closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    attendance_minimum = table.Column<int>(type: "integer", nullable: true),
                    notices = table.Column<string>(type: "jsonb", nullable: false),
                    cancellation_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    is_illustrative = table.Column<bool>(type: "boolean", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    search_key = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, computedColumnSql: "f_search_key(title || ' ' || code)", stored: true),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_courses", x => x.id);
                    table.CheckConstraint("ck_courses_attendance_minimum", "attendance_minimum BETWEEN 1 AND 10000");
                    table.ForeignKey(
                        name: "fk_courses_support_programs_program_id",
                        column: x => x.program_id,
                        principalTable: "support_programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outreach_campaigns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    program_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    districts = table.Column<string[]>(type: "text[]", nullable: false),
                    note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    is_illustrative = table.Column<bool>(type: "boolean", nullable: false),
                    created_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outreach_campaigns", x => x.id);
                    table.ForeignKey(
                        name: "fk_outreach_campaigns_programs_program_id",
                        column: x => x.program_id,
                        principalTable: "support_programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "policy_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    program_id = table.Column<Guid>(type: "uuid", nullable: false),
                    program_code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    effective_to = table.Column<DateOnly>(type: "date", nullable: true),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policy_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_policy_versions_programs_program_id",
                        column: x => x.program_id,
                        principalTable: "support_programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_subscriptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_subscriptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_calendar_subscriptions_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "experts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    full_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "vi-x-icu"),
                    source_group = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    agency_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    position = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    person_key = table.Column<string>(type: "character varying(501)", maxLength: 501, nullable: false),
                    appointment_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    appointed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    inactive_since = table.Column<DateOnly>(type: "date", nullable: true),
                    inactive_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    is_illustrative = table.Column<bool>(type: "boolean", nullable: false),
                    created_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    search_key = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true, computedColumnSql: "f_search_key(full_name || ' ' || agency_name)", stored: true),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_experts", x => x.id);
                    table.CheckConstraint("ck_experts_appointment", "(appointment_number IS NULL) = (appointed_on IS NULL)");
                    table.ForeignKey(
                        name: "fk_experts_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    claim_value = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_claims_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    provider_key = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    provider_display_name = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_user_logins_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_roles",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_roles", x => new { x.user_id, x.role_id });
                    table.ForeignKey(
                        name: "fk_user_roles_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_user_roles_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_sessions_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    name = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    value = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_user_tokens_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "oauth_tokens",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    application_id = table.Column<string>(type: "text", nullable: true),
                    authorization_id = table.Column<string>(type: "text", nullable: true),
                    concurrency_token = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    creation_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    expiration_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    payload = table.Column<string>(type: "text", nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    redemption_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reference_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    type = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_oauth_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_oauth_tokens_oauth_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "oauth_applications",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_oauth_tokens_oauth_authorizations_authorization_id",
                        column: x => x.authorization_id,
                        principalTable: "oauth_authorizations",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "award_nominations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    season_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    nominated_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    outreach_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    activity = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    official_employees = table.Column<int>(type: "integer", nullable: true),
                    type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    declarations = table.Column<string>(type: "jsonb", nullable: false),
                    self_assessment = table.Column<string>(type: "jsonb", nullable: false),
                    confirmations = table.Column<string>(type: "jsonb", nullable: false),
                    accepted_checks = table.Column<string>(type: "jsonb", nullable: true),
                    status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    check_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    supplements = table.Column<string>(type: "jsonb", nullable: false),
                    stages = table.Column<string>(type: "jsonb", nullable: false),
                    conclusion = table.Column<string>(type: "jsonb", nullable: true),
                    consent = table.Column<string>(type: "jsonb", nullable: true),
                    result = table.Column<string>(type: "jsonb", nullable: true),
                    feedback = table.Column<string>(type: "jsonb", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    timeline = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    search_key = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, computedColumnSql: "f_search_key(enterprise_name || ' ' || code)", stored: true),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_nominations", x => x.id);
                    table.ForeignKey(
                        name: "fk_award_nominations_award_seasons_season_id",
                        column: x => x.season_id,
                        principalTable: "award_seasons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_award_nominations_enterprises_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commendation_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    stored_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    attached_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    attached_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_of_earlier_meeting = table.Column<bool>(type: "boolean", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commendation_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_commendation_documents_commendation_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "commendation_proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_commendation_documents_stored_files_stored_file_id",
                        column: x => x.stored_file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificate_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_ids = table.Column<string>(type: "jsonb", nullable: false),
                    public_url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    handled = table.Column<int>(type: "integer", nullable: false),
                    issued = table.Column<int>(type: "integer", nullable: false),
                    skipped = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_batches", x => x.id);
                    table.CheckConstraint("ck_certificate_batches_handled", "issued >= 0 AND handled >= issued");
                    table.ForeignKey(
                        name: "fk_certificate_batches_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "course_check_ins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    open_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_check_ins", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_check_ins_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "course_evaluations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<string>(type: "jsonb", nullable: false),
                    token = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    on_paper = table.Column<int>(type: "integer", nullable: false),
                    shown = table.Column<string>(type: "jsonb", nullable: true),
                    shown_by_telephone = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_evaluations", x => x.id);
                    table.CheckConstraint("ck_course_evaluations_on_paper", "on_paper >= 0");
                    table.ForeignKey(
                        name: "fk_course_evaluations_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "course_registrations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    full_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "vi-x-icu"),
                    participant_kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    organization_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: true),
                    district_code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    phone_key = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    email_key = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    link_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    person_key = table.Column<string>(type: "character varying(501)", maxLength: 501, nullable: false),
                    organization_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    personal_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    homonym = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    notice_version = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    seat_number = table.Column<int>(type: "integer", nullable: true),
                    queue_number = table.Column<int>(type: "integer", nullable: false),
                    confirm_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    registered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    registered_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    search_key = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true, computedColumnSql: "f_search_key(full_name || ' ' || coalesce(organization_name, ''))", stored: true),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_registrations", x => x.id);
                    table.CheckConstraint("ck_course_registrations_seat_number", "seat_number > 0 AND (seat_number IS NOT NULL) = (status IN ('registered', 'offered'))");
                    table.ForeignKey(
                        name: "fk_course_registrations_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_course_registrations_enterprises_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "course_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    starts_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    ends_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    room = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    trainer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_sessions_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "course_supervision_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_supervision_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_supervision_notes_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_contracts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    provider_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    provider_tax_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    value = table.Column<long>(type: "bigint", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    acceptance = table.Column<string>(type: "jsonb", nullable: true),
                    terminated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    termination_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    created_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_contracts", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_contracts_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enrollments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    program_id = table.Column<Guid>(type: "uuid", nullable: false),
                    program_code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    policy_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    channel = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    statement = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    declarations = table.Column<string>(type: "jsonb", nullable: false),
                    timeline = table.Column<string>(type: "jsonb", nullable: false),
                    supplements = table.Column<string>(type: "jsonb", nullable: false),
                    council_conclusion = table.Column<string>(type: "jsonb", nullable: true),
                    decision = table.Column<string>(type: "jsonb", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    checked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    checked_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    applicant_status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, computedColumnSql: "CASE WHEN decision IS NOT NULL AND decision ->> 'publishedAt' IS NULL THEN decision ->> 'from' ELSE status END", stored: true),
                    decision_published = table.Column<bool>(type: "boolean", nullable: false, computedColumnSql: "coalesce(decision ->> 'publishedAt', '') <> ''", stored: true),
                    granted_total = table.Column<long>(type: "bigint", nullable: true),
                    listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, computedColumnSql: "coalesce(submitted_at, created_at)", stored: true),
                    requested_total = table.Column<long>(type: "bigint", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    supplement_deadline = table.Column<DateOnly>(type: "date", nullable: true, computedColumnSql: "CASE WHEN status = 'supplementRequired' THEN make_date(\n  split_part(supplements -> -1 ->> 'deadline', '-', 1)::int,\n  split_part(supplements -> -1 ->> 'deadline', '-', 2)::int,\n  split_part(supplements -> -1 ->> 'deadline', '-', 3)::int) END", stored: true),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    clocks = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enrollments", x => x.id);
                    table.ForeignKey(
                        name: "fk_enrollments_enterprises_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrollments_policy_versions_policy_version_id",
                        column: x => x.policy_version_id,
                        principalTable: "policy_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrollments_programs_program_id",
                        column: x => x.program_id,
                        principalTable: "support_programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subsidy_calculations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrollment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    policy_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: false),
                    policy_version = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: true),
                    calculated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subsidy_calculations", x => x.id);
                    table.ForeignKey(
                        name: "fk_subsidy_calculations_policy_versions_policy_version_id",
                        column: x => x.policy_version_id,
                        principalTable: "policy_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expert_assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    expert_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    closing_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    closed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    assigned_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_expert_assignments_enterprises_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_expert_assignments_experts_expert_id",
                        column: x => x.expert_id,
                        principalTable: "experts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "award_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    stored_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    attached_by = table.Column<Guid>(type: "uuid", nullable: false),
                    attached_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    attached_by_party = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    attached_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_handed_in = table.Column<bool>(type: "boolean", nullable: false),
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_award_documents_award_nominations_nomination_id",
                        column: x => x.nomination_id,
                        principalTable: "award_nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_award_documents_stored_files_stored_file_id",
                        column: x => x.stored_file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "award_score_sheets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    assessor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    scores = table.Column<string>(type: "jsonb", nullable: false),
                    comment = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    scored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_score_sheets", x => x.id);
                    table.ForeignKey(
                        name: "fk_award_score_sheets_award_nominations_nomination_id",
                        column: x => x.nomination_id,
                        principalTable: "award_nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "award_wins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "vi-x-icu"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    entitlement = table.Column<string>(type: "jsonb", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_wins", x => x.id);
                    table.ForeignKey(
                        name: "fk_award_wins_award_nominations_nomination_id",
                        column: x => x.nomination_id,
                        principalTable: "award_nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_award_wins_enterprises_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_boxes",
                columns: table => new
                {
                    evaluation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    papers = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluation_boxes", x => x.evaluation_id);
                    table.ForeignKey(
                        name: "fk_evaluation_boxes_course_evaluations_evaluation_id",
                        column: x => x.evaluation_id,
                        principalTable: "course_evaluations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "course_attendances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_present = table.Column<bool>(type: "boolean", nullable: false),
                    present_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    method = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_attendances", x => x.id);
                    table.CheckConstraint("ck_course_attendances_present_at", "(present_at IS NOT NULL) = is_present");
                    table.ForeignKey(
                        name: "fk_course_attendances_course_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "course_registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_course_attendances_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_markers",
                columns: table => new
                {
                    evaluation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("ux__evaluation__already_answered", x => new { x.evaluation_id, x.registration_id });
                    table.ForeignKey(
                        name: "fk_evaluation_markers_course_evaluations_evaluation_id",
                        column: x => x.evaluation_id,
                        principalTable: "course_evaluations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evaluation_markers_course_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "course_registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expert_qualifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: true),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    evidence_file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    evidence_file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    added_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expert_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_qualifications", x => x.id);
                    table.ForeignKey(
                        name: "fk_expert_qualifications_course_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "course_registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_expert_qualifications_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_expert_qualifications_experts_expert_id",
                        column: x => x.expert_id,
                        principalTable: "experts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_expert_qualifications_stored_files_evidence_file_id",
                        column: x => x.evidence_file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    verification_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    facts = table.Column<string>(type: "jsonb", nullable: false),
                    status = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    revoked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revoked_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    revocation_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_certificates", x => x.id);
                    table.CheckConstraint("ck_training_certificates_revoked_on", "(revoked_on IS NOT NULL) = (status = 'revoked')");
                    table.ForeignKey(
                        name: "fk_training_certificates_course_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "course_registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_training_certificates_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_contract_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    stored_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    attached_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    attached_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_contract_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_contract_documents_stored_files_stored_file_id",
                        column: x => x.stored_file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_training_contract_documents_training_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "training_contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "enrollment_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    stored_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    superseded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    uploaded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    uploaded_by_party = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    enrollment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enrollment_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_enrollment_documents_enrollments_enrollment_id",
                        column: x => x.enrollment_id,
                        principalTable: "enrollments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_enrollment_documents_stored_files_stored_file_id",
                        column: x => x.stored_file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enrollment_support_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    item_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    unit_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    eligible_cost = table.Column<long>(type: "bigint", nullable: false),
                    other_public_support = table.Column<long>(type: "bigint", nullable: false),
                    sources = table.Column<string>(type: "jsonb", nullable: false),
                    enrollment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    program_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enrollment_support_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_enrollment_support_lines_enrollments_enrollment_id",
                        column: x => x.enrollment_id,
                        principalTable: "enrollments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outreach_prospects",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    program_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    stage = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    last_act_on = table.Column<DateOnly>(type: "date", nullable: true),
                    follow_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reasons = table.Column<string[]>(type: "text[]", nullable: false),
                    held_systems = table.Column<string[]>(type: "text[]", nullable: false),
                    enrollment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_illustrative = table.Column<bool>(type: "boolean", nullable: false),
                    added_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outreach_prospects", x => x.id);
                    table.ForeignKey(
                        name: "fk_outreach_prospects_enrollments_enrollment_id",
                        column: x => x.enrollment_id,
                        principalTable: "enrollments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outreach_prospects_enterprises_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outreach_prospects_outreach_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "outreach_campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outreach_prospects_programs_program_id",
                        column: x => x.program_id,
                        principalTable: "support_programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subsidy_holdings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    program_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrollment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    calculation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    unit_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    cumulative_cap = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    cycle_ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subsidy_holdings", x => x.id);
                    table.CheckConstraint("ck__subsidy__holding_positive", "amount > 0");
                    table.ForeignKey(
                        name: "fk_subsidy_holdings_enterprises_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subsidy_holdings_subsidy_calculations_calculation_id",
                        column: x => x.calculation_id,
                        principalTable: "subsidy_calculations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outreach_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    channel = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    carried_out_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    met_with = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    reasons = table.Column<string[]>(type: "text[]", nullable: false),
                    follow_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    held_systems = table.Column<string[]>(type: "text[]", nullable: true),
                    enrollment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entered_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_taken_back = table.Column<bool>(type: "boolean", nullable: false),
                    taken_back_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    taken_back_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    prospect_id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outreach_acts", x => x.id);
                    table.ForeignKey(
                        name: "fk_outreach_acts_outreach_prospects_prospect_id",
                        column: x => x.prospect_id,
                        principalTable: "outreach_prospects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_admin_unit_successions_on",
                table: "admin_unit_successions",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_admin_units_code",
                table: "admin_units",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_admin_units_province_code_level",
                table: "admin_units",
                columns: new[] { "province_code", "level" });

            migrationBuilder.CreateIndex(
                name: "ix_agencies_province_code_code",
                table: "agencies",
                columns: new[] { "province_code", "code" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_entity_id_occurred_at_id",
                table: "audit_entries",
                columns: new[] { "entity_id", "occurred_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_province_actor_id_occurred_at_id",
                table: "audit_entries",
                columns: new[] { "province", "actor_id", "occurred_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_province_occurred_at_id",
                table: "audit_entries",
                columns: new[] { "province", "occurred_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_seals_entry_id",
                table: "audit_seals",
                column: "entry_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_award_documents_nomination_id",
                table: "award_documents",
                column: "nomination_id");

            migrationBuilder.CreateIndex(
                name: "ix_award_documents_stored_file_id",
                table: "award_documents",
                column: "stored_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_award_nominations_enterprise",
                table: "award_nominations",
                column: "enterprise_id");

            migrationBuilder.CreateIndex(
                name: "ix_award_nominations_status",
                table: "award_nominations",
                columns: new[] { "season_id", "status" })
                .Annotation("Npgsql:IndexInclude", new[] { "province" });

            migrationBuilder.CreateIndex(
                name: "ux__award_nomination__code_taken",
                table: "award_nominations",
                columns: new[] { "province", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux__award_nomination__enterprise_nominated",
                table: "award_nominations",
                columns: new[] { "season_id", "enterprise_id" },
                unique: true,
                filter: "status <> 'withdrawn'");

            migrationBuilder.CreateIndex(
                name: "ux__award_nomination__scored_already",
                table: "award_score_sheets",
                columns: new[] { "nomination_id", "stage", "assessor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_award_seasons_program",
                table: "award_seasons",
                column: "program_id");

            migrationBuilder.CreateIndex(
                name: "ux__award_season__year_taken",
                table: "award_seasons",
                columns: new[] { "province", "year" },
                unique: true,
                filter: "status <> 'cancelled'");

            migrationBuilder.CreateIndex(
                name: "ix_award_wins_enterprise",
                table: "award_wins",
                column: "enterprise_id");

            migrationBuilder.CreateIndex(
                name: "ix_award_wins_nomination_id",
                table: "award_wins",
                column: "nomination_id");

            migrationBuilder.CreateIndex(
                name: "ux__award_win__year_taken",
                table: "award_wins",
                columns: new[] { "province", "year", "enterprise_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_calendar_days_date",
                table: "calendar_days",
                column: "date",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_calendar_subscriptions_secret_hash",
                table: "calendar_subscriptions",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_calendar_subscriptions_user",
                table: "calendar_subscriptions",
                column: "user_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificate_batches_course",
                table: "certificate_batches",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_batches_running",
                table: "certificate_batches",
                column: "state",
                filter: "state = 'running'");

            migrationBuilder.CreateIndex(
                name: "ux__certificate_template__version_taken",
                table: "certificate_templates",
                columns: new[] { "province", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commendation_documents_proposal_id",
                table: "commendation_documents",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_commendation_documents_stored_file_id",
                table: "commendation_documents",
                column: "stored_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_commendation_proposals_enterprise_id",
                table: "commendation_proposals",
                column: "enterprise_id");

            migrationBuilder.CreateIndex(
                name: "ix_commendation_proposals_program",
                table: "commendation_proposals",
                columns: new[] { "program_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ux__commendation__code_taken",
                table: "commendation_proposals",
                columns: new[] { "province", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_council_sessions_council_id",
                table: "council_sessions",
                column: "council_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_sessions_held_on",
                table: "council_sessions",
                columns: new[] { "province", "held_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_council_sessions_subjects",
                table: "council_sessions",
                column: "subject_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_councils_decision_date",
                table: "councils",
                columns: new[] { "province", "decision_date", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_course_attendances_course",
                table: "course_attendances",
                column: "course_id")
                .Annotation("Npgsql:IndexInclude", new[] { "session_id", "registration_id", "is_present", "province" });

            migrationBuilder.CreateIndex(
                name: "ux__attendance__recorded_already",
                table: "course_attendances",
                columns: new[] { "registration_id", "session_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_course_check_ins_course_id",
                table: "course_check_ins",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ux__check_in__code_taken",
                table: "course_check_ins",
                column: "code",
                unique: true,
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux__check_in__opened_already",
                table: "course_check_ins",
                column: "session_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux__check_in__token_taken",
                table: "course_check_ins",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux__evaluation__code_taken",
                table: "course_evaluations",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux__evaluation__opened_already",
                table: "course_evaluations",
                column: "course_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux__evaluation__token_taken",
                table: "course_evaluations",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_course_registrations_confirm_by",
                table: "course_registrations",
                column: "confirm_by",
                filter: "confirm_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_course_registrations_email",
                table: "course_registrations",
                columns: new[] { "course_id", "email_key" },
                filter: "email_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_course_registrations_enterprise",
                table: "course_registrations",
                column: "enterprise_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_registrations_person",
                table: "course_registrations",
                columns: new[] { "province", "person_key" });

            migrationBuilder.CreateIndex(
                name: "ix_course_registrations_phone",
                table: "course_registrations",
                columns: new[] { "course_id", "phone_key" },
                filter: "phone_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_course_registrations_status",
                table: "course_registrations",
                columns: new[] { "course_id", "status", "queue_number" })
                .Annotation("Npgsql:IndexInclude", new[] { "province" });

            migrationBuilder.CreateIndex(
                name: "ux__course_registration__duplicate_person",
                table: "course_registrations",
                columns: new[] { "course_id", "person_key", "homonym" },
                unique: true,
                filter: "status IN ('awaitingApproval', 'registered', 'offered', 'waitlisted')");

            migrationBuilder.CreateIndex(
                name: "ux__course_registration__personal_code_taken",
                table: "course_registrations",
                columns: new[] { "course_id", "personal_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux__course_registration__queue_number_taken",
                table: "course_registrations",
                columns: new[] { "course_id", "queue_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux__course_registration__seat_taken",
                table: "course_registrations",
                columns: new[] { "course_id", "seat_number" },
                unique: true,
                filter: "seat_number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_course_registrations_link_hash",
                table: "course_registrations",
                column: "link_hash",
                unique: true,
                filter: "link_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_course_sessions_course_id",
                table: "course_sessions",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_supervision_notes_on",
                table: "course_supervision_notes",
                columns: new[] { "course_id", "on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_courses_ends_on",
                table: "courses",
                columns: new[] { "province", "ends_on" });

            migrationBuilder.CreateIndex(
                name: "ix_courses_program",
                table: "courses",
                column: "program_id");

            migrationBuilder.CreateIndex(
                name: "ix_courses_starts_on",
                table: "courses",
                columns: new[] { "province", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_courses_status",
                table: "courses",
                columns: new[] { "province", "status", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ux__course__code_taken",
                table: "courses",
                columns: new[] { "province", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_enrollment_documents_enrollment_id",
                table: "enrollment_documents",
                column: "enrollment_id");

            migrationBuilder.CreateIndex(
                name: "ix_enrollment_documents_stored_file_id",
                table: "enrollment_documents",
                column: "stored_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_enrollment_support_lines_enrollment_id",
                table: "enrollment_support_lines",
                column: "enrollment_id");

            migrationBuilder.CreateIndex(
                name: "ux__enrollment__unit_in_open_dossier",
                table: "enrollment_support_lines",
                columns: new[] { "enterprise_id", "program_id", "item_code", "unit_key" },
                unique: true,
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_enterprise",
                table: "enrollments",
                columns: new[] { "enterprise_id", "status", "province" });

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_listed",
                table: "enrollments",
                columns: new[] { "province", "listed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_policy_version_id",
                table: "enrollments",
                column: "policy_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_program",
                table: "enrollments",
                columns: new[] { "program_id", "status", "listed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_status",
                table: "enrollments",
                columns: new[] { "province", "status", "listed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_supplement_deadline",
                table: "enrollments",
                column: "supplement_deadline",
                filter: "supplement_deadline IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux__enrollment__code_taken",
                table: "enrollments",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_enterprise_certificates_enterprise_id",
                table: "enterprise_certificates",
                column: "enterprise_id");

            migrationBuilder.CreateIndex(
                name: "ix_enterprise_products_enterprise_id",
                table: "enterprise_products",
                column: "enterprise_id");

            migrationBuilder.CreateIndex(
                name: "ix_enterprise_sites_enterprise_id",
                table: "enterprise_sites",
                column: "enterprise_id");

            migrationBuilder.CreateIndex(
                name: "ix_enterprises_name_key",
                table: "enterprises",
                column: "name_key")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_enterprises_province_district_code_id",
                table: "enterprises",
                columns: new[] { "province", "district_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_enterprises_province_name_id",
                table: "enterprises",
                columns: new[] { "province", "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_enterprises_search_key",
                table: "enterprises",
                column: "search_key")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_enterprises_sector_revenue",
                table: "enterprises",
                columns: new[] { "province", "sector_code", "revenue_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ux__enterprise__tax_code_taken",
                table: "enterprises",
                columns: new[] { "province", "tax_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evaluation_markers_registration_id",
                table: "evaluation_markers",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_expert_assignments_enterprise",
                table: "expert_assignments",
                columns: new[] { "enterprise_id", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_expert_assignments_expert",
                table: "expert_assignments",
                columns: new[] { "expert_id", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_expert_assignments_starts_on",
                table: "expert_assignments",
                columns: new[] { "province", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_expert_qualifications_course_id",
                table: "expert_qualifications",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_expert_qualifications_ends_on",
                table: "expert_qualifications",
                column: "ends_on");

            migrationBuilder.CreateIndex(
                name: "ix_expert_qualifications_evidence_file_id",
                table: "expert_qualifications",
                column: "evidence_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_expert_qualifications_expert_id",
                table: "expert_qualifications",
                column: "expert_id");

            migrationBuilder.CreateIndex(
                name: "ux__expert__training_recorded",
                table: "expert_qualifications",
                column: "registration_id",
                unique: true,
                filter: "registration_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_experts_created_at",
                table: "experts",
                columns: new[] { "province", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_experts_full_name",
                table: "experts",
                columns: new[] { "province", "full_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_experts_person",
                table: "experts",
                columns: new[] { "province", "person_key" });

            migrationBuilder.CreateIndex(
                name: "ux__expert__account_taken",
                table: "experts",
                column: "user_id",
                unique: true,
                filter: "user_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_records_created_at",
                table: "idempotency_records",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_management_systems_code",
                table: "management_systems",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_oauth_applications_client_id",
                table: "oauth_applications",
                column: "client_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_oauth_authorizations_application_id_status_subject_type",
                table: "oauth_authorizations",
                columns: new[] { "application_id", "status", "subject", "type" });

            migrationBuilder.CreateIndex(
                name: "ix_oauth_scopes_name",
                table: "oauth_scopes",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_oauth_tokens_application_id_status_subject_type",
                table: "oauth_tokens",
                columns: new[] { "application_id", "status", "subject", "type" });

            migrationBuilder.CreateIndex(
                name: "ix_oauth_tokens_authorization_id",
                table: "oauth_tokens",
                column: "authorization_id");

            migrationBuilder.CreateIndex(
                name: "ix_oauth_tokens_reference_id",
                table: "oauth_tokens",
                column: "reference_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outreach_acts_kind",
                table: "outreach_acts",
                columns: new[] { "kind", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_outreach_acts_prospect",
                table: "outreach_acts",
                columns: new[] { "prospect_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outreach_campaigns_program_id",
                table: "outreach_campaigns",
                column: "program_id");

            migrationBuilder.CreateIndex(
                name: "ix_outreach_campaigns_starts_on",
                table: "outreach_campaigns",
                columns: new[] { "province", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outreach_prospects_added",
                table: "outreach_prospects",
                columns: new[] { "province", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outreach_prospects_enterprise",
                table: "outreach_prospects",
                column: "enterprise_id");

            migrationBuilder.CreateIndex(
                name: "ix_outreach_prospects_program_id",
                table: "outreach_prospects",
                column: "program_id");

            migrationBuilder.CreateIndex(
                name: "ux__outreach_prospect__already_on_list",
                table: "outreach_prospects",
                columns: new[] { "campaign_id", "enterprise_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux__outreach_prospect__enrollment_taken",
                table: "outreach_prospects",
                column: "enrollment_id",
                unique: true,
                filter: "enrollment_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pack_entries_pack_key",
                table: "pack_entries",
                column: "pack_key");

            migrationBuilder.CreateIndex(
                name: "ux__pack__key_taken",
                table: "packs",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux__policy__version_exists",
                table: "policy_versions",
                columns: new[] { "program_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_province_successions_predecessor",
                table: "province_successions",
                column: "predecessor",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_provinces_code",
                table: "provinces",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reference_items_list_province_code_code",
                table: "reference_items",
                columns: new[] { "list", "province_code", "code" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_role_claims_role_id",
                table: "role_claims",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "roles",
                column: "normalized_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_standards_code",
                table: "standards",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_standards_number_id",
                table: "standards",
                columns: new[] { "number", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_standards_search_key",
                table: "standards",
                column: "search_key")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_sha256",
                table: "stored_files",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_subsidy_calculations_enrollment_id_kind_calculated_at",
                table: "subsidy_calculations",
                columns: new[] { "enrollment_id", "kind", "calculated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_subsidy_calculations_policy_version_id",
                table: "subsidy_calculations",
                column: "policy_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_subsidy_holdings_calculation_id",
                table: "subsidy_holdings",
                column: "calculation_id");

            migrationBuilder.CreateIndex(
                name: "ix_subsidy_holdings_enterprise_id_program_id",
                table: "subsidy_holdings",
                columns: new[] { "enterprise_id", "program_id" });

            migrationBuilder.CreateIndex(
                name: "ix_subsidy_holdings_program_id_year",
                table: "subsidy_holdings",
                columns: new[] { "program_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ux__subsidy__already_reserved",
                table: "subsidy_holdings",
                columns: new[] { "enrollment_id", "item_code", "unit_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_programs_province_period_from_id",
                table: "support_programs",
                columns: new[] { "province", "period_from", "id" });

            migrationBuilder.CreateIndex(
                name: "ux__program__code_taken",
                table: "support_programs",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_training_certificates_course",
                table: "training_certificates",
                columns: new[] { "course_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_training_certificates_person",
                table: "training_certificates",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux__certificate__already_issued",
                table: "training_certificates",
                column: "registration_id",
                unique: true,
                filter: "status = 'issued'");

            migrationBuilder.CreateIndex(
                name: "ux__certificate__code_taken",
                table: "training_certificates",
                column: "verification_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux__certificate__number_taken",
                table: "training_certificates",
                columns: new[] { "province", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_training_contract_documents_contract_id",
                table: "training_contract_documents",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_contract_documents_stored_file_id",
                table: "training_contract_documents",
                column: "stored_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_contracts_signed_on",
                table: "training_contracts",
                columns: new[] { "course_id", "signed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ux__training_contract__course_has_contract",
                table: "training_contracts",
                column: "course_id",
                unique: true,
                filter: "status <> 'terminated'");

            migrationBuilder.CreateIndex(
                name: "ix_user_claims_user_id",
                table: "user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_logins_user_id",
                table: "user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_roles_role_id",
                table: "user_roles",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_sessions_started_at",
                table: "user_sessions",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_user_sessions_user_id",
                table: "user_sessions",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "users",
                column: "normalized_user_name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "admin_unit_successions");

            migrationBuilder.DropTable(
                name: "admin_units");

            migrationBuilder.DropTable(
                name: "agencies");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "audit_seals");

            migrationBuilder.DropTable(
                name: "audit_unsealed");

            migrationBuilder.DropTable(
                name: "award_documents");

            migrationBuilder.DropTable(
                name: "award_score_sheets");

            migrationBuilder.DropTable(
                name: "award_wins");

            migrationBuilder.DropTable(
                name: "business_clock");

            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "calendar_subscriptions");

            migrationBuilder.DropTable(
                name: "certificate_batches");

            migrationBuilder.DropTable(
                name: "certificate_templates");

            migrationBuilder.DropTable(
                name: "commendation_documents");

            migrationBuilder.DropTable(
                name: "council_sessions");

            migrationBuilder.DropTable(
                name: "course_attendances");

            migrationBuilder.DropTable(
                name: "course_check_ins");

            migrationBuilder.DropTable(
                name: "course_sessions");

            migrationBuilder.DropTable(
                name: "course_supervision_notes");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "enrollment_documents");

            migrationBuilder.DropTable(
                name: "enrollment_support_lines");

            migrationBuilder.DropTable(
                name: "enterprise_certificates");

            migrationBuilder.DropTable(
                name: "enterprise_products");

            migrationBuilder.DropTable(
                name: "enterprise_sites");

            migrationBuilder.DropTable(
                name: "evaluation_boxes");

            migrationBuilder.DropTable(
                name: "evaluation_markers");

            migrationBuilder.DropTable(
                name: "expert_assignments");

            migrationBuilder.DropTable(
                name: "expert_qualifications");

            migrationBuilder.DropTable(
                name: "idempotency_records");

            migrationBuilder.DropTable(
                name: "management_systems");

            migrationBuilder.DropTable(
                name: "number_series");

            migrationBuilder.DropTable(
                name: "oauth_scopes");

            migrationBuilder.DropTable(
                name: "oauth_tokens");

            migrationBuilder.DropTable(
                name: "outreach_acts");

            migrationBuilder.DropTable(
                name: "pack_entries");

            migrationBuilder.DropTable(
                name: "packs");

            migrationBuilder.DropTable(
                name: "province_successions");

            migrationBuilder.DropTable(
                name: "provinces");

            migrationBuilder.DropTable(
                name: "reference_items");

            migrationBuilder.DropTable(
                name: "role_claims");

            migrationBuilder.DropTable(
                name: "role_permissions");

            migrationBuilder.DropTable(
                name: "standards");

            migrationBuilder.DropTable(
                name: "subsidy_holdings");

            migrationBuilder.DropTable(
                name: "subsidy_unit_balances");

            migrationBuilder.DropTable(
                name: "training_certificates");

            migrationBuilder.DropTable(
                name: "training_contract_documents");

            migrationBuilder.DropTable(
                name: "user_claims");

            migrationBuilder.DropTable(
                name: "user_logins");

            migrationBuilder.DropTable(
                name: "user_roles");

            migrationBuilder.DropTable(
                name: "user_sessions");

            migrationBuilder.DropTable(
                name: "user_tokens");

            migrationBuilder.DropTable(
                name: "award_nominations");

            migrationBuilder.DropTable(
                name: "commendation_proposals");

            migrationBuilder.DropTable(
                name: "councils");

            migrationBuilder.DropTable(
                name: "course_evaluations");

            migrationBuilder.DropTable(
                name: "experts");

            migrationBuilder.DropTable(
                name: "oauth_authorizations");

            migrationBuilder.DropTable(
                name: "outreach_prospects");

            migrationBuilder.DropTable(
                name: "subsidy_calculations");

            migrationBuilder.DropTable(
                name: "course_registrations");

            migrationBuilder.DropTable(
                name: "stored_files");

            migrationBuilder.DropTable(
                name: "training_contracts");

            migrationBuilder.DropTable(
                name: "roles");

            migrationBuilder.DropTable(
                name: "award_seasons");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "oauth_applications");

            migrationBuilder.DropTable(
                name: "enrollments");

            migrationBuilder.DropTable(
                name: "outreach_campaigns");

            migrationBuilder.DropTable(
                name: "courses");

            migrationBuilder.DropTable(
                name: "enterprises");

            migrationBuilder.DropTable(
                name: "policy_versions");

            migrationBuilder.DropTable(
                name: "support_programs");
        }
    }
}

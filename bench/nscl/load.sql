-- The bench data set as rows of the product: psql -v folder=… -f load.sql, as a superuser of the bench cluster (past row-level security).
-- A province "bench" is heir to the 34 provinces of the data set, so its officer sees all rows and W2 narrows to one of them.
\set ON_ERROR_STOP on
begin;
set local synchronous_commit = off;
create temp table programme(id int, code text, name_vi text, max_amount bigint) on commit drop;
create temp table enterprise(id uuid, tax_code text, name_vi text, org_type text, size_class text, sector text, district text, province text,
  employees int, revenue bigint, capital bigint, is_priority boolean, created_at timestamptz) on commit drop;
create temp table dossier(id uuid, enterprise_id uuid, programme_id int, status text, requested_amount bigint, approved_amount bigint, submitted_at timestamptz) on commit drop;
create temp table course(id int, title text, programme_id int, starts_on date, seats int, seats_taken int, status text) on commit drop;
create temp table course_registration(id uuid, course_id int, enterprise_id uuid, attendee_name text, attendee_email text, created_at timestamptz) on commit drop;
\setenv FOLDER :folder
\copy programme from program 'tail -n +2 "$FOLDER/programme.tsv"'
\copy enterprise from program 'tail -n +2 "$FOLDER/enterprise.tsv"'
\copy dossier from program 'tail -n +2 "$FOLDER/dossier.tsv"'
\copy course from program 'tail -n +2 "$FOLDER/course.tsv"'
\copy course_registration from program 'tail -n +2 "$FOLDER/course_registration.tsv"'

-- Same rule as fold() in gen_data.py and the "map" of the adapter: "Hà Nội" is haNoi.
create temp table bench_province on commit drop as
  select name, lower(left(joined, 1)) || substr(joined, 2) as code
  from (select distinct province as name, replace(initcap(lower(unaccent(province))), ' ', '') as joined from enterprise) as names;
insert into provinces(id, code, name_vi, name_en, short_name, official_codes)
  select gen_random_uuid(), code, name, name, name, '[]'::jsonb from bench_province where code not in (select code from provinces)
  union all select gen_random_uuid(), 'bench', 'Bench', 'Bench', 'Bench', '[]'::jsonb;
-- Successions of the demo would put a second heir beside the bench.
delete from province_successions;
insert into province_successions(id, predecessor, successor, "on", legal_basis)
  select gen_random_uuid(), code, 'bench', '2000-01-01', 'bench' from bench_province;

insert into support_programs
  select (jsonb_populate_record(null::support_programs, to_jsonb(program) || jsonb_build_object('id', bench_id, 'code', 'BENCH' || bench_programme.id, 'province', 'bench', 'period_from', '2020-01-01', 'period_to', '2099-12-31'))).*
  from support_programs as program, programme as bench_programme,
    lateral (select overlay(md5('p' || bench_programme.id) placing '7' from 13)::uuid as bench_id) as made
  where program.code = 'KT2021';
insert into policy_versions
  select (jsonb_populate_record(null::policy_versions, to_jsonb(v) || jsonb_build_object('id', gen_random_uuid(), 'program_id', program.id, 'program_code', program.code, 'province', 'bench', 'effective_from', '2020-01-01', 'effective_to', '2099-12-31'))).*
  from policy_versions as v, support_programs as program
  where v.program_code = 'KT2021' and program.code like 'BENCH%';

insert into enterprises(id, tax_code, tax_code_kind, name, name_key, organization_type, district_code, sector_code,
    declared_field, insured_employees, annual_revenue, total_capital, declared_year, province, revision)
  select e.id, e.tax_code, 'enterprise', e.name_vi, lower(unaccent(e.name_vi)),
    case e.org_type when 'HTX' then 'cooperative' when 'HKD' then 'businessHousehold' else 'enterprise' end,
    e.district, e.sector, case when e.sector in ('A', 'C', 'F') then 'agricultureIndustryConstruction' else 'tradeServices' end,
    e.employees, e.revenue, e.capital, 2024, p.code, 0
  from enterprise as e join bench_province as p on p.name = e.province;

insert into enrollments(id, code, program_id, program_code, enterprise_id, policy_version_id, status, channel, declarations, timeline, supplements,
    created_by, created_at, submitted_at, requested_total, granted_total, province, revision, clocks)
  select d.id, case when d.status <> 'draft' then 'BENCH-' || row_number() over (order by d.id) end, program.id, program.code, d.enterprise_id, version.id,
    case d.status when 'in_review' then 'checking' when 'need_info' then 'supplementRequired' when 'disbursed' then 'contracted' else d.status end,
    'online', '{"commitsCounterpart": true, "receivesOtherPublicSupport": false}'::jsonb, '[]'::jsonb,
    case d.status when 'need_info' then '[{"reason": "bench", "deadline": "2099-12-31", "items": ["D05"], "requestedAt": "2024-01-01T00:00:00Z", "requestedOn": "2024-01-01"}]'::jsonb else '[]'::jsonb end,
    (select id from users where user_name = 'officer'), coalesce(d.submitted_at, '2024-01-01'), d.submitted_at, d.requested_amount, d.approved_amount, 'bench', 0, '[]'::jsonb
  from dossier as d
  join support_programs as program on program.code = 'BENCH' || d.programme_id
  join policy_versions as version on version.program_id = program.id;
insert into enrollment_support_lines(id, position, item_code, unit_key, unit_name, eligible_cost, other_public_support, sources, enrollment_id, enterprise_id, is_open, program_id, province)
  select gen_random_uuid(), 0, 'P100-BARCODE', 'barcode:' || e.id, 'Sản phẩm', e.requested_total, 0,
    jsonb_build_array(jsonb_build_object('source', 'counterpart', 'amount', e.requested_total)), e.id, e.enterprise_id,
    e.status not in ('rejected', 'contracted'), e.program_id, 'bench'
  from enrollments as e where e.province = 'bench';

-- Open for ever and without a line, as in the reference servers; the hot ones of W5 have ten million seats there too.
create function pg_temp.bench_course(number int) returns uuid language sql immutable as $$ select ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid $$;
insert into courses(id, code, program_id, kind, status, title, topics, standards, co_organizers, starts_on, ends_on, seats, audience, mode, waitlist_limit,
    contact_limit, is_illustrative, registration_closes_on, notices, created_by, created_by_name, created_at, province, revision)
  select pg_temp.bench_course(c.id), 'BENCH-KH-' || c.id, program.id, 'trainingCourse', 'registrationOpen', c.title, '[]'::jsonb, '[]'::jsonb, '[]'::jsonb, '2099-12-01', '2099-12-03', c.seats,
    '[]'::jsonb, 'open', 0, 1000, false, '2099-12-01', '[]'::jsonb, (select id from users where user_name = 'officer'), 'bench', '2024-01-01', 'bench', 0
  from course as c join support_programs as program on program.code = 'BENCH' || c.programme_id;
insert into course_registrations(id, course_id, full_name, participant_kind, organization_name, enterprise_id, email, person_key, organization_key, personal_code, person_id, homonym, channel,
    notice_version, status, seat_number, queue_number, registered_by, registered_by_name, registered_at, province, revision)
  select r.id, pg_temp.bench_course(r.course_id), r.attendee_name, 'enterprise', e.name, e.id, r.attendee_email, lower(unaccent(r.attendee_name)) || '|' || e.id, e.id::text, lpad(to_hex(place), 6, '0'), gen_random_uuid(), place, 'officer',
    0, 'registered', place, place, (select id from users where user_name = 'officer'), 'bench', r.created_at, 'bench', 0
  from (select *, row_number() over (partition by course_id order by id) as place from course_registration) as r join enterprises as e on e.id = r.enterprise_id;

insert into users
  select (jsonb_populate_record(null::users, to_jsonb(officer) || jsonb_build_object('id', gen_random_uuid(), 'user_name', 'officer.bench', 'normalized_user_name', 'OFFICER.BENCH', 'province', 'bench'))).*
  from users as officer where user_name = 'officer';
insert into user_roles
  select bench.id, grants.role_id from user_roles as grants join users as officer on officer.id = grants.user_id and officer.user_name = 'officer', users as bench
  where bench.user_name = 'officer.bench';
commit;

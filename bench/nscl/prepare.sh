#!/usr/bin/env bash
# The product beside the two references: builds it, makes its database in the bench cluster, loads the bench data and signs in.
#   bench/nscl/prepare.sh            everything; then: cd bench && ./check.py bare typical nscl
#   bench/nscl/prepare.sh publish    builds anew, keeps the data
#   bench/nscl/prepare.sh sign-in    a session ends after half an hour of rest
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export PEERS=${PEERS:-/tmp/peers} PGPORT=${PGPORT:-55733}
port=${NSCL_PORT:-5806}
app=$PEERS/nscl
pg() { "$here/../pg.sh" psql "$@"; }
connection="Host=127.0.0.1;Port=$PGPORT;Database=nscl;Maximum Pool Size=16"

# As the image of the Dockerfile has it: compiled ahead for this machine.
publish() { dotnet publish "$here/../../src/Nscl.Api" -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true -o "$app" -v quiet -nologo; }

provision() {
  pg -d postgres -c 'drop database if exists nscl' -c "
    do \$\$ begin
      if not exists (select 1 from pg_roles where rolname = 'nscl_owner') then
        create role nscl_owner login nobypassrls; create role nscl_app login nobypassrls; create role nscl_search nologin bypassrls;
        grant nscl_search to nscl_owner;
      end if;
    end \$\$"
  pg -d postgres -c "create database nscl owner nscl_owner template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'vi-VN'"
  pg -d nscl -c 'create extension unaccent' -c 'create extension pg_trgm' -c 'create extension btree_gist' \
    -c 'alter schema public owner to nscl_owner' -c 'grant usage, create on schema public to nscl_search'
}

load() {
  cd "$app"
  ConnectionStrings__NsclOwner="$connection;Username=nscl_owner" dotnet Nscl.Api.dll migrate
  # Packs and accounts of the demo: program, policy and officer of the bench are copies of them.
  ConnectionStrings__Nscl="$connection;Username=nscl_app" ASPNETCORE_ENVIRONMENT=Development Nscl__StoragePath="$PEERS/nscl-files" dotnet Nscl.Api.dll seed-demo
  pg -d nscl -v folder="$PEERS/data" -f "$here/load.sql"
  pg -d nscl -c 'vacuum analyze'
}

# The officer of the bench signs in as a browser does; the harness sends cookie and antiforgery token.
sign_in() {
  "$here/serve.sh" >"$PEERS/nscl-sign-in.log" 2>&1 &
  server=$!
  trap 'kill "$server"' EXIT
  until curl -fs -o /dev/null "http://127.0.0.1:$port/health/ready"; do sleep 0.2; kill -0 $server; done
  curl -fs -D "$PEERS/nscl-head" -H 'X-Forwarded-Proto: https' -H "Origin: https://127.0.0.1:$port" -H "Host: 127.0.0.1:$port" -H 'Content-Type: application/json' \
    -d '{"userName":"officer.bench","password":"nscl demo 2022 kon tum"}' "http://127.0.0.1:$port/api/v1/session" |
    python3 -c 'import json,sys; print(json.load(sys.stdin)["antiforgeryToken"])' >"$PEERS/nscl-antiforgery"
  sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\);.*/\1/p' "$PEERS/nscl-head" | head -1 >"$PEERS/nscl-cookie"
}

case ${1:-all} in
  all) publish; provision; load; sign_in ;;
  publish) publish ;;
  load) provision; load; sign_in ;;
  sign-in) sign_in ;;
  *) sed -n 2,5p "$0"; exit 2 ;;
esac

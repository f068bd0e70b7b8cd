#!/usr/bin/env bash
# The published API as in production, on the bench's database; only the limit of requests per user is lifted.
set -euo pipefail
export PEERS=${PEERS:-/tmp/peers} PGPORT=${PGPORT:-55733}
cd "$PEERS/nscl"
export ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS="http://127.0.0.1:${NSCL_PORT:-5806}"
export ConnectionStrings__Nscl="Host=127.0.0.1;Port=$PGPORT;Database=nscl;Username=nscl_app;Maximum Pool Size=16"
export Nscl__StoragePath="$PEERS/nscl-files" Nscl__RequestsPerMinute=2000000000
exec dotnet Nscl.Api.dll

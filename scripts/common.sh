# Shared by ./run, ./test and scripts/prepare. Sourced by bash; the working folder is the project's root.

# Nothing a command starts may outlive it, and a compiler server would.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

fail() { # exit code, lines…
  local code=$1 line
  shift
  for line in "$@"; do printf '%s\n' "$line" >&2; done
  exit "$code"
}

need_dotnet() {
  local wanted
  wanted=$(sed -n 's/.*"version": *"\([0-9.]*\)".*/\1/p' global.json)
  # The root's global.json names the SDK, so this answers only where a fitting one is installed.
  dotnet --version >/dev/null 2>&1 || fail 2 \
    "Thiếu .NET SDK 10 (từ $wanted): cài từ https://dotnet.microsoft.com/download/dotnet/10.0 rồi chạy lại." \
    "Missing .NET SDK 10 ($wanted or newer): install it from https://dotnet.microsoft.com/download/dotnet/10.0 and start again."
}

need_node() {
  node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22 ? 0 : 1)' 2>/dev/null &&
    command -v npm >/dev/null || fail 2 \
    "Thiếu Node.js (20.19 trở lên, hoặc 22.12 trở lên) kèm npm: cài từ https://nodejs.org rồi chạy lại." \
    "Missing Node.js (20.19 or newer, or 22.12 or newer) with npm: install it from https://nodejs.org and start again."
}

process_command() { # pid → its command line, or nothing
  if [ -r "/proc/$1/cmdline" ]; then
    tr '\0' ' ' <"/proc/$1/cmdline"
  else
    ps -o command= -p "$1" 2>/dev/null || true
  fi
}

#!/usr/bin/env bash
# Every test there is: `bash tests/run.sh`. On Debian as root it installs what is missing first; elsewhere it runs what it can and names what it skipped.
# With CI=true nothing may be skipped. `bash tests/run.sh setup` only installs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*" >&2; }

# What a test needs besides .NET: Debian package, and the file that shows it is there.
needs() {
  cat <<'LIST'
libreoffice-calc-nogui /usr/lib/libreoffice/program/libsclo.so
libreoffice-writer-nogui /usr/lib/libreoffice/program/libswlo.so
fonts-liberation /usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf
poppler-utils /usr/bin/pdftoppm
chromium /usr/bin/chromium
fonts-noto-core /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf
postgresql /usr/lib/postgresql/*/bin/initdb
curl /usr/bin/curl
ca-certificates /etc/ssl/certs/ca-certificates.crt
LIST
}

missing() { needs | while read -r package file; do compgen -G "$file" >/dev/null || printf '%s\n' "$package"; done; }

# ICU's package carries its version in its name.
icu() { compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || apt-cache --names-only search '^libicu[0-9]+$' | sort -V | tail -1 | cut -d' ' -f1; }

setup() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && { [ -n "$(missing)" ] || [ -n "$(icu)" ] || ! compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null; }; then
    say "Installing: $(missing | tr '\n' ' ')"
    apt-get update -q >&2
    # shellcheck disable=SC2046
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $(missing) $(icu) >&2
  fi
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    say "The .NET SDK 10 is missing, and Debian has no package of it. Get it from https://dotnet.microsoft.com/download/dotnet/10.0 (or Microsoft's package feed for your system), then run this again."
    exit 1
  fi
}

# The task pane is built by Node.js 20.19 or newer, which not every Debian has a package of.
node_fits() { command -v npm >/dev/null && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; }

setup
[ "${1:-}" = setup ] && exit 0

# The fresh seeds of the property tests follow from it; the same number tries the same cases again.
export LC_SEED=${LC_SEED:-$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}
say "Property tests: LC_SEED=$LC_SEED"

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
# Warnings are errors, so a build that ends well had none.
dotnet build LearningCity.Docs.sln -nodeReuse:false
dotnet test tests/service --no-build --results-directory "$results" --logger 'trx;LogFileName=service.trx' || status=$?

trx=$results/service.trx
if [ ! -e "$trx" ]; then say "The test run left no results."; exit 1; fi
counter() { grep -o "<Counters [^>]*" "$trx" | grep -o " $1=\"[0-9]*\"" | tr -dc 0-9; }
# Named again at the end, where whoever reads only the last lines finds it.
named() { grep -o "<UnitTestResult [^>]*outcome=\"$1\"" "$trx" | grep -o 'testName="[^"]*"' | sed "s/^testName=\"\(.*\)\"\$/  $2: \1/"; }
skipped=$(grep -c '<UnitTestResult [^>]*outcome="NotExecuted"' "$trx" || true)
if [ "$skipped" -gt 0 ]; then
  say "Skipped for want of: $(missing | tr '\n' ' ')"
  named NotExecuted skipped >&2
  if [ "${CI:-}" = true ]; then say "With CI=true nothing may be skipped."; status=1; fi
fi

if node_fits && [ -x /usr/bin/chromium ]; then
  npm --prefix addin run --silent lint || status=$?
  npm --prefix addin run --silent test || status=$?
  npm --prefix addin run --silent test:browser || status=$?
else
  say "Skipped: the tests of the task pane, which need Node.js 20.19 or newer with npm (https://nodejs.org) and Chromium at /usr/bin/chromium."
  if [ "${CI:-}" = true ]; then say "With CI=true nothing may be skipped."; status=1; fi
fi
named Failed failed || true
printf 'service: %s passed, %s failed, %s skipped\n' "$(counter passed)" "$(counter failed)" "$skipped"
exit "$status"

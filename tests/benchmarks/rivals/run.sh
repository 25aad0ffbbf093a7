#!/usr/bin/env bash
# Our program beside its rivals on the UNESCO form, one process an engine, each pinned to one core and warm; Markdown on stdout.
#   bash tests/benchmarks/rivals/run.sh                  every engine, 56, 560 and 5600 indicators: about 20 minutes
#   ROWS=56 SECS=2 WARM=3 bash …/run.sh                  a short run
# Packages, inputs and results stay in RIVALS_HOME (a folder of the temporary folder unless set). Needs node 20, the .NET 10 SDK and taskset.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"; root="$(cd "$here/../../.." && pwd)"
export RIVALS_HOME="${RIVALS_HOME:-${TMPDIR:-/tmp}/learningcity-rivals}" DOTNET_CLI_TELEMETRY_OPTOUT=1 NODE_ENV=production
# On one core .NET waits ten times longer before it compiles hot code well; 1 gives the speed of a service that has been up for a while.
export DOTNET_TC_DelaySingleProcMultiplier=1
work="$RIVALS_HOME/work"; results="$RIVALS_HOME/results.jsonl"
mkdir -p "$work"; rm -f "$results"

cp "$here/package.json" "$RIVALS_HOME/"
(cd "$RIVALS_HOME" && npm install --no-audit --no-fund --no-package-lock --loglevel=error >&2)
dotnet build "$root/tests/benchmarks" -c Release -nodeReuse:false -m:1 -v quiet >&2
bench=(dotnet "$root/tests/benchmarks/bin/Release/net10.0/LearningCity.Docs.Benchmarks.dll")
"${bench[@]}" inputs "$work"
node "$here/templates.mjs"

pinned() { # one JSON line a run; an engine that does not answer is a line too
  local kind="$1" engine="$2" rows="$3" line; shift 3
  line="$(timeout "${LIMIT:-300}" taskset -c "${CORE:-1}" "$@" --secs "${SECS:-6}" 2>"$RIVALS_HOME/stderr.txt" | tail -1)" || true
  [[ "$line" == \{* ]] || line="{\"kind\":\"$kind\",\"engine\":\"$engine\",\"rows\":$rows,\"error\":\"$(head -1 "$RIVALS_HOME/stderr.txt" | tr -d '"\\' | cut -c1-160)\"}"
  echo "$line" | tee -a "$results" >&2
}
npm_engine() { pinned "$1" "$2" "$3" node "$here/bench-$1.mjs" "$2" "$3" --warm "${WARM:-4}"; }
dotnet_engine() { pinned "$1" "$2" "$3" "${bench[@]}" time "$1" "$2" "$3" "$work" --warm "${WARM:-12}"; }
for rows in ${ROWS:-56 560 5600}; do
  for engine in docxtemplater carbone easy-template-x docx-templates; do npm_engine docx $engine "$rows"; done
  for engine in OurAnnex; do dotnet_engine docx $engine "$rows"; done
  for engine in zip deflate-document; do dotnet_engine floor $engine "$rows"; done
  for engine in SheetJS exceljs; do npm_engine xlsx $engine "$rows"; done
  for engine in ExcelDataReader ClosedXML OurCheck; do dotnet_engine xlsx $engine "$rows"; done
  dotnet_engine floor unzip-tokenise "$rows"
done
taskset -c "${CORE:-1}" "${bench[@]}" time paper --secs "${SECS:-6}" --warm "${WARM:-12}" | tee -a "$results" >&2
for paper in to-trinh bien-ban quyet-dinh; do
  for engine in docxtemplater easy-template-x; do pinned paper $engine 0 node "$here/bench-paper.mjs" $engine $paper --warm "${WARM:-4}"; done
done
if command -v soffice > /dev/null; then /usr/bin/python3 "$here/bench-pdf.py" 3 "$work"/paper-*.docx | tee -a "$results" >&2; fi
node "$here/report.mjs" "$results"

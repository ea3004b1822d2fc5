#!/usr/bin/env bash
# Collects one round of data from the provider simulator (or, with --live, from the real providers)
# through the real agents, and shows it. Usage: ./quickstart.sh [--data DIR] [--live]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
home="$root/assembly/target/stock-trend-flume"
data="$PWD/data"
live=false
# agent/dataset and the source that collects it
datasets=(
  raw/financial_data:quotes raw/stock_movements:movements raw/news_data:news
  context/macroeconomic_data:macro context/policy_data:policy
)
agents=(raw context)
patience=180
pids=()

usage() { echo "usage: ./quickstart.sh [--data DIR] [--live]" >&2; exit 2; }
fail() { echo "quickstart: $*" >&2; exit 1; }

while [ $# -gt 0 ]; do
  case "$1" in
    --data) [ $# -ge 2 ] || usage; data=$2; shift 2 ;;
    # Within Finnhub's limit the news of 503 symbols takes nine minutes.
    --live) live=true patience=1800; shift ;;
    -h|--help) echo "usage: ./quickstart.sh [--data DIR] [--live]"; exit 0 ;;
    *) usage ;;
  esac
done

patience=${QUICKSTART_PATIENCE:-$patience}

[ -n "${JAVA_HOME:-}" ] || command -v java >/dev/null || fail "no java on the PATH: install a JDK 17 or newer"
mkdir -p "$data" || fail "cannot make the folder $data: choose another with --data"
data=$(cd "$data" && pwd -P)
case "${STOCKTREND_CREDENTIALS:-/}" in
  /*) ;;
  *) export STOCKTREND_CREDENTIALS="$PWD/$STOCKTREND_CREDENTIALS" ;;
esac
work=$(mktemp -d)

# Synthetic rows look like real ones: a folder holds the one or the other, which this file tells.
marker="$data/SYNTHETIC"
if $live; then
  [ ! -e "$marker" ] || fail "$data holds synthetic rows: give --live another folder with --data"
elif [ -d "$data/raw" ] && [ ! -e "$marker" ]; then
  fail "$data holds rows that the simulator has not made: choose another folder with --data"
fi

stop_all() {
  local pid
  for pid in ${pids[@]+"${pids[@]}"}; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in ${pids[@]+"${pids[@]}"}; do wait "$pid" 2>/dev/null || true; done
  pids=()
}
trap 'stop_all; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

build() {
  command -v mvn >/dev/null || fail "no mvn on the PATH: install Maven 3.8 or newer"
  echo "Building (the first time takes a few minutes) ..."
  (cd "$root" && mvn -B -ntp -q package -DskipTests) || fail "the build failed: see above"
}

# The archive is the last thing that a build makes.
is_stale() {
  local archive
  archive=$(find "$root/assembly/target" -maxdepth 1 -name 'stock-trend-flume-*.tar.gz' -print -quit 2>/dev/null)
  [ -n "$archive" ] && [ -x "$home/bin/flume-ng" ] || return 0
  [ -n "$(find "$root" \( -name target -o -name .git -o -name test \) -prune -o -type f \
    \( -path '*/src/main/*' -o -name pom.xml -o -path "$root/conf/*" \) -newer "$archive" -print -quit)" ]
}

start_simulator() {
  "$home/bin/stocktrend" simulate --port 0 --providers-file "$work/providers.properties" \
    >"$work/simulator.log" 2>&1 &
  pids+=($!)
  local i
  for ((i = 0; i < 600; i++)); do
    [ -s "$work/providers.properties" ] && return
    kill -0 "${pids[0]}" 2>/dev/null || break
    sleep 0.1
  done
  cat "$work/simulator.log" >&2
  fail "the provider simulator did not start"
}

# Keys that open the simulator and nothing else: one's own stay out of it.
make_keys() {
  export STOCKTREND_CREDENTIALS="$work/credentials.json"
  (umask 077 && cat >"$STOCKTREND_CREDENTIALS") <<'KEYS'
{
  "alphavantage": {"apiKey": "SIMULATORSIMULATO"},
  "finnhub": {"apiKey": "simulatorsimulatorsimulator"},
  "fred": {"apiKey": "simulatorsimulatorsimulatorsimul"},
  "newsapi": {"apiKey": "simulatorsimulatorsimulatorsimul"}
}
KEYS
}

start_agent() {
  local options=(-Dflume.log.dir="$data/logs/$1")
  $live || options+=(-Dstocktrend.providers="$work/providers.properties")
  (cd "$home" && STOCKTREND_DATA="$data" exec bin/flume-ng agent -n "$1" -c conf -f "conf/$1.properties" \
    "${options[@]}") >"$work/$1.log" 2>&1 &
  pids+=($!)
}

# A dataset has landed when its source has finished a round and what it emitted is in a part file; or
# when an earlier run has collected it and its source is not due.
has_landed() {
  local folder="$data/${1%:*}" agent=${1%%/*} source=${1#*:} log line
  log="$work/$agent.log"
  line=$(sed -nE "s/.*Source $source: ([0-9]+ rows emitted, [0-9]+ unchanged).*/\1/p" "$log" | tail -n 1)
  case "$line" in
    "") is_not_due "$source" "$log" && has_parts "$folder" ;;
    "0 rows emitted, 0 unchanged") return 1 ;;
    "0 rows emitted, "*) has_parts "$folder" ;;
    *) has_parts "$folder" -newer "$work/started" ;;
  esac
}

has_parts() {
  [ -n "$(find "$1" -name '[!_.]*.parquet' "${@:2}" -print -quit 2>/dev/null)" ]
}

is_not_due() {
  local next
  next=$(sed -nE "s/.*Source $1 is due next at ([0-9T:-]+).*/\1/p" "$2" | tail -n 1)
  [ -n "$next" ] && [[ "$next" > "$(date -u +%Y-%m-%dT%H:%M:%S)" ]]
}

show_failure() {
  local agent
  for agent in "${agents[@]}"; do
    echo "--- agent $agent ---" >&2
    grep -E 'WARN|ERROR' "$work/$agent.log" | tail -n 20 >&2 || tail -n 20 "$work/$agent.log" >&2
  done
  fail "$1"
}

wait_for_data() {
  local end=$((SECONDS + patience)) dataset pid
  for dataset in "${datasets[@]}"; do
    until has_landed "$dataset"; do
      for pid in "${pids[@]}"; do
        kill -0 "$pid" 2>/dev/null || show_failure "a process ended before its data had landed"
      done
      [ $SECONDS -lt $end ] || show_failure "no rows of ${dataset%:*} after $patience s"
      sleep 0.5
    done
  done
}

# A sink waits a few seconds (batchMaxDelay) for a batch to fill: the last one comes after that.
wait_for_the_last_batch() {
  touch "$work/settled"
  local end=$((SECONDS + 60)) quiet=$((SECONDS + 7))
  while [ $SECONDS -lt $quiet ] && [ $SECONDS -lt $end ]; do
    sleep 0.5
    if [ -n "$(find "$data" -name '[!_.]*.parquet' -newer "$work/settled" -print -quit)" ]; then
      touch "$work/settled"
      quiet=$((SECONDS + 7))
    fi
  done
}

if is_stale; then build; fi
touch "$work/started"
if ! $live; then
  touch "$marker"
  make_keys
  start_simulator
fi
if $live; then
  echo "Collecting into $data, which takes some ten minutes within the providers' limits ..."
else
  echo "Collecting into $data ..."
fi
for agent in "${agents[@]}"; do start_agent "$agent"; done
wait_for_data
wait_for_the_last_batch
stop_all

show() {
  echo
  echo "$1, a part of it:"
  "$home/bin/stocktrend" query "$1" --data "$data" --format table --limit 7 --columns "$2" "${@:3}"
}

show financial_data symbol,close,market_cap,pe_ratio,fifty_two_week_low,fifty_two_week_high,event_time
show stock_movements symbol,close,change,sma_200,rsi_14,macd,trend,event_time --where "sma_200 is not null"
show news_data symbol,headline,sentiment_score,sentiment_label,event_time --where "sentiment_label <> 'NEUTRAL'"
show macroeconomic_data indicator,observation_date,value,unit,known_at
show policy_data kind,title,starts_on,rate_lower,rate_upper,event_time
echo
"$home/bin/stocktrend" datasets --data "$data" --format table
"$home/bin/stocktrend" report --data "$data" --output "$data/report.html" >/dev/null
echo "The report, to open in a browser: $data/report.html"
$live || echo "These figures are synthetic: the provider simulator made them. For real ones see --live in README.md."
echo "Ask for more: $home/bin/stocktrend query financial_data --data $data"

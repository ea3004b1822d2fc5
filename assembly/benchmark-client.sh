#!/usr/bin/env bash
# Measures the offline client: Parquet beside CSV and JSON lines, the client beside bare DuckDB, a cold start, a large export.
# Usage: assembly/benchmark-client.sh [ROWS [ROUNDS [FOLDER]]] (default: 10000000 rows, which take 8 GB, 3 rounds, a temporary
# folder; the files of a folder that is named are kept and used again); the tables go to standard output.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
(cd "$root" && mvn -B -ntp -q package -DskipTests) >&2
folder=${3:-}
if [[ -z $folder ]]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
fi
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED \
  -Dslf4j.internal.verbosity=ERROR \
  -cp "$root/offline-client/target/test-classes:$root/assembly/target/stock-trend-flume/tools/lib/*" \
  io.stocktrend.client.ClientBenchmark "$folder" "${1:-10000000}" "${2:-3}"

#!/usr/bin/env bash
# Measures delivery into files against Flume's own sinks and a bare writer, all in one run.
# Usage: assembly/benchmark.sh [ROWS [ROUNDS [NAMES]]] (default: 500000 rows, 5 rounds, all contestants; NAMES is a
# regular expression such as 'Csv|CSV'); the table goes to standard output.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
home=$root/assembly/target/stock-trend-flume
(cd "$root" && mvn -B -ntp -q package -DskipTests) >&2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" -Xmx256m -XX:+UseSerialGC -Dlog4j2.level=ERROR -Dcom.google.protobuf.use_unsafe_pre22_gencode=true \
  -cp "$root/assembly/target/test-classes:$home/lib/*:$home/plugins.d/stock-trend/lib/*:$home/plugins.d/stock-trend/libext/*" \
  io.stocktrend.assembly.benchmark.DeliveryBenchmark "${1:-500000}" "${2:-5}" "${3:-}"

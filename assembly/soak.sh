#!/usr/bin/env bash
# The soak: both agents on a virtual clock that jumps from due time to due time, against the simulator with outages, splits,
# kills, restarts and reloads; then compares what is stored with what there was, and looks at memory, handles and disk.
# Usage: assembly/soak.sh [DAYS [SYMBOLS [SEED]]] (default: 30 days, all 503 symbols, a random seed; 365 days with 50 symbols is
# the long one); the report goes to standard output. Exit code 1 if anything is wrong. Data lie below TMPDIR and are removed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
home=$root/assembly/target/stock-trend-flume
(cd "$root" && mvn -B -ntp -q package -DskipTests) >&2
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx2g -XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED \
  -Djava.io.tmpdir="$temporary" -Dlog4j2.level=ERROR -Dcom.google.protobuf.use_unsafe_pre22_gencode=true \
  -Dstocktrend.home="$home" -Dstocktrend.testClasses="$root/assembly/target/test-classes" \
  -cp "$root/assembly/target/test-classes:$home/tools/lib/*:$home/lib/*:$home/plugins.d/stock-trend/lib/*:$home/plugins.d/stock-trend/libext/*" \
  io.stocktrend.assembly.Soak "${1:-30}" "${2:-503}" "${3:-$RANDOM}"

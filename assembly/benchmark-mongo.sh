#!/usr/bin/env bash
# Measures the MongoDB sink against a bare bulkWrite loop, in one run.
# Usage: assembly/benchmark-mongo.sh [ROWS [ROUNDS [URI]]] (default: 60000 rows, 5 rounds, the tests' stand-in for a server in a
# process of its own; on a server that is named, collections of the database "benchmark"); the table goes to standard output.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
home=$root/assembly/target/stock-trend-flume
(cd "$root" && mvn -B -ntp -q package -DskipTests dependency:build-classpath -Dmdep.outputFile=target/test.classpath -Dmdep.includeScope=test) >&2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
uri=${3:-}
if [[ -z $uri ]]; then
  coproc SERVER { exec "$java" -Xmx1g -XX:+UseSerialGC \
    -cp "$root/flume-sinks/target/test-classes:$(cat "$root/flume-sinks/target/test.classpath")" io.stocktrend.sink.mongodb.MongoStandIn; }
  read -r uri <&"${SERVER[0]}"
fi
"$java" -Xmx512m -XX:+UseSerialGC -Dlog4j2.level=ERROR \
  -cp "$root/assembly/target/test-classes:$home/lib/*:$home/plugins.d/stock-trend/lib/*:$home/plugins.d/stock-trend/libext/*" \
  io.stocktrend.assembly.benchmark.MongoBenchmark "${1:-60000}" "${2:-5}" "$uri"

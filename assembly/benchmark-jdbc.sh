#!/usr/bin/env bash
# Measures the JDBC sink against bare upserts into a real PostgreSQL that it starts, all in one run.
# Usage: assembly/benchmark-jdbc.sh [ROWS [ROUNDS]] (default: 200000 rows, 5 rounds); the table goes to standard output.
# All rows and their events are in its heap, so that making them takes no time from any contestant.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
(cd "$root" && mvn -B -ntp -q package -DskipTests dependency:build-classpath -Dmdep.outputFile=target/test.classpath -Dmdep.includeScope=test) >&2
temporary=$root/assembly/target/benchmark
rm -rf "$temporary"
mkdir -p "$temporary"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" -Xmx2g -XX:+UseSerialGC -Djava.io.tmpdir="$temporary" -Dlog4j2.level=ERROR -cp "$root/assembly/target/test-classes:$(cat "$root/assembly/target/test.classpath")" \
  io.stocktrend.assembly.benchmark.JdbcBenchmark "${1:-200000}" "${2:-5}"

#!/usr/bin/env bash
# Runs one example as its file stands, with the distribution's libraries.
# Usage: examples/run.sh NAME [ROOT [FOLDER]] (default: the data root "data", the working folder)
set -euo pipefail
fail() { echo "run.sh: $*" >&2; exit 2; }

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
lib=$root/assembly/target/stock-trend-flume/tools/lib
source=$root/examples/src/main/java/io/stocktrend/example/${1:-}.java
[ -f "$source" ] || fail "no example '${1:-}': examples/README.md lists them"
[ -d "$lib" ] || fail "the distribution is not built yet: run ./quickstart.sh"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED \
  -Dslf4j.internal.verbosity=ERROR -cp "$lib/*" "$source" "${@:2}"

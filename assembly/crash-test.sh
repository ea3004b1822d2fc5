#!/usr/bin/env bash
# The long crash test: kills an agent that drains a file channel at every named step and at random moments.
# Usage: assembly/crash-test.sh [KILLS [EVENTS [STORES]]] (default: 20 kills, 300000 events, parquet,csv,json,jdbc,mongo)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec mvn -B -ntp verify -pl assembly -am -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test='io.stocktrend.assembly.CrashIT' -Dfailsafe.failIfNoSpecifiedTests=false -Dmdep.analyze.skip=true \
  -Dstocktrend.crash.kills="${1:-20}" -Dstocktrend.crash.events="${2:-300000}" \
  -Dstocktrend.crash.stores="${3:-parquet,csv,json,jdbc,mongo}"

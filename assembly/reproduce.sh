#!/usr/bin/env bash
# Builds the archives of the last commit twice, in two folders, and compares them byte by byte. Options, such as -o, go
# to Maven.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for build in first second; do
  mkdir "$work/$build"
  git -C "$root" archive HEAD | tar -x -C "$work/$build"
  (cd "$work/$build" && mvn -B -ntp -q package -DskipTests -Dspotless.check.skip "$@")
done

cd "$work/first/assembly/target"
archives=(stock-trend-flume-*.zip stock-trend-flume-*.tar.gz)
status=0
for archive in "${archives[@]}"; do
  sha256sum "$archive"
  cmp "$archive" "$work/second/assembly/target/$archive" || status=1
done
((status == 0)) && echo "both builds are the same"
exit $status

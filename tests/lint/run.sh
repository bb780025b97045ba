#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ./dev lint: every check, each with its own heading; all are run even when one finds something.

set -u -o pipefail
cd "$(dirname "$0")/../.." || exit 1
export LC_ALL=C.UTF-8
qt=/usr/lib/qt6/bin
jobs=$(nproc 2>/dev/null || echo 2)
fast=
[ "${1:-}" = --fast ] && fast=yes
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=()

step() {
  local name=$1
  shift
  echo "== $name"
  if "$@"; then echo "   clean"; else failed+=("$name"); fi
}

files() {
  local extension
  for extension in "$@"; do
    find app platform qml sync tests -name "*.$extension" -not -path '*/build*'
  done | sort
}

house() { python3 tests/lint/check_house.py .; }

clang_format() {
  local file bad=0
  for file in $(files cpp hpp); do
    if ! clang-format "$file" | cmp -s - "$file"; then
      echo "$file"
      bad=1
    fi
  done
  [ "$bad" = 0 ] || { echo "   instead: ./dev format"; return 1; }
}

# qmlformat has no check mode: its output is compared. That of Qt 6.4 cuts "pragma ComponentBehavior: Bound" short.
qmlformat() {
  local file bad=0
  for file in $(files qml); do
    if ! "$qt/qmlformat" "$file" 2>/dev/null | sed 's/^pragma ComponentBehavior$/&: Bound/' | cmp -s - "$file"; then
      echo "$file"
      bad=1
    fi
  done
  [ "$bad" = 0 ] || { echo "   instead: ./dev format"; return 1; }
}

qmllint() {
  cmake --build build -j "$jobs" --target all_qmllint -- -k 0 >"$scratch/qmllint" 2>&1
  local status=$?
  if grep -qE '^(Warning|Error)' "$scratch/qmllint"; then
    grep -E -A 3 '^(Warning|Error)' "$scratch/qmllint" | head -n 200
    return 1
  fi
  [ "$status" = 0 ] || { tail -n 20 "$scratch/qmllint"; return 1; }
}

reuse_lint() {
  reuse lint >"$scratch/reuse" 2>&1 || { grep -vE '^$' "$scratch/reuse" | tail -n 40; return 1; }
}

over_sources() {
  local name=$1
  shift
  python3 tests/lint/over_sources.py "$name" "$jobs" "$@"
}

# There is no QStringRef in Qt 6. A test may build what it needs before main() and copy a list where it loops over it.
clazy_all() {
  local checks=level1,no-qstring-ref
  over_sources clazy --outside tests -- clazy-standalone -p build --ignore-included-files --checks="$checks" &&
    over_sources clazy-tests --under tests -- clazy-standalone -p build --ignore-included-files \
      --checks="$checks",no-non-pod-global-static,no-range-loop-detach
}

step "house rules" house
step "the lint finds its planted breaches" python3 tests/lint/test_lint.py
step "setup on other machines" tests/lint/test_setup.sh
step "reuse lint" reuse_lint
step "clang-format" clang_format
step "qmlformat" qmlformat
step "qmllint" qmllint
if [ -z "$fast" ]; then
  # Generated sources (moc, rcc, qml types) must be there before the tools read the headers that include them.
  cmake --build build -j "$jobs" >"$scratch/build" 2>&1 || { tail -n 20 "$scratch/build"; failed+=(build); }
  step "clang-tidy" over_sources tidy -- clang-tidy -p build --quiet
  step "clazy level 1" clazy_all
fi
if [ ${#failed[@]} = 0 ]; then
  echo "lint: clean"
else
  printf 'lint: %s\n' "${failed[*]/%/;}"
  exit 1
fi

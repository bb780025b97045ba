#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, by package name, from the machine's own Debian mirror. Sourced by ./dev.
# Where a machine cannot install (no root, no network), it says what is missing and how to get it.
#
#   LIANXIN_DRY_RUN=1     print the commands instead of running them
#   LIANXIN_APT_ROOT=DIR  read os-release and apt sources below DIR (tests/lint/test_setup.sh)

# "a|b" is satisfied by either; the first one that apt knows is installed (names differ between Debian 12 and 13).
LIANXIN_BUILD_PACKAGES=(
  g++ cmake ninja-build pkg-config python3 ccache mold
  qt6-base-dev qt6-declarative-dev qt6-declarative-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
  "qt6-svg-dev|libqt6svg6-dev" qtkeychain-qt6-dev qt6-multimedia-dev qt6-positioning-dev libzxing-dev libopusenc-dev
  libopusfile-dev
  "libboost1.81-dev|libboost1.83-dev" "libboost-json1.81-dev|libboost-json1.83-dev"
  libsodium-dev libzstd-dev libssl-dev libcli11-dev libspdlog-dev libicu-dev libzip-dev
)
LIANXIN_RUN_PACKAGES=(
  qml6-module-qtcore qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript
  qml6-module-qtquick qml6-module-qtquick-controls qml6-module-qtquick-layouts qml6-module-qtquick-shapes
  qml6-module-qtquick-templates qml6-module-qtquick-window qml6-module-qttest qml6-module-qt-labs-qmlmodels
  libqt6positioning6-plugins fonts-noto-cjk libgl1-mesa-dri xvfb xauth
  at-spi2-core python3-pyatspi dbus dbus-x11
)
LIANXIN_LINT_PACKAGES=(clang-format clang-tidy clazy reuse)
LIANXIN_FUZZ_PACKAGES=(clang)
LIANXIN_SQLCIPHER_MINIMUM=4.6

setup_say() { printf '%s\n' "dev: $*" >&2; }

# Prints the packages of "$@" that are not installed, one a line, alternatives kept together.
setup_missing() {
  local installed wanted name found
  installed=" $(dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p' | tr '\n' ' ')"
  for wanted in "$@"; do
    found=
    for name in ${wanted//|/ }; do
      case "$installed" in *" $name "*) found=yes ;; esac
    done
    [ -n "$found" ] || printf '%s\n' "$wanted"
  done
}

setup_sqlcipher_missing() {
  local version
  version=$(dpkg-query -W -f='${db:Status-Status} ${Version}' libsqlcipher-dev 2>/dev/null | sed -n 's/^installed //p')
  [ -z "$version" ] || dpkg --compare-versions "$version" lt "$LIANXIN_SQLCIPHER_MINIMUM"
}

# Runs a command as root, or says why it cannot.
setup_as_root() {
  if [ -n "${LIANXIN_DRY_RUN:-}" ]; then
    printf 'would run: %s\n' "$*"
  elif [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    setup_say "this needs root, and there is no sudo. Run as root: $*"
    return 1
  fi
}

setup_apt() {
  setup_as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 \
    -o Dpkg::Use-Pty=0 "$@"
}

setup_codename() {
  sed -n 's/^VERSION_CODENAME=//p' "${LIANXIN_APT_ROOT:-}/etc/os-release" 2>/dev/null | tr -d '"'
}

setup_release() {
  sed -n 's/^VERSION_ID=//p' "${LIANXIN_APT_ROOT:-}/etc/os-release" 2>/dev/null | tr -d '"'
}

# Prints a deb822 stanza for suite $2, made from the machine's own entry of suite $1 (same mirror, keys and options), or
# nothing when there is no such entry. Reads the deb822 .sources files, then the one-line .list files.
setup_derive_source() {
  local base=$1 suite=$2 apt="${LIANXIN_APT_ROOT:-}/etc/apt" file
  for file in "$apt"/sources.list.d/*.sources; do
    [ -f "$file" ] || continue
    # Blank line ends a stanza; a line that starts with white space continues a field (an embedded key).
    awk -v base="$base" -v suite="$suite" '
      function flush_stanza(   n, i, words, ok_type, ok_suite, ok_part) {
        n = split(types, words, " "); for (i = 1; i <= n; i++) if (words[i] == "deb") ok_type = 1
        n = split(suites, words, " "); for (i = 1; i <= n; i++) if (words[i] == base) ok_suite = 1
        n = split(parts, words, " "); for (i = 1; i <= n; i++) if (words[i] == "main") ok_part = 1
        if (ok_type && ok_suite && ok_part && tolower(enabled) != "no" && !done) {
          printf "Types: deb\nSuites: %s\nComponents: main\n%s", suite, rest; done = 1
        }
        types = suites = parts = rest = enabled = ""; field = ""
      }
      /^[ \t]*$/ { flush_stanza(); next }
      /^#/ { next }
      /^[ \t]/ {
        if (field == "types") types = types " " $0
        else if (field == "suites") suites = suites " " $0
        else if (field == "components") parts = parts " " $0
        else if (field != "enabled") rest = rest $0 "\n"
        next
      }
      {
        field = tolower($0); sub(/:.*/, "", field); value = $0; sub(/^[^:]*:[ \t]*/, "", value)
        if (field == "types") types = value
        else if (field == "suites") suites = value
        else if (field == "components") parts = value
        else if (field == "enabled") enabled = value
        else rest = rest $0 "\n"
      }
      END { flush_stanza() }' "$file"
  done | awk '/^Types:/ { if (seen++) exit } { print }' | grep . && return 0
  for file in "$apt"/sources.list "$apt"/sources.list.d/*.list; do
    [ -f "$file" ] || continue
    # deb [name=value ...] URI suite component...
    sed -nE 's/^[[:space:]]*deb[[:space:]]+(\[([^]]*)\][[:space:]]*)?([^[:space:]]+)[[:space:]]+([^[:space:]]+)[[:space:]]+(.*)$/\4\t\3\t\2\t\5/p' "$file"
  done | grep -vE $'^[^\t]*\tcdrom:' | awk -F '\t' -v base="$base" -v suite="$suite" '
      $1 == base && (" " $4 " ") ~ / main / {
        printf "Types: deb\nURIs: %s\nSuites: %s\nComponents: main\n", $2, suite
        n = split($3, options, " ")
        for (i = 1; i <= n; i++) {
          name = options[i]; sub(/[+-]?=.*/, "", name); value = options[i]; sub(/^[^=]*=/, "", value); gsub(/,/, " ", value)
          if (name == "arch") name = "Architectures"
          else if (name == "lang") name = "Languages"
          else if (name == "target") name = "Targets"
          printf "%s: %s\n", name, value
        }
        exit
      }' | grep .
}

# The stanza for backports of the machine's release; the base entry may be named by codename or by class.
setup_backports_source() {
  local codename=$1 base
  for base in "$codename" stable oldstable oldoldstable; do
    setup_derive_source "$base" "$codename-backports" && return 0
  done
  return 1
}

setup_backports_known() {
  setup_derive_source "$1-backports" "$1-backports" >/dev/null
}

# SQLCipher below 4.6 stands on a SQLite of 2016 (no UPSERT, no JSON, no FTS5): on Debian 12 the good one is in backports.
setup_add_backports() {
  local codename=$1 target="${LIANXIN_APT_ROOT:-}/etc/apt/sources.list.d/lianxin-backports.sources" stanza
  setup_backports_known "$codename" && return 0
  if ! stanza=$(setup_backports_source "$codename"); then
    setup_say "no apt source for $codename was found, so $codename-backports cannot be derived from it."
    setup_say "Add $codename-backports to the apt sources by hand, then run this again (SQLCipher >= $LIANXIN_SQLCIPHER_MINIMUM)."
    return 1
  fi
  if [ -n "${LIANXIN_DRY_RUN:-}" ]; then
    printf 'would write %s:\n%s\n' "${target#"${LIANXIN_APT_ROOT:-}"}" "$stanza"
    return 0
  fi
  setup_say "adding $codename-backports from the machine's own mirror ($target)"
  printf '%s\n' "$stanza" | setup_as_root tee "$target" >/dev/null
}

# Of "a|b" the first that apt knows; without any known the first, so that apt names it in its message.
setup_pick() {
  local wanted name
  for wanted in "$@"; do
    for name in ${wanted//|/ }; do
      if [ -n "$(apt-cache show --no-all-versions "$name" 2>/dev/null | head -n 1)" ]; then
        printf '%s\n' "$name"
        continue 2
      fi
    done
    printf '%s\n' "${wanted%%|*}"
  done
}

# setup_install PACKAGE...: nothing is done, and no list is fetched, when nothing is missing.
setup_install() {
  local codename missing=() sqlcipher= arguments=() picked=()
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    setup_say "this is not a Debian system: install the counterparts of these packages yourself:"
    setup_say "${*} libsqlcipher-dev (>= $LIANXIN_SQLCIPHER_MINIMUM)"
    return 0
  fi
  mapfile -t missing < <(setup_missing "$@")
  setup_sqlcipher_missing && sqlcipher=libsqlcipher-dev
  [ ${#missing[@]} -gt 0 ] || [ -n "$sqlcipher" ] || return 0

  setup_say "missing: ${missing[*]} ${sqlcipher:+$sqlcipher (>= $LIANXIN_SQLCIPHER_MINIMUM)}"
  codename=$(setup_codename)
  if [ -n "$sqlcipher" ] && [ "$(setup_release)" = 12 ]; then
    setup_add_backports "$codename" || return 1
    arguments=(-t "$codename-backports")
  fi
  setup_apt update || setup_say "apt-get update had trouble; trying with the lists that are there"
  if [ ${#missing[@]} -gt 0 ]; then
    mapfile -t picked < <(setup_pick "${missing[@]}")
    setup_apt install -y --no-install-recommends "${picked[@]}" || { setup_gave_up; return 1; }
  fi
  if [ -n "$sqlcipher" ]; then
    setup_apt install -y --no-install-recommends "${arguments[@]}" libsqlcipher-dev || { setup_gave_up; return 1; }
  fi
  [ -n "${LIANXIN_DRY_RUN:-}" ] && return 0
  if setup_sqlcipher_missing; then
    setup_say "SQLCipher is older than $LIANXIN_SQLCIPHER_MINIMUM here; on Debian 12 it comes from bookworm-backports"
    return 1
  fi
}

setup_gave_up() {
  setup_say "could not install what is missing (the message of apt-get stands above)."
  setup_say "With root and a reachable Debian mirror, ./dev setup does it; nothing else was changed."
}

#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What ./dev setup would do on machines of several kinds, without touching this one.

set -u -o pipefail
cd "$(dirname "$0")/../.." || exit 1
. .ci/setup.sh
export LIANXIN_DRY_RUN=1
machine=$(mktemp -d) || exit 1
trap 'rm -rf "$machine"' EXIT
failed=0 count=0

# expect WHAT TEXT: the last output holds TEXT; refuse WHAT TEXT: it does not.
expect() {
  count=$((count + 1))
  case "$output" in *"$2"*) ;; *) failed=$((failed + 1)); printf 'FAIL %s: no "%s" in\n%s\n' "$1" "$2" "$output" ;; esac
}
refuse() {
  count=$((count + 1))
  case "$output" in *"$2"*) failed=$((failed + 1)); printf 'FAIL %s: "%s" in\n%s\n' "$1" "$2" "$output" ;; esac
}

# debian RELEASE CODENAME: an empty machine of that release.
debian() {
  rm -rf "$machine/etc"
  mkdir -p "$machine/etc/apt/sources.list.d"
  printf 'VERSION_CODENAME=%s\nVERSION_ID="%s"\n' "$2" "$1" >"$machine/etc/os-release"
}
entry() { cat >"$machine/etc/apt/$1"; }
backports() { output=$(LIANXIN_APT_ROOT=$machine setup_add_backports bookworm 2>&1); }

debian 12 bookworm
entry sources.list.d/debian.sources <<'TEXT'
# the security archive comes first
Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main
Signed-By: /usr/share/keyrings/security.gpg

Types: deb deb-src
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 mQINBF
 -----END PGP PUBLIC KEY BLOCK-----
TEXT
backports
expect "deb822" "would write /etc/apt/sources.list.d/lianxin-backports.sources"
expect "deb822" "URIs: http://mirror.example/debian
"
expect "deb822" "Suites: bookworm-backports"
expect "deb822, embedded key" " mQINBF
 -----END PGP PUBLIC KEY BLOCK-----"
refuse "deb822" "debian-security"
refuse "deb822" "bookworm-updates"
refuse "deb822" "contrib"

debian 12 bookworm
entry sources.list <<'TEXT'
# deb http://commented.example/debian bookworm main
deb cdrom:[Debian GNU/Linux 12]/ bookworm main
deb-src http://source.example/debian bookworm main
deb http://mirror.example/debian-security bookworm-security main
deb [arch=amd64,arm64 signed-by=/usr/share/keyrings/a.gpg trusted=yes] https://mirror.example/debian bookworm main non-free
TEXT
backports
expect "one line" "URIs: https://mirror.example/debian
Suites: bookworm-backports
Components: main
Architectures: amd64 arm64
signed-by: /usr/share/keyrings/a.gpg
trusted: yes"
refuse "one line" "cdrom"
refuse "one line" "source.example"
refuse "one line" "commented"

debian 12 bookworm
entry sources.list <<'TEXT'
deb http://mirror.example/debian oldstable main
TEXT
backports
expect "named by class" "Suites: bookworm-backports"

debian 12 bookworm
entry sources.list.d/debian.sources <<'TEXT'
Types: deb
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates bookworm-backports
Components: main
TEXT
backports
refuse "backports are there already" "would write"

debian 12 bookworm
entry sources.list.d/debian.sources <<'TEXT'
Enabled: no
Types: deb
URIs: http://mirror.example/debian
Suites: bookworm
Components: main
TEXT
backports
expect "disabled entry" "Add bookworm-backports to the apt sources by hand"
refuse "disabled entry" "would write"

# A fresh machine: everything missing, so apt would be asked; Debian 13 has SQLCipher in its stable suite.
fresh() {
  output=$(
    setup_missing() { printf '%s\n' "$@"; }
    setup_sqlcipher_missing() { true; }
    # This machine's apt knows the newer Boost only.
    apt-cache() { [ "${!#}" = libboost1.81-dev ] || echo "Package: ${!#}"; }
    LIANXIN_APT_ROOT=$machine setup_install g++ "libboost1.81-dev|libboost1.83-dev" 2>&1
  )
}
debian 12 bookworm
entry sources.list <<'TEXT'
deb http://mirror.example/debian bookworm main
TEXT
fresh
expect "fresh 12" "-t bookworm-backports libsqlcipher-dev"
expect "fresh 12" "install -y --no-install-recommends g++ libboost1.83-dev"
refuse "fresh 12" "install -y --no-install-recommends g++ libboost1.81-dev"
debian 13 trixie
fresh
expect "fresh 13" "--no-install-recommends libsqlcipher-dev"
refuse "fresh 13" "backports"

# A complete machine: not a single command.
output=$(
  setup_missing() { :; }
  setup_sqlcipher_missing() { false; }
  setup_install g++ 2>&1
)
count=$((count + 1))
[ -z "$output" ] || { failed=$((failed + 1)); printf 'FAIL complete machine: %s\n' "$output"; }

# No root and no sudo: say so, with the command.
output=$(
  unset LIANXIN_DRY_RUN
  id() { echo 1000; }
  command() { [ "$2" != sudo ] && builtin command "$@"; }
  setup_as_root apt-get install -y g++ 2>&1
)
expect "no sudo" "Run as root: apt-get install -y g++"

echo "$count setup checks, $failed failed"
[ "$failed" = 0 ]

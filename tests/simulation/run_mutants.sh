#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every planted bug until a seed exposes it, as many at once as there are cores.
# Usage: run_mutants.sh FOLDER_WITH_MUTANTS [SEEDS [ENGINE_SEEDS]]; LIANXIN_MUTANT_SECONDS is how long one may take (300).
set -u
folder=${1:?folder with the mutant executables}
seeds=${2:-20000}
engine_seeds=${3:-$(((seeds + 9) / 10))}
patience=${LIANXIN_MUTANT_SECONDS:-300}

# One line about one mutant.
play() {
    local name layer limit output status
    name=$(basename "$1")
    name=${name#mutant_}
    case "$name" in
        engine_marks_*) layer=marks limit=$3 ;;
        engine_twins_*) layer=twins limit=$3 ;;
        engine_grants_*) layer=grants limit=$3 ;;
        engine_healing_*) layer=healing limit=$3 ;;
        engine_*) layer=engine limit=$3 ;;
        *) layer=merge limit=$2 ;;
    esac
    output=$(timeout "$4" "$1" --layer "$layer" --seeds "$limit" 2>&1)
    status=$?
    # 1 is a violated invariant; a crash exposes the bug as well; 124 is only too slow, and who is stopped from outside found nothing.
    case "$status" in
        130 | 137 | 143) printf 'missed %-50s stopped\n' "$name" ;;
        0) printf 'missed %-50s in %s seeds\n' "$name" "$limit" ;;
        124) printf 'missed %-50s in %s seconds\n' "$name" "$4" ;;
        *) printf 'found  %-50s %s\n' "$name" "$(printf '%s\n' "$output" | head -n 1 | cut -c1-100)" ;;
    esac
}
export -f play

lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
find "$folder" -maxdepth 1 -name 'mutant_*' -type f -executable -print0 | sort -z |
    xargs -0 -P "$(nproc)" -I '{}' bash -c 'play "$@"' play '{}' "$seeds" "$engine_seeds" "$patience" | tee "$lines"
total=$(wc -l <"$lines")
found=$(grep -c '^found' "$lines")
echo "found $found of $total planted bugs"
[ "$total" -gt 0 ] && [ "$found" -eq "$total" ]

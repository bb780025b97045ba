#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every planted bug until a seed exposes it. Usage: run_mutants.sh FOLDER_WITH_MUTANTS [SEEDS [ENGINE_SEEDS]]
set -u
folder=${1:?folder with the mutant executables}
seeds=${2:-20000}
engine_seeds=${3:-$(((seeds + 9) / 10))}
found=0
total=0
for mutant in "$folder"/mutant_*; do
    [ -x "$mutant" ] || continue
    total=$((total + 1))
    name=$(basename "$mutant")
    name=${name#mutant_}
    case "$name" in
        engine_marks_*) layer=marks limit=$engine_seeds ;;
        engine_twins_*) layer=twins limit=$engine_seeds ;;
        engine_grants_*) layer=grants limit=$engine_seeds ;;
        engine_*) layer=engine limit=$engine_seeds ;;
        *) layer=merge limit=$seeds ;;
    esac
    output=$(timeout 300 "$mutant" --layer "$layer" --seeds "$limit" 2>&1)
    status=$?
    # 1 is a violated invariant; a crash exposes the bug as well; 124 is only too slow.
    if [ "$status" -ne 0 ] && [ "$status" -ne 124 ]; then
        found=$((found + 1))
        printf 'found  %-40s %s\n' "$name" "$(printf '%s\n' "$output" | head -n 1 | cut -c1-100)"
    else
        printf 'missed %-40s in %s seeds\n' "$name" "$limit"
    fi
done
echo "found $found of $total planted bugs"
[ "$found" -eq "$total" ]

#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check_sync_names.sh PROGRAM FILE: the bench of sync with a few families standing in for every size, without the peers; its list must hold every
# name that is promised of it.
set -u
program=$1
list=$2
rm -f "$list"
"$program" --households 12 --alone --json "$list" || exit 1
sizes=$(for size in 1k 10k 100k; do
  echo "first_sync_${size}_s frames_first_sync_${size}_s floor_insert_${size}_s segments_bytes_per_record_${size} merge_us_per_op_${size}"
done)
# shellcheck disable=SC2086 # a list of names
exec python3 "$(dirname "$0")/check_names.py" "$list" $sizes first_sync_bytes_per_record edit_roundtrip_bytes edit_body_bytes push_200_ms \
  push_200_bytes_per_edit noop_bytes server_merges_per_s merge_us_per_op day_sync_bytes day_sync_requests wasted_bytes_per_cut tablets_p99_s \
  sim_core_seeds_per_s sim_engine_seeds_per_s

#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check_names.sh PROGRAM FILE: a run with a handful of families, whose list must hold every promised name with a number and a unit.
# So small a corpus stands in for both sizes; the times mean nothing and are not looked at.

set -u
program=$1
list=$2
rm -f "$list"
"$program" --households 40 --json "$list" || exit 1
exec python3 "$(dirname "$0")/check_names.py" "$list" first_sync_10k_s first_sync_100k_s first_sync_bytes_per_record edit_roundtrip_bytes push_200_ms \
  noop_bytes server_merges_per_s save_p50_ms save_p99_ms search_p99_ms search_1m_p99_ms duplicates_precision duplicates_recall cold_start_ms \
  unlock_ms rss_mb

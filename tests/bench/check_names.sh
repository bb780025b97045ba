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
exec python3 - "$list" <<'TEXT'
import json
import sys

NAMES = """first_sync_10k_s first_sync_100k_s first_sync_bytes_per_record edit_roundtrip_bytes push_200_ms noop_bytes server_merges_per_s
save_p50_ms save_p99_ms search_p99_ms search_1m_p99_ms duplicates_precision duplicates_recall cold_start_ms unlock_ms rss_mb""".split()
rows = json.load(open(sys.argv[1], encoding="utf-8"))
found = {row["name"]: row for row in rows}
wrong = [f"{name} is missing" for name in NAMES if name not in found]
wrong += [f"{row['name']} stands there twice" for row in rows if rows.count(row) > 1 or found[row["name"]] is not row]
for row in rows:
    if set(row) != {"name", "value", "unit"} or not isinstance(row["value"], (int, float)) or row["value"] <= 0 or not row["unit"]:
        wrong.append(f"not a figure: {row}")
print("\n".join(wrong) or f"{len(rows)} figures, every promised name is there")
sys.exit(bool(wrong))
TEXT

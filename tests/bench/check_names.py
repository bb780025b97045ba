# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_names.py LIST NAME...: a bench's list holds every promised name once, each with a number and a unit."""
import json
import sys

rows = json.load(open(sys.argv[1], encoding="utf-8"))
found = {row["name"]: row for row in rows}
wrong = [f"{name} is missing" for name in sys.argv[2:] if name not in found]
wrong += [f"{row['name']} stands there twice" for row in rows if rows.count(row) > 1 or found[row["name"]] is not row]
for row in rows:
    if set(row) != {"name", "value", "unit"} or not isinstance(row["value"], (int, float)) or row["value"] <= 0 or not row["unit"]:
        wrong.append(f"not a figure: {row}")
print("\n".join(wrong) or f"{len(rows)} figures, every promised name is there")
sys.exit(bool(wrong))

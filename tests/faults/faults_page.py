#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/faults.md from assets/faults/faults.json: faults_page.py --write|--check [ROOT]. The check also looks for each row's test."""

import json
import os
import re
import sys

PLACES = {
    "sync": "Sending and fetching (page 记录都在哪儿)",
    "strip": "Over every page",
    "saving": "Writing (a line at the foot of the page)",
    "door": "Unlocking",
    "registration": "A new person on a tablet",
    "heldBack": "Put aside by the province (省里请您再看一下)",
}
HEAD = """<!-- SPDX-FileCopyrightText: 2026 The Lianxin authors -->
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->

# Faults: what stands behind a sentence, and the one thing to do

For whoever helps on the telephone. Each fault has one sentence in each language and one action; no page has sentences of its own for these. This
page is made from `assets/faults/faults.json` by `tests/faults/faults_page.py --write`, and a test compares them. The names stand in the support
file (About page, 请人帮忙看看; on the server `lianxin-server support FILE`). In every row what was written is kept.

| action | what is pressed |
|---|---|
"""


def load(root):
    with open(os.path.join(root, "assets", "faults", "faults.json"), encoding="utf-8") as file:
        return json.load(file)


def page(table):
    out = HEAD
    for action in table["actions"]:
        out += f"| {action['name']} | {action['zh']} / {action['en']} |\n"
    for place, title in PLACES.items():
        rows = [fault for fault in table["faults"] if fault["where"] == place]
        out += f"\n## {title}\n\n| fault | cause | sentence | action | test |\n|---|---|---|---|---|\n"
        for row in rows:
            out += f"| `{row['name']}` | {row['cause']} | {row['zh']}<br>{row['en']} | {row['action']} | `{row['test']}` |\n"
    return out


def problems(root, table):
    sources = {}
    for folder, _, names in os.walk(os.path.join(root, "tests")):
        for name in names:
            if name.startswith("tst_") and name.endswith(".cpp"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    sources[name[:-4]] = file.read()
    actions = {action["name"] for action in table["actions"]}
    for row in table["faults"]:
        if row["where"] not in PLACES:
            yield f"{row['name']}: no place {row['where']}"
        if row["action"] not in actions:
            yield f"{row['name']}: no action {row['action']}"
        match = re.fullmatch(r"(\w+): (\w+)(?: \((.+)\))?", row["test"])
        source = sources.get(match.group(1)) if match else None
        if source is None or not re.search(rf"\b{match.group(2)}\(\)", source):
            yield f"{row['name']}: no test {row['test']}"
        elif match.group(3) and f'"{match.group(3)}"' not in source:
            yield f"{row['name']}: {match.group(1)} has no row {match.group(3)}"


def main():
    mode = sys.argv[1] if len(sys.argv) > 1 else "--check"
    root = sys.argv[2] if len(sys.argv) > 2 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    table = load(root)
    path = os.path.join(root, "docs", "faults.md")
    if mode == "--write":
        with open(path, "w", encoding="utf-8") as file:
            file.write(page(table))
        return 0
    found = list(problems(root, table))
    with open(path, encoding="utf-8") as file:
        if file.read() != page(table):
            found.append("docs/faults.md is not what the table says: run tests/faults/faults_page.py --write")
    for line in found:
        print(line)
    print(f"{len(table['faults'])} faults, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

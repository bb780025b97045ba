#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what people's everyday notes cost them, on the real app, through the accessibility interface. Prints a table, --json FILE writes it.
Status 1: a limit is passed, or a control has no name or no role."""

import argparse
import json
import os
import sys
import tempfile

sys.dont_write_bytecode = True

from hands import Hands, TELLING  # noqa: E402
from journeys import JOURNEYS, NotThere, lock, open_family, unlock  # noqa: E402
from stage import Stage, until  # noqa: E402


def measure(hands, journey):
    open_family(hands)
    hands.start()
    mandatory = journey.walk(hands)
    hands.audit(f"after {journey.name}")
    return {"name": journey.name, "what": journey.what, "taps": hands.count.taps, "mandatory": mandatory, "keys": hands.count.keys}


def walk_all(hands, wanted):
    rows, inside = [], None
    until("the people's tiles", lambda: hands.find("六位数字密码", TELLING))
    hands.audit("door")
    for journey in JOURNEYS:
        if wanted and journey.name not in wanted:
            continue
        if journey.who != inside:
            if inside:
                lock(hands)
            unlock(hands, journey.who)
            inside = journey.who
        try:
            rows.append(measure(hands, journey))
        except NotThere as reason:
            rows.append({"name": journey.name, "what": journey.what, "reason": str(reason)})
    return rows


def judge(rows, nameless):
    wrong = []
    limits = {journey.name: journey.limits for journey in JOURNEYS}
    for row in rows:
        for figure, limit in limits[row["name"]].items():
            if row.get(figure, 0) > limit:
                wrong.append(f"{row['what']}: {row[figure]} {figure}, at most {limit}")
        if "reason" in row:
            wrong.append(f"{row['what']} could not be measured: {row['reason']}")
    for where, controls in nameless.items():
        wrong += [f"{where}: a control without a name or a role: {control}" for control in sorted(set(controls))]
    return wrong


def judge_itself():
    """A row that costs too much, one that is missing and a control without a name are told, or the judge is no judge."""
    rows = [{"name": "visit", "what": "a visit", "taps": 7, "mandatory": 4, "keys": 0}]
    missing = [{"name": "visit", "what": "a visit", "reason": "planted"}]
    good = [{"name": "visit", "what": "a visit", "taps": 6, "mandatory": 3, "keys": 0}]
    return len(judge(rows, {})) == 2 and judge(missing, {}) and judge(good, {"door": ["button ''"]}) and not judge(good, {})


def figures(rows):
    for row in rows:
        for figure, unit in (("taps", "taps"), ("mandatory", "fields"), ("keys", "keys")):
            if figure in row:
                yield {"name": f"burden_{row['name']}_{figure}", "value": row[figure], "unit": unit}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("app")
    parser.add_argument("server")
    parser.add_argument("data")
    parser.add_argument("--json")
    parser.add_argument("--only", action="append")
    arguments = parser.parse_args()
    if not judge_itself():
        raise RuntimeError("a planted breach of the limits was not told")
    with tempfile.TemporaryDirectory(prefix="lianxin-burden-") as folder:
        stage = Stage({"app": arguments.app, "server": arguments.server, "data": arguments.data}, folder)
        try:
            stage.build()
            stage.open_app()
            until("all the tiles", stage.all_registered)
            hands = Hands()
            rows = walk_all(hands, arguments.only)
        except Exception:
            for log in ("app.out", "server.out"):
                if os.path.exists(stage.path(log)):
                    with open(stage.path(log), encoding="utf-8", errors="replace") as file:
                        print(f"{log}: {file.read()[-500:]}", file=sys.stderr)
            raise
        finally:
            stage.close()
    print(f"{'journey':<14}{'taps':>6}{'mandatory':>11}{'keys':>6}  what")
    for row in rows:
        if "reason" in row:
            print(f"{row['name']:<14}{'not measured: ' + row['reason']}")
        else:
            print(f"{row['name']:<14}{row['taps']:>6}{row['mandatory']:>11}{row['keys']:>6}  {row['what']}")
    print("Counted from the family's page; a key is one character; the family itself counts among the mandatory fields, it is known.")
    wrong = judge(rows, hands.nameless)
    print("\n".join(wrong) or "within the limits; every control has a name and a role")
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump(list(figures(rows)), file, indent=1)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

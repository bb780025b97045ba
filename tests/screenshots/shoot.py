#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a picture of every page in every look, on the real app with the demonstration's data, and of the states of the lists on the stubs of
the page tests: shoot.py --out FOLDER --tablet … --server … --data … --snap …  Needs a display that is 1280 high and wide (xvfb-run)."""

import argparse
import html
import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "burden")]

import pages  # noqa: E402
from stage import DEMO_CODE, PEOPLE, Stage, until  # noqa: E402

FIELDS = {"$mode": "mode", "$outcome": "outcome", "$kind": "kind", "$severity": "severity", "$known_by": "known_by"}


class Tablet:
    """The app's own program, told on a pipe which page to use how (tests/story)."""

    def __init__(self, program, folder, pictures):
        self.process = subprocess.Popen([program, folder, pictures], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.hear()

    def hear(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the tablet's program ended")
        return json.loads(line)

    def ask(self, **command):
        self.process.stdin.write(json.dumps(command) + "\n")
        return self.hear()

    def get(self, path):
        return self.ask(do="get", path=path).get("value")

    def rows(self, path):
        return self.ask(do="rows", path=path).get("value") or []

    def call(self, path, function, *arguments):
        if not self.ask(do="call", path=path, function=function, arguments=list(arguments))["ok"]:
            raise RuntimeError(f"the session has no {path}.{function}{arguments}")

    def set(self, path, value):
        self.ask(do="set", path=path, value=value)

    def close(self):
        self.process.stdin.close()
        self.process.wait(30)


def unlock(tablet, name):
    user = next(row["userId"] for row in tablet.rows("unlock.users") if row["name"] == name)
    tablet.call("unlock", "choose", user)
    for digit in DEMO_CODE:
        tablet.call("unlock.entry", "pressDigit", int(digit))
    until(f"{name} is in", lambda: tablet.get("state") == "Open")

    def quiet():
        state = tablet.ask(do="state").get("value") or {}
        return state.get("quiet") and state.get("records")

    tablet.call("sync", "connectNow")
    until("everything is fetched", quiet)


def lock(tablet):
    if tablet.get("state") == "Open":
        tablet.call("", "closeCrisis")
        tablet.call("", "lock")


def meant(tablet, argument, numbers):
    if argument == "$family":
        rows = tablet.rows("families.rows") or tablet.rows("families.cards")
        return rows[0]["familyId"]
    if argument in FIELDS:
        return numbers(tablet.get("form.kind"), FIELDS[argument])
    return argument


def field_numbers(root):
    def number(kind, field):
        with open(os.path.join(root, "assets", "catalogue", f"{kind}.json"), encoding="utf-8") as file:
            return next(one["number"] for one in json.load(file)["fields"] if one["name"] == field)

    return number


def go(tablet, who, steps, numbers):
    if tablet.get("state") == "Open":
        tablet.call("", "closeCrisis")
        tablet.call("", "show", "Families")
    elif steps and who != "nobody":
        tablet.call("", "leaveTogether")
        unlock(tablet, PEOPLE[who][0])
    for path, function, *arguments in steps:
        if function == "$code":
            for digit in DEMO_CODE:
                tablet.call(path, "pressDigit", int(digit))
            until("the second unlock", lambda: not tablet.get(f"{path}.active"))
        else:
            tablet.call(path, function, *[meant(tablet, argument, numbers) for argument in arguments])
    tablet.call("", "dismissToast")


def take(tablet, page):
    for look, (width, height, large, dark, language) in pages.LOOKS.items():
        tablet.set("settings.language", language)
        tablet.set("settings.largeMode", large)
        tablet.set("settings.scheme", "Dark" if dark else "Light")
        tablet.ask(do="resize", width=width, height=height)
        if not tablet.ask(do="picture", name=f"{page}-{look}")["ok"]:
            raise RuntimeError(f"no picture of {page}")
    tablet.set("settings.language", "zh_CN")  # what the next page says when it opens stays said
    print(f"{page}: {', '.join(pages.LOOKS)}", flush=True)


def shoot_pages(arguments, numbers):
    with tempfile.TemporaryDirectory(prefix="lianxin-pictures-") as folder:
        stage = Stage({"server": arguments.server, "data": arguments.data}, folder)
        tablet = None
        try:
            stage.build()
            stage.fill("--looks")
            tablet = Tablet(arguments.tablet, stage.path("tablet"), arguments.out)
            with open(stage.path("users.jsonl"), encoding="utf-8") as users, open(stage.path("server", "tls-ca.pem"), encoding="utf-8") as ca:
                if not tablet.ask(do="register", invitations=users.read(), server=stage.url, ca=ca.read())["ok"]:
                    raise RuntimeError("the people could not be registered")
            stage.confirm()
            inside = "nobody"
            for page, (who, steps) in pages.PAGES.items():
                if who != inside:
                    if tablet.get("together.open"):
                        tablet.call("", "leaveTogether")
                    lock(tablet)
                    if who != "nobody":
                        unlock(tablet, PEOPLE[who][0])
                    inside = who
                go(tablet, who, steps, numbers)
                take(tablet, page)
                if page == "RegisterPage":
                    tablet.call("", "back")
        finally:
            if tablet:
                tablet.close()
            stage.close()


def shoot_stubs(arguments):
    """States, and pages that one tablet alone never shows."""
    scenes = [{"name": f"{page}-{state}", "width": 1280, "height": 800, "setup": setup} for page, states in pages.STATES.items() for state, setup in states.items()]
    for page, setup in pages.STUBBED.items():
        for look, (width, height, large, dark, language) in pages.LOOKS.items():
            if language != "zh_CN":  # the stubs' own words are Chinese
                continue
            setting = "".join(f"; settings.{name} = true" for name, on in (("largeMode", large), ("dark", dark)) if on)
            scenes.append({"name": f"{page}-{look}", "width": width, "height": height, "setup": setup + setting})
    listed = os.path.join(arguments.out, "scenes.json")
    with open(listed, "w", encoding="utf-8") as file:
        json.dump(scenes, file, ensure_ascii=False)
    subprocess.run([arguments.snap, arguments.out, "--scenes", listed], check=True)
    os.remove(listed)
    for page in [*pages.PAGES, *pages.STUBBED]:
        looks = [os.path.join(arguments.out, f"{page}-{name}.png") for name in pages.names_of(page)]
        subprocess.run([arguments.snap, arguments.out, "--sheet", f"sheet-{page}", *looks], check=True)


def write_index(out):
    """All sheets below one another; a touch on one opens the page's pictures."""
    parts = ['<!doctype html><meta charset="utf-8"><title>Lianxin: every page</title>'
             "<style>body{font:16px sans-serif;margin:24px}img{max-width:100%;border:1px solid #ccc}</style>"]
    for page in [*pages.PAGES, *pages.STUBBED]:
        names = pages.names_of(page)
        links = " · ".join(f'<a href="{page}-{name}.png">{html.escape(name)}</a>' for name in names)
        parts.append(f'<h2>{page}</h2><p>{links}</p><a href="sheet-{page}.png"><img src="sheet-{page}.png" loading="lazy"></a>')
    with open(os.path.join(out, "index.html"), "w", encoding="utf-8") as file:
        file.write("\n".join(parts))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("out", "tablet", "server", "data", "snap"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--stubs-only", action="store_true")
    arguments = parser.parse_args()
    os.makedirs(arguments.out, exist_ok=True)
    if not arguments.stubs_only:
        shoot_pages(arguments, field_numbers(os.path.join(HERE, "..", "..")))
    shoot_stubs(arguments)
    write_index(arguments.out)
    print(f"{len(pages.PAGES) + len(pages.STUBBED)} pages; open {arguments.out}/index.html")


if __name__ == "__main__":
    sys.exit(main())

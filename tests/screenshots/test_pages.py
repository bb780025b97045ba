#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of qml/pages has its pictures: test_pages.py [FOLDER]. With a folder of pictures it looks whether they are there, too."""

import os
import re
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import pages  # noqa: E402


def whole_pages(folder):
    """Files that no other page uses as a part of itself."""
    texts = {}
    for name in os.listdir(folder):
        if name.endswith(".qml"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                texts[name[:-4]] = file.read()
    return sorted(name for name in texts if not any(re.search(rf"\b{name} \{{", text) for other, text in texts.items() if other != name))


def gaps(found):
    shot = {name.split("-")[0] for name in [*pages.PAGES, *pages.STUBBED]}  # "FormPage-sealed" is a picture of FormPage
    for name in found:
        if name not in shot:
            yield f"{name} has no picture: say in tests/screenshots/pages.py which way leads to it"
    for name in shot | set(pages.STATES):
        if name not in found:
            yield f"{name} is no page of qml/pages any more"


def absent(folder):
    wanted = [f"{page}-{name}.png" for page in [*pages.PAGES, *pages.STUBBED] for name in pages.names_of(page)]
    wanted += [f"sheet-{page}.png" for page in [*pages.PAGES, *pages.STUBBED]] + ["index.html"]
    for name in wanted:
        path = os.path.join(folder, name)
        if not os.path.exists(path) or os.path.getsize(path) == 0:
            yield f"{name} was not taken"


def main(arguments):
    found = whole_pages(os.path.join(HERE, "..", "..", "qml", "pages"))
    wrong = list(gaps(found))
    # A planted page without a picture, or the test would pass on anything.
    if not list(gaps([*found, "PlantedPage"])):
        wrong.append("a page without a picture was not told")
    if len(found) < 15:
        wrong.append(f"only {len(found)} pages found")
    if arguments:
        wrong += absent(arguments[0])
    print("\n".join(wrong) or f"{len(found)} pages, {sum(len(pages.names_of(page)) for page in [*pages.PAGES, *pages.STUBBED])} pictures")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""WCAG contrast of the theme's pairs, in light and in dark, computed from Theme.qml: words at least 4.5, edges that carry a control 3."""

import os
import re
import sys

THEME = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "qml", "Theme.qml")
COLOUR = re.compile(r'readonly property color (\w+): (?:dark \? "(#[0-9a-f]{6})" : )?"(#[0-9a-f]{6})"')
WORDS, EDGE = 4.5, 3.0
# ink: the grounds it is written on. Every ink of the theme must stand here.
PAIRS = {
    "ink": ("bg", "surf", "inset"), "ink2": ("bg", "surf", "inset"), "ink3": ("bg", "surf", "inset"),
    "pri": ("bg", "surf", "inset", "pris"), "onpri": ("pri", "priPressed"), "onpris": ("pris", "prisPressed"),
    "clay": ("bg", "surf"), "onclay": ("clay",), "onclays": ("clays",), "onskys": ("skys",), "sky": ("surf",), "onplums": ("plums",),
    "oninv": ("inv",), "invact": ("inv",),
}
EDGES = {"edge": ("bg", "surf"), "focus": ("bg", "surf"), "pri": ("bg", "surf", "pris"), "clay": ("surf",)}
GROUNDS = {"bg", "surf", "inset", "pris", "prisPressed", "priPressed", "clays", "skys", "plums", "inv", "paper"}
# Pictures and hairlines carry no word and no control.
DECORATION = {"line", "paperLine", "scrim", "hill1", "hill2", "hill3", "water", "roof", "wood"}


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colours_of(text):
    """{name: (light, dark)}"""
    return {name: (light, dark or light) for name, dark, light in COLOUR.findall(text)}


def breaches(colours):
    for table, least, what in ((PAIRS, WORDS, "words"), (EDGES, EDGE, "an edge")):
        for ink, grounds in table.items():
            for ground in grounds:
                for index, mode in enumerate(("light", "dark")):
                    if ink not in colours or ground not in colours:
                        yield f"{ink} on {ground}: no such colour in the theme"
                        break
                    found = contrast(colours[ink][index], colours[ground][index])
                    if found < least:
                        yield f"{ink} on {ground}, {mode}: {found:.2f}, {what} needs {least}"
    for name in colours:
        if name not in set(PAIRS) | set(EDGES) | GROUNDS | DECORATION:
            yield f"{name} stands in no pair: add it to tests/looks/check_contrast.py"


def main():
    with open(THEME, encoding="utf-8") as file:
        colours = colours_of(file.read())
    wrong = list(breaches(colours))
    # The formula on values that everybody knows, and on planted faults: a check that finds nothing proves nothing.
    if round(contrast("#000000", "#ffffff"), 2) != 21.0 or round(contrast("#777777", "#ffffff"), 2) != 4.48:
        wrong.append("the contrast formula is wrong")
    for planted in ({"ink3": ("#9a9184", colours["ink3"][1])}, {"edge": (colours["edge"][0], "#3c372f")}, {"newInk": ("#000000", "#ffffff")}):
        if len(list(breaches({**colours, **planted}))) == len(wrong):
            wrong.append(f"a planted fault was not found: {planted}")
    lowest = min(contrast(colours[ink][i], colours[ground][i]) for ink, grounds in PAIRS.items() for ground in grounds for i in (0, 1))
    print("\n".join(wrong) or f"{len(colours)} colours; the lowest contrast of words is {lowest:.2f}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""QML shows and forwards: it holds no rule that could be wrong."""

import re

from .source import CPP

RAW_TEXT = re.compile(r"(?m)^\s*(?:[\w.]+\s*:\s*)?((?:\w+\.)?(?:Text|Label))\s*\{")
SCRIPT = re.compile(r"(?<![\w.])(Date|JSON|XMLHttpRequest|LocalStorage|eval)\b(?!\s*:)")


def pragma(source):
    if source.suffix == ".qml" and source.path.startswith("qml/") and "pragma ComponentBehavior: Bound" not in source.code:
        yield 1, "no pragma ComponentBehavior: Bound", "write it below the SPDX lines; delegates then name what they need as required properties"


def raw_text(source):
    if source.suffix != ".qml" or not source.path.startswith("qml/") or source.path.startswith("qml/controls/"):
        return
    for line, match in source.find(RAW_TEXT):
        yield line, f"raw {match.group(1)}", "use the plain-text label of qml/controls: other people's text is untrusted"


def scripts(source):
    if source.suffix != ".qml" or not source.path.startswith("qml/"):
        return
    for line, match in source.find(SCRIPT):
        yield line, f"{match.group(1)} in QML", "let the view-model give the finished value"
    for line, _ in source.find(r"\bimport\s+QtQuick\.LocalStorage\b"):
        yield line, "LocalStorage in QML", "the encrypted store is the only store"
    for line, _ in source.find(r'(?m)^\s*import\s+"[^"]*\.m?js"', source.text):
        yield line, "JavaScript import", "put the rule into a view-model, in C++, with a test"
    for line, _ in source.find(r"\bQt\.createQmlObject\b|\bQt\.include\b"):
        yield line, "code from a string", "use a Component or a Loader"


def registration(source):
    if source.suffix not in CPP:
        return
    for line, match in source.find(r"\b(setContextProperty|setContextObject|qmlRegister\w+)\s*[(<]"):
        if not source.path.startswith("tests/"):
            yield line, f"{match.group(1)} blinds qmllint", "use QML_ELEMENT with QML_UNCREATABLE, and required properties set by setInitialProperties"
    for line, _ in source.find(r"\bQML_SINGLETON\b"):
        if not source.path.startswith("tests/"):
            yield line, "C++ singleton", "Theme is the one QML singleton; hand objects down from Main.qml's session"


def script_files(source):
    if source.suffix in (".js", ".mjs") and source.path.startswith(("qml/", "app/")):
        yield 1, "JavaScript file", "put the rule into a view-model, in C++, with a test"


# --- looks: the theme holds every colour and every size of letters; distances and corners keep to its scale

COLOUR = re.compile(r'"(#[0-9a-fA-F]{3,8}|(?!transparent")(?:black|white|red|green|blue|gr[ae]y|yellow|orange|brown|pink|purple)\b[a-z]*)"|\bQt\.(?:rgba|hsla|hsva)\s*\(')
LETTERS = re.compile(r"(?m)\bfont\.(?:pixelSize|pointSize)\s*:\s*(\d[\d.]*)")
DISTANCE = re.compile(r"(?m)\b((?:row|column)?[sS]pacing|(?:left|right|top|bottom|horizontal|vertical)?[pP]adding|paddingY|(?:left|right|top|bottom)?[mM]argins?|margin(?:Top|Bottom))\s*:\s*(-?\d+(?:\.\d+)?)\s*$")
CORNER = re.compile(r"(?m)\b(radius|corner)\s*:\s*(\d+(?:\.\d+)?)\s*$")
TEXT_SIZE = re.compile(r"(?m)\bsize\s*:\s*(\d+)\s*$")
OPENED = re.compile(r"(\w+)\s*\{\s*$")
# Which numbers there are is said in Theme.qml; this is read when the tree is there, and stands in for it where a test plants a single file.
SCALE = {"steps": (0, 1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 28, 32, 36, 40, 48, 56, 60, 64, 104),
         "corners": (0, 3, 4, 5, 6, 8, 10, 12, 13, 14, 16, 18, 19, 20, 22, 24, 28, 32)}


def scale_of(text):
    """{"steps": (…), "corners": (…)} as the theme declares them."""
    found = {}
    for name in SCALE:
        match = re.search(rf"readonly property list<real> {name}: \[([^\]]*)\]", text)
        if match:
            found[name] = tuple(float(number) for number in match.group(1).split(","))
    return found


def theme_tokens(source):
    if source.suffix != ".qml" or not source.path.startswith("qml/") or source.path == "qml/Theme.qml":
        return
    text = source.without_comments
    for line, match in source.find(COLOUR, text):
        yield line, f"a colour of its own: {match.group()}", "name it in Theme.qml, in light and in dark"
    for line, match in source.find(LETTERS, text):
        yield line, f"letters of {match.group(1)} px", "Theme.meta, body, lead, title, head, page or num: they follow the person's text size"
    for pattern, scale in ((DISTANCE, "steps"), (CORNER, "corners")):
        for line, match in source.find(pattern, text):
            if abs(float(match.group(2))) not in SCALE[scale]:
                yield line, f"{match.group(1)} {match.group(2)} is not on the scale", f"one of Theme.{scale}"
    for line, match in source.find(TEXT_SIZE, text):
        opened = OPENED.findall(text[: match.start()].rsplit("{", 1)[0] + "{")
        if opened and opened[-1] in ("AppText", "MetaText"):
            yield line, f"letters of {match.group(1)} px", "Theme.meta, body, lead, title, head, page or num: they follow the person's text size"


def theme_scale(sources):
    """The scale that the rule knows is the one that the theme declares."""
    for source in sources:
        if source.path == "qml/Theme.qml" and scale_of(source.text) != {name: tuple(float(n) for n in numbers) for name, numbers in SCALE.items()}:
            yield source, 1, "Theme.steps and Theme.corners are not those of the lint", "write both alike (tests/lint/house/qml.py)"


TREE_RULES = [theme_scale]
RULES = [pragma, raw_text, scripts, registration, script_files, theme_tokens]

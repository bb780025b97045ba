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


RULES = [pragma, raw_text, scripts, registration, script_files]

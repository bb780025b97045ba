# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page or a view-model says and no translation file knows would be shown in the other language."""

import os
import re
import xml.etree.ElementTree as xml

QSTR = re.compile(r'qsTr\(\s*"((?:\\.|[^"\\])*)"(?:\s*,\s*"((?:\\.|[^"\\])*)")?')
TR = re.compile(r'(?<![\w.>])(?:\w+::)?tr\(\s*((?:"(?:\\.|[^"\\])*"\s*)+)')
PIECE = re.compile(r'"((?:\\.|[^"\\])*)"')


def plain(literal):
    return literal.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def known(path):
    """{(context, source)} with a translation that is finished and not empty."""
    found = set()
    for context in xml.parse(path).getroot().iter("context"):
        name = context.findtext("name", "").split("::")[-1]
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in ("unfinished", "obsolete", "vanished"):
                continue
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            if all(forms):
                found.add((name, message.findtext("source", "")))
    return found


def files(root, folder, suffix):
    for at, folders, names in os.walk(os.path.join(root, folder)):
        folders.sort()
        for name in sorted(names):
            if name.endswith(suffix):
                with open(os.path.join(at, name), encoding="utf-8") as file:
                    yield os.path.relpath(os.path.join(at, name), root).replace(os.sep, "/"), name[: -len(suffix)], file.read()


def missing(root):
    translations = os.path.join(root, "assets", "translations")
    english = known(os.path.join(translations, "lianxin_en.ts"))
    for path, name, text in files(root, "qml", ".qml"):
        for match in QSTR.finditer(text):
            if (name, plain(match.group(1))) not in english:
                yield f"{path}: no English for: {match.group(1)}\n    instead: add it to assets/translations/lianxin_en.ts, context {name}"
    chinese = {source for _, source in known(os.path.join(translations, "lianxin_words_zh.ts"))}
    for path, _, text in files(root, "app/viewmodel", ".cpp"):
        for match in TR.finditer(text):
            words = plain("".join(PIECE.findall(match.group(1))))  # the compiler joins them, too
            if words not in chinese:
                yield f"{path}: no Chinese for: {words}\n    instead: add it to assets/translations/lianxin_words_zh.ts"

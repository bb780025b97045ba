# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page or a view-model says and no translation file knows would be shown in the other language."""

import os
import re
import xml.etree.ElementTree as xml

QSTR = re.compile(r'qsTr\(\s*"((?:\\.|[^"\\])*)"(?:\s*,\s*"((?:\\.|[^"\\])*)")?')
TR = re.compile(r'(?<![\w.>])(?:(?P<class>\w+)::)?tr\(\s*(?P<words>(?:"(?:\\.|[^"\\])*"\s*)+)')
PIECE = re.compile(r'"((?:\\.|[^"\\])*)"')


def plain(literal):
    return literal.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def known(path):
    """{(context, source)} with a translation that is finished and not empty."""
    found = set()
    for context in xml.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
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


# A class that declares its own words, or is declared as an object of the view-models.
DECLARED = re.compile(r"(?:struct|class)\s+(\w+)[^;{]*\{\s*Q_DECLARE_TR_FUNCTIONS\((\w+)\)")
OBJECT = re.compile(r"class\s+(\w+)[^;{]*\{\s*Q_OBJECT")
# The head of a method stands at the edge, wherever its line breaks.
METHOD = re.compile(r"(?m)^(?![ \t#}/])[^\n;()]*?\b(\w+)::~?\w+\(")


def contexts(root):
    """{class: context} as Qt finds it when the program runs: an object's context has its namespaces, wherever lupdate saw it."""
    found = {}
    for suffix in (".hpp", ".cpp"):
        for _, _, text in files(root, "app/viewmodel", suffix):
            found.update({name: f"lianxin::ui::{name}" for name in OBJECT.findall(text)})
            found.update(DECLARED.findall(text))
    return found


def missing(root):
    translations = os.path.join(root, "assets", "translations")
    english = known(os.path.join(translations, "lianxin_en.ts"))
    for path, name, text in files(root, "qml", ".qml"):
        for match in QSTR.finditer(text):
            if (name, plain(match.group(1))) not in english:
                yield f"{path}: no English for: {match.group(1)}\n    instead: add it to assets/translations/lianxin_en.ts, context {name}"
    chinese = known(os.path.join(translations, "lianxin_words_zh.ts"))
    classes = contexts(root)
    for path, _, text in files(root, "app/viewmodel", ".cpp"):
        own = dict(DECLARED.findall(text))
        methods = [(match.start(), match.group(1)) for match in METHOD.finditer(text)]
        for match in TR.finditer(text):
            words = plain("".join(PIECE.findall(match.group("words"))))  # the compiler joins them, too
            near = [name for start, name in methods if start < match.start()]
            name = match.group("class") or (near[-1] if near else "")
            context = own.get(name) or classes.get(name)
            if context is None:
                yield f"{path}: whose words are these: {words}\n    instead: call tr of a class that has Q_OBJECT or Q_DECLARE_TR_FUNCTIONS"
            elif (context, words) not in chinese:
                yield f"{path}: no Chinese for: {words}\n    instead: add it to assets/translations/lianxin_words_zh.ts, context {context}"

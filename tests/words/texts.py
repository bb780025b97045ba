# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text that a person may read, with the register it speaks in. Which text is whose is data: registers.json."""

import fnmatch
import json
import os
import re
import xml.etree.ElementTree as xml
from collections import namedtuple

FOLDER = os.path.dirname(os.path.abspath(__file__))
# where: a file and a trail in it; kind: what stands at that trail ("label", "button", "sentence"); language: zh or en.
Text = namedtuple("Text", "path where register language kind words")
KEY = re.compile(r"^(?:(?P<name>\w+?))?(?P<language>Zh|En)$")


def load(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return json.load(file)


def fits(rule, path, trail):
    # fnmatch reads [x] as a choice of letters; in a trail it is a name.
    plain = trail.replace("[", "(").replace("]", ")")
    return fnmatch.fnmatchcase(path, rule["file"]) and fnmatch.fnmatchcase(plain, rule.get("at", "*"))


def register_of(table, path, trail, kind):
    """(register, kind) of the last rule whose file and trail fit: the general ones stand first in the file."""
    register = None
    for rule in table:
        if fits(rule, path, trail):
            register, kind = rule["register"], rule.get("kind", kind)
    return register, kind


def json_texts(path, document, table):
    def walk(value, trail, key):
        if isinstance(value, dict):
            name = value.get("name") or value.get("number")
            here = trail + (f"[{name}]" if name is not None and key != "data" else "")
            for inner_key, inner in value.items():
                yield from walk(inner, f"{here}.{inner_key}", inner_key)
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner, trail, key)
        elif isinstance(value, str):
            match = KEY.match(key)
            language = {"zh": "zh", "en": "en", "report": "zh", "Zh": "zh", "En": "en"}.get(match.group("language") if match else key)
            if language:
                register, kind = register_of(table, path, trail, "label" if key in ("zh", "en", "report") else "sentence")
                yield Text(path, trail, register, language, kind, value)

    yield from walk(document, "", "")


PROPERTY = re.compile(r"(?m)^[ \t]*(?:readonly property \w+ )?([\w.]+)[ \t]*:")
OPENING = re.compile(r"([A-Z]\w*)\s*\{\s*$")


def qml_places(text):
    """{words: {(object type, property)}} of each qsTr: what stands on a button, what is a title."""
    places, stack = {}, []
    for line in text.splitlines():
        opening = OPENING.search(line)
        said = re.findall(r'qsTr\("((?:\\.|[^"\\])*)"', line)
        name = PROPERTY.match(line)
        for words in said:
            places.setdefault(words, set()).add((stack[-1] if stack else "", name.group(1).split(".")[-1] if name else ""))
        for char in re.sub(r'"(?:\\.|[^"\\])*"', '""', line):
            if char == "{":
                stack.append(opening.group(1) if opening else "")
            elif char == "}" and stack:
                stack.pop()
    return places


def is_button(places, kinds):
    return any(f"{kind}.{name}" in kinds or f"*.{name}" in kinds for kind, name in places)


def ts_texts(path, root, table, buttons):
    """Source and translation of each message; `buttons` knows which words stand on one."""
    languages = {"source": root.get("sourcelanguage", "")[:2], "translation": root.get("language", "")[:2]}
    for context in root.iter("context"):
        name = context.findtext("name", "").split("::")[-1]
        for message in context.iter("message"):
            source = message.findtext("source", "")
            kind = "button" if (name, source) in buttons else "sentence"
            for tag in ("source", "translation"):
                # A source is shown too: in Chinese from the pages, in English from the view-models.
                element = message.find(tag)
                if element is None:
                    continue
                forms = [form.text or "" for form in element.findall("numerusform")] or [element.text or ""]
                for words in forms:
                    yield Text(path, name, register_of(table, path, name, kind)[0], languages[tag], kind, words)


def gather(root):
    """All texts of the tree below `root`."""
    table = load("registers.json")
    buttons = set()
    sources = {}
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in (".git", "build") and not f.startswith("build-"))
        for name in sorted(names):
            path = os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")
            if name.endswith((".qml", ".ts", ".json")):
                sources[path] = os.path.join(folder, name)
    for path, file in sources.items():
        if path.startswith("qml/") and path.endswith(".qml"):
            with open(file, encoding="utf-8") as source:
                for words, places in qml_places(source.read()).items():
                    if is_button(places, table["buttons"]):
                        buttons.add((os.path.basename(path)[:-4], words))
    for path, file in sources.items():
        if not path.startswith("assets/"):
            continue
        if path.endswith(".ts"):
            yield from ts_texts(path, xml.parse(file).getroot(), table["texts"], buttons)
        elif path.endswith(".json") and not any(fnmatch.fnmatchcase(path, other) for other in table["noTexts"]):
            with open(file, encoding="utf-8") as source:
                yield from json_texts(path, json.load(source), table["texts"])

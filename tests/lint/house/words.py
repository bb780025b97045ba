# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the screens say, and what the tests may not do."""

import json
import os
import re

from .source import CPP

CJK = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
EXCLAMATION = re.compile(r"[!！]")
_LISTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "words", "word_lists.json")
with open(_LISTS, encoding="utf-8") as _file:
    _CHINESE = json.load(_file)["zh"]
# The registers of each text are checked by tests/words; here the sources alone, so that a breach is told with its line.
NEVER = _CHINESE["all"]
UNKIND = _CHINESE["family"]
SLEEPS = re.compile(r"\bQTest::(qSleep|qWait)\s*\(|\b(sleep_for|sleep_until|usleep|nanosleep|msleep)\s*\(|(?<![\w.>])sleep\s*\(|QThread::sleep\s*\(")


def _sentence(text, words):
    for word, better in words.items():
        if word in text:
            yield f"says {word}", f"say: {better}"
    if EXCLAMATION.search(text):
        yield "shouts", "end with a full stop or nothing"


def chinese_in_cpp(source):
    if source.suffix not in CPP or source.path.startswith("tests/"):
        return
    for line, text in source.strings():
        if CJK.search(text):
            yield line, "Chinese in C++", "put the words into the catalogue, a .qml file through qsTr, or the translations"


def qml_words(source):
    if source.suffix != ".qml" or source.path.startswith("tests/"):
        return
    text = source.without_comments
    for match in re.finditer(r'"((?:\\.|[^"\\\n])*)"', text):
        content, line = match.group(1), source.line_of(match.start())
        translated = re.search(r"(qsTr|qsTrId|qsTranslate|QT_TR_NOOP|QT_TRID_NOOP)\s*\([^()]*$", text[max(0, match.start() - 200):match.start()])
        if CJK.search(content) and not translated:
            yield line, "words outside qsTr", 'write qsTr("…")'
        if CJK.search(content) or translated:
            for said, better in _sentence(content, NEVER | UNKIND):
                yield line, said, better


def _walk(value, trail=""):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(inner, f"{trail}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, trail)
    elif isinstance(value, str):
        yield trail, value


def asset_words(source):
    if not source.path.startswith("assets/") or source.suffix != ".json":
        return
    try:
        document = json.loads(source.text)
    except ValueError as problem:
        yield getattr(problem, "lineno", 1), f"not JSON: {problem}", "mend the file"
        return
    for trail, text in _walk(document):
        if not CJK.search(text) and not trail.endswith((".en", ".zh")):
            continue
        for said, better in _sentence(text, NEVER):
            needle = json.dumps(text, ensure_ascii=False)
            yield source.text[: max(0, source.text.find(needle))].count("\n") + 1, f"{trail} {said}: {text}", better


def translation_words(source):
    if source.suffix != ".ts":
        return
    for match in re.finditer(r"<(source|translation)[^>]*>([^<]*)</", source.text):
        for said, better in _sentence(match.group(2), NEVER):
            yield source.line_of(match.start()), said, better


def sleeps(source):
    if not source.path.startswith("tests/"):
        return
    if source.suffix in CPP:
        for line, match in source.find(SLEEPS):
            yield line, f"fixed sleep {match.group().strip('( ')}", "wait for what must happen: QTRY_VERIFY, QSignalSpy::wait, qWaitFor, a virtual clock"
    if source.suffix == ".qml":
        for line, _ in source.find(r"(?<![\w.])wait\s*\(\s*[1-9]"):
            yield line, "fixed sleep wait()", "tryCompare, tryVerify or a SignalSpy"
    if source.suffix == ".sh" and source.path.startswith("tests/"):
        for number, text in enumerate(source.lines, 1):
            if re.match(r"\s*sleep\s+\d", text):
                yield number, "fixed sleep", "loop until the thing is there, with a limit"


RULES = [chinese_in_cpp, qml_words, asset_words, translation_words, sleeps]

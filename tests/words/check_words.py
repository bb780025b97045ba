#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Do the texts keep to their registers? check_words.py [ROOT]: prints each that does not, with what to say instead."""

import os
import re
import sys
from collections import Counter

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import texts  # noqa: E402
import translated  # noqa: E402

REGISTERS = {"report": ("all",), "work": ("all", "family"), "home": ("all", "family", "home")}
PLACE = re.compile(r"%L?\d|%n")
ENDS = re.compile(r"[。；：？;.?:](?:\s|$)|[。；：？\n]")


def excused(lists, text, word):
    return any(word == other["word"] and texts.fits(other, text.path, text.where) for other in lists["exceptions"])


def spoken(words, said, language):
    if language == "zh":
        return words in said
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", said, re.I) is not None


def too_long(lists, text):
    """Longer than a glance takes: a button as a whole, a sentence from stop to stop. A report's official terms are as long as they are."""
    if text.register == "report":
        return None
    limit = lists["longest"][text.language][text.kind]
    parts = ENDS.split(text.words) if text.kind == "sentence" else [text.words]
    longest = max(len(PLACE.sub("", part).strip()) for part in parts)
    return (longest, limit) if longest > limit else None


def judge(text, lists):
    """(rule, what, instead) of each breach of one text."""
    if text.register not in REGISTERS:
        yield "register", f"belongs to no register ({text.register})", "add a rule to tests/words/registers.json"
        return
    for register in REGISTERS[text.register]:
        for word, better in lists[text.language][register].items():
            if spoken(word, text.words, text.language) and not excused(lists, text, word):
                yield "word", f"says {word}", better
    if re.search(lists["shout"], text.words):
        yield "shout", "shouts or draws a face", "end with a full stop or nothing"
    long = too_long(lists, text)
    if long and not excused(lists, text, "long"):
        yield "length", f"{long[0]} characters, at most {long[1]}", "say it shorter, or in two sentences"


def unused(lists, found):
    """Exceptions that excuse nothing any more."""
    for other in lists["exceptions"]:
        hit = any(texts.fits(other, text.path, text.where) and
                  (too_long(lists, text) if other["word"] == "long" else spoken(other["word"], text.words, text.language)) for text in found)
        if not hit:
            yield f'tests/words/word_lists.json: the exception for {other["word"]} in {other["file"]} excuses nothing: take it out'


def main(arguments):
    root = arguments[0] if arguments else os.path.join(texts.FOLDER, "..", "..")
    lists = texts.load("word_lists.json")
    found = list(texts.gather(root))
    wrong = [f"{text.path}: {text.where}: {what}: {text.words}\n    instead: {better}"
             for text in found for _, what, better in judge(text, lists)]
    wrong += list(unused(lists, found)) + list(translated.missing(root))
    print("\n".join(wrong) or "every text keeps to its register")
    counts = Counter((text.register, text.language) for text in found)
    print("; ".join(f"{register} {language}: {count}" for (register, language), count in sorted(counts.items(), key=str)))
    # A gatherer that finds nothing would find nothing wrong.
    empty = [f"{register} {language}" for register in ("home", "work") for language in ("zh", "en") if counts[(register, language)] == 0]
    if empty or len(found) < 1000:
        print(f"{len(found)} texts found, none for {empty}: the gathering does not work")
        return 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

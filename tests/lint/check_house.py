#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house rules, read from the sources alone. check_house.py [ROOT]: prints each breach with what to do instead."""

import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from house import layers, qml, shape, source, words  # noqa: E402

FILE_RULES = shape.RULES + layers.RULES + qml.RULES + words.RULES
TREE_RULES = layers.TREE_RULES + qml.TREE_RULES


def breaches(sources):
    """(path, line, rule, what, instead), in the order of the tree."""
    for file in sources:
        for rule in FILE_RULES:
            for line, what, instead in rule(file):
                yield file.path, line, rule.__name__, what, instead
    for rule in TREE_RULES:
        for file, line, what, instead in rule(sources):
            yield file.path, line, rule.__name__, what, instead


def main(arguments):
    root = arguments[0] if arguments else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    sources = source.load(root)
    count = 0
    for path, line, rule, what, instead in breaches(sources):
        count += 1
        print(f"{path}:{line}: {what} [{rule}]\n    instead: {instead}")
    print(f"house rules: {len(sources)} files, {count} breaches")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

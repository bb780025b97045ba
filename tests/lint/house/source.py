# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of the house, with its comments and strings told apart."""

import os
import re
from functools import cached_property

CPP = (".cpp", ".hpp")
SKIPPED_FOLDERS = {".git", ".cache", "build", "__pycache__", "node_modules"}

# One alternative each: raw string, string, character, line comment, block comment.
_TOKENS = re.compile(
    r'(?P<raw>R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)")'
    r'|(?P<string>"(?:\\.|[^"\\\n])*")'
    r"|(?P<char>(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+')"
    r"|(?P<line>//[^\n]*)"
    r"|(?P<block>/\*.*?\*/)",
    re.S,
)


class Source:
    def __init__(self, path, text):
        self.path = path  # from the root, with "/"
        self.text = text
        self.name = path.rsplit("/", 1)[-1]
        self.stem, self.suffix = os.path.splitext(self.name)

    @cached_property
    def lines(self):
        return self.text.splitlines()

    @cached_property
    def without_comments(self):
        """Same length and lines; comments are blanked."""
        return _TOKENS.sub(lambda m: _blank(m.group()) if m.group("line") or m.group("block") else m.group(), self.text)

    @cached_property
    def code(self):
        """Same length and lines; comments and the insides of strings are blanked."""

        def replace(match):
            if match.group("line") or match.group("block"):
                return _blank(match.group())
            return '"' + _blank(match.group()[1:-1]) + '"'

        return _TOKENS.sub(replace, self.text)

    def strings(self):
        """(line, content) of each string literal."""
        for match in _TOKENS.finditer(self.text):
            if match.group("string"):
                yield self.line_of(match.start()), match.group("string")[1:-1]
            elif match.group("raw"):
                yield self.line_of(match.start()), match.group("raw")

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def find(self, pattern, text=None):
        """(line, match) of a pattern in the code (or in `text`, which must be as long as the file)."""
        for match in re.finditer(pattern, self.code if text is None else text):
            yield self.line_of(match.start()), match


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def load(root):
    """Every text file of the tree that a rule may want to see."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIPPED_FOLDERS and not f.startswith("build-"))
        for name in sorted(names):
            path = os.path.join(folder, name)
            if os.path.islink(path) or os.path.getsize(path) > 4_000_000:
                continue
            try:
                with open(path, encoding="utf-8") as file:
                    found.append(Source(os.path.relpath(path, root).replace(os.sep, "/"), file.read()))
            except UnicodeDecodeError:
                continue
    return found

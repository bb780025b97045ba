# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes, names, licence lines: what a file looks like from outside."""

import re

from .source import CPP

MAX_LINES = 400
MAX_FUNCTION = 60
SIZED = CPP + (".qml", ".py", ".sh", ".cmake")
BAD_SUFFIX = re.compile(r"(manager|helper|helpers|utils|util|handler|info)$", re.I)
BAD_CLASS = re.compile(r"\b(?:class|struct)\s+(?:\[\[\w+\]\]\s*)?(\w*(?:Manager|Helpers?|Utils?|Handler|Info))\b(?!\s*;)")
# In pieces, or reuse would read them as this file's own.
SPDX = ("SPDX-" + "FileCopyrightText:", "SPDX-" + "License-Identifier: GPL-3.0-or-later")


def file_length(source):
    if source.suffix in SIZED and len(source.lines) > MAX_LINES:
        yield 1, f"{len(source.lines)} lines, at most {MAX_LINES}", "split it by noun: one file, one main type"


def spdx(source):
    wanted = SIZED + (".js",)
    if source.suffix not in wanted and source.name != "CMakeLists.txt" and not source.text.startswith("#!"):
        return
    head = "\n".join(source.lines[:6])
    if not all(line in head for line in SPDX):
        yield 1, "no SPDX lines", "start the file with " + " and ".join(SPDX)


def names(source):
    if source.suffix in CPP + (".qml",) and BAD_SUFFIX.search(source.stem):
        yield 1, f"{source.name} is named for nothing", "name the noun: …Model, …Editor, …Store, …Transport, …Driver, …Page"
    if source.suffix == ".hpp":
        for line, match in source.find(BAD_CLASS):
            yield line, f"{match.group(1)} is named for nothing", "name the noun it is, or make it free functions"
    if source.suffix in CPP and not re.fullmatch(r"[a-z0-9_]+", source.stem):
        yield 1, f"{source.name} is not lower_snake", "write C++ file names in lower_snake"
    if source.suffix == ".qml" and not re.fullmatch(r"[A-Z][A-Za-z0-9]*|tst_[A-Za-z0-9]+", source.stem):
        yield 1, f"{source.name} is not PascalCase", "write QML file names in PascalCase (tests: tst_Page.qml)"


def headers(source):
    if source.suffix == ".hpp" and "#pragma once" not in source.lines[:6]:
        yield 1, "no #pragma once", "put #pragma once below the SPDX lines"
    if source.suffix in CPP:
        for line, _ in source.find(r"^\s*namespace\s+sync\b|(?<=\n)namespace\s+sync\b"):
            yield line, "a top-level namespace sync collides with sync(2)", "use lianxin::core, lianxin::store, …"


_CONTROL = re.compile(r"^\s*(else\s+)?(if|for|while|switch|catch|else|do|try|return)\b")
_FUNCTION = re.compile(r"\)\s*(const|noexcept(\s*\([^()]*\))?|override|final|mutable|&&?|->\s*[\w:<>,\s*&]+|:\s.*|requires\b.*)*\s*$", re.S)
_SCOPE = re.compile(r"\b(namespace|class|struct|union|enum)\b[^()]*$|\bextern\s*$")


def function_length(source):
    """Outermost braces that follow a parameter list; lambdas and blocks inside belong to their function."""
    if source.suffix not in CPP:
        return
    code = re.sub(r"(?m)^[ \t]*#(?:[^\n]*\\\n)*[^\n]*$", lambda m: re.sub(r"[^\n]", " ", m.group()), source.code)
    stack, header_start = [], 0
    for offset, char in enumerate(code):
        if char == "{":
            header = code[header_start:offset]
            inside = any(kind == "function" for kind, _, _ in stack)
            is_function = not inside and not _SCOPE.search(header) and not _CONTROL.match(header) and _FUNCTION.search(header)
            stack.append(("function" if is_function else "other", offset, header))
            header_start = offset + 1
        elif char == "}" and stack:
            kind, start, header = stack.pop()
            length = code.count("\n", start, offset) + 1
            if kind == "function" and length > MAX_FUNCTION:
                name = re.findall(r"([~\w:]+)\s*\(", header)
                # A table of test rows is data: it may be as long as it needs.
                if not (name and name[0].endswith("_data")):
                    shown = name[0] if name else "function"
                    yield source.line_of(start), f"{shown} has {length} lines, at most {MAX_FUNCTION}", "give its steps names"
            header_start = offset + 1
        elif char == ";":
            header_start = offset + 1


RULES = [file_length, spdx, names, headers, function_length]

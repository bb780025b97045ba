# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom. The floors are those of ARCHITECTURE.md."""

import re

from .source import CPP

LAYER = {
    "sync/model": 0,
    "sync/core": 1, "sync/seal": 1, "platform": 1,
    "sync/store": 2, "sync/wire": 2, "sync/indicator": 2,
    "sync/client": 3, "sync/server": 3, "app/vault": 3, "app/forms": 3, "app/duty": 3, "app/scales": 3, "app/pairs": 3, "app/settle": 3, "app/hands": 3, "app/sheet": 3, "app/intake": 3, "app/report": 3,
    "app/tablet": 4, "app/viewmodel": 4, "app/formimport": 4,
    "app": 5, "qml": 5,
}
PURE = ("sync/model", "sync/core")
QT_ROOMS = ("app", "platform", "sync/client", "qml", "tests")
INCLUDE = re.compile(r'(?m)^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]')
# C++ headers have no dot; these are the C ones that have no better name in C++.
STANDARD = re.compile(r"[a-z_]+")


def room_of(path):
    parts = path.split("/")
    for depth in (2, 1):
        room = "/".join(parts[:depth])
        if room in LAYER and len(parts) > depth:
            return room
    return parts[0] if parts[0] in ("tests",) else None


def includes(source):
    for match in INCLUDE.finditer(source.without_comments):
        yield source.line_of(match.start()), match.group(1), match.group(2)


def layer_rule(source):
    if source.suffix not in CPP:
        return
    room = room_of(source.path)
    if room is None or room == "tests":
        return
    for line, _, name in includes(source):
        target = room_of(name)
        if target is None or target == room:
            continue
        if target == "tests":
            yield line, f"{room} includes {name}", "move what is needed out of tests, or the use of it into tests"
        elif LAYER[target] > LAYER[room]:
            yield line, f"{room} (layer {LAYER[room]}) includes {name} (layer {LAYER[target]})", "turn it round: a port below, the adapter above"
        elif room.startswith("sync/") and not target.startswith("sync/"):
            yield line, f"{room} includes {name}", "sync knows neither platform nor app: give it a port in sync/core"
        elif room == "platform" and target != "sync/model":
            yield line, f"platform includes {name}", "platform knows sync/model only; app joins the two"


def include_style(source):
    if source.suffix not in CPP or source.path.startswith("tests/"):
        return
    for line, quote, name in includes(source):
        if quote == '"' and ("/" not in name or name.startswith("..")) and not name.endswith(".moc"):
            yield line, f'"{name}" is not from the root', 'write it from the root: "sync/model/ids.hpp"'


def pure_rooms(source):
    if source.suffix not in CPP or not source.path.startswith(tuple(room + "/" for room in PURE)):
        return
    for line, quote, name in includes(source):
        if quote == "<" and not STANDARD.fullmatch(name) and not name.startswith("boost/"):
            yield line, f"<{name}> in {room_of(source.path)}", "standard library and Boost headers only; the rest comes through a port"


def qt_rooms(source):
    if source.suffix not in CPP or source.path.startswith(tuple(room + "/" for room in QT_ROOMS)):
        return
    for line, quote, name in includes(source):
        if quote == "<" and re.match(r"(Q[A-Z]|Qt|qt)", name):
            yield line, f"<{name}>: Qt lives in app, platform and sync/client", "use the standard library or Boost here"


def one_sqlite(sources):
    """The database has one door, so that its settings cannot be forgotten at another."""
    seen = []
    for source in sources:
        if source.suffix in CPP and not source.path.startswith("tests/"):
            for line, _, name in includes(source):
                if name.split("/")[-1] in ("sqlite3.h", "sqlcipher.h"):
                    seen.append((source, line, name))
    for source, line, name in seen[1:]:
        yield source, line, f"{name} is included by {seen[0][0].path} already", "go through its class"


RULES = [layer_rule, include_style, pure_rooms, qt_rooms]
TREE_RULES = [one_sqlite]

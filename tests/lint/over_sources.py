#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a checker over every compiled source; a source that was clean is looked at again only when it changed.

    over_sources.py NAME JOBS [--under FOLDER | --outside FOLDER] [--list] -- CHECKER ARGUMENT...

A whole run of clang-tidy takes the better part of an hour on two cores. What was clean is remembered under
build/lint/NAME as a hash over the checker's version and arguments, the compile command and the content of every file
that the compiler read (ninja knows them from the last build). A source with findings is never remembered.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import re
import subprocess
import sys
import time

FINDING = re.compile(r"(warning|error):")
# The analyser of this clang does not know coroutines: it sees null pointers inside the headers of Asio. Nothing to mend here.
ELSEWHERE = re.compile(r"^/usr/.*\[clang-analyzer-")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("name")
    parser.add_argument("jobs", type=int)
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--under", help="only the sources of this folder")
    where.add_argument("--outside", help="all sources but those of this folder")
    parser.add_argument("--list", action="store_true", help="name the sources that would be looked at")
    split = sys.argv.index("--")
    return parser.parse_args(sys.argv[1:split]), sys.argv[split + 1:]


def chosen(path, root, asked):
    folder = asked.under or asked.outside
    inside = folder is not None and path.startswith(os.path.join(root, folder) + os.sep)
    return inside if asked.under else not inside


def compiled(root, build):
    """The sources that the build knows, each with its compile command and object; one entry a source."""
    entries = {}
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        for entry in json.load(file):
            path = entry["file"]
            if path.startswith(root + os.sep) and not path.startswith(build + os.sep):
                entries.setdefault(path, entry)
    return [entries[path] for path in sorted(entries)]


def dependencies(build):
    """Object -> the files it was made of."""
    text = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    files, current = {}, None
    for line in text.splitlines():
        if line.startswith("    "):
            current.append(os.path.normpath(os.path.join(build, line.strip())))
        elif ": #deps" in line:
            current = files.setdefault(line.split(":", 1)[0], [])
    return files


class Fingerprint:
    """Hashes of sources as their checker sees them."""

    def __init__(self, root, build, command):
        version = subprocess.run([command[0], "--version"], capture_output=True, text=True, check=False).stdout
        self._base = "\0".join([version, *command])
        self._configs = {}
        self._root = root
        self._deps = dependencies(build)
        self._contents = {}

    def _content(self, path):
        if path not in self._contents:
            with open(path, "rb") as file:
                self._contents[path] = hashlib.blake2b(file.read(), digest_size=16).hexdigest()
        return self._contents[path]

    def _config(self, folder):
        """What every .clang-tidy from the source up to the root says."""
        if folder not in self._configs:
            path = os.path.join(folder, ".clang-tidy")
            own = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
            above = self._config(os.path.dirname(folder)) if len(folder) > len(self._root) else ""
            self._configs[folder] = own + above
        return self._configs[folder]

    def of(self, entry):
        """None where the build has not seen the source: then nothing may be remembered."""
        made = re.search(r" -o (\S+)", entry["command"])
        files = self._deps.get(made.group(1)) if made else None
        if not files:
            return None
        whole = hashlib.blake2b(digest_size=20)
        whole.update("\0".join([self._base, self._config(os.path.dirname(entry["file"])), entry["command"]]).encode())
        try:
            for path in sorted(set(files)):
                whole.update(f"{path}\0{self._content(path)}\0".encode())
        except OSError:
            return None
        return whole.hexdigest()


def check(command, path):
    done = subprocess.run([*command, path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                          check=False)
    lines = done.stdout.splitlines()
    told = [line for line in lines if FINDING.search(line)]
    found = [line for line in told if not ELSEWHERE.search(line)]
    if done.returncode != 0 and not told:
        found = [f"{path}: error: the checker ended with {done.returncode}: {' '.join(lines[-1:])}"]
    return found


def main():
    root = os.getcwd()
    build = os.path.join(root, "build")
    asked, command = arguments()
    memory = os.path.join(build, "lint", asked.name)
    os.makedirs(memory, exist_ok=True)
    fingerprint = Fingerprint(root, build, command)
    marks = {entry["file"]: fingerprint.of(entry) for entry in compiled(root, build)
             if chosen(entry["file"], root, asked)}
    known = set(os.listdir(memory))
    todo = [path for path, mark in marks.items() if mark is None or mark not in known]
    print(f"   {len(marks)} files, {len(marks) - len(todo)} known to be clean", flush=True)
    if asked.list:
        print("\n".join(todo))
        return 0
    findings, begun = set(), time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool:
        running = {pool.submit(check, command, path): path for path in todo}
        for count, done in enumerate(concurrent.futures.as_completed(running), 1):
            path, found = running[done], done.result()
            for line in found:
                if line not in findings:
                    findings.add(line)
                    print(line, flush=True)
            if not found and marks[path]:
                open(os.path.join(memory, marks[path]), "w", encoding="utf-8").close()
            if count % 25 == 0 or count == len(todo):
                print(f"   {count} of {len(todo)} after {time.monotonic() - begun:.0f} s", flush=True)
    # What no source of today looks like is forgotten, so that the memory does not grow.
    for mark in known - set(filter(None, marks.values())):
        os.remove(os.path.join(memory, mark))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real server with the made-up village, and the real app on it: what ./dev run shows, in a folder of its own."""

import json
import os
import subprocess
import threading
import time

VILLAGE, TOWNSHIP = "350128900200", "350128900"
# Role in the demonstration: the name on the tile.
PEOPLE = {"worker": ("吴美华", "VW", f"v:{VILLAGE}"), "officer": ("郑志强", "TO", f"t:{TOWNSHIP}"), "counsellor": ("张丽珠", "CO", f"t:{TOWNSHIP}"),
          "supervisor": ("王谷雨", "CS", f"t:{TOWNSHIP}")}
DEMO_CODE = "202610"  # shown on the unlock page
PATIENCE = 120  # s; only a hang reaches it
LOOK = 0.05


def until(what, ready, patience=PATIENCE):
    """Asks again and again; the first answer that is not empty."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        answer = ready()
        if answer:
            return answer
        time.sleep(LOOK)
    raise TimeoutError(f"not seen in {patience} s: {what}")


class Stage:
    def __init__(self, programs, folder):
        self.programs, self.folder = programs, folder
        self.processes = []
        self.ended = threading.Event()

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def server(self, *arguments):
        done = subprocess.run([self.programs["server"], *arguments], capture_output=True, text=True, timeout=PATIENCE)
        if done.returncode:
            raise RuntimeError(f"lianxin-server {arguments[0]} {' '.join(arguments[1:3])}: {done.stderr.strip()}")
        return done.stdout

    def enrol(self, *arguments):
        return self.server("enrol", "--data", self.path("server"), *arguments)

    def start(self, *command, log):
        with open(self.path(log), "wb") as out:
            process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        self.processes.append(process)
        return process

    def fill(self, *what):
        code = json.loads(self.enrol("--json", "code", "--user", self.users["officer"]))
        subprocess.run([self.programs["data"], "--set", "V", "fill", *what, "--server", self.url, "--ca", self.path("server", "tls-ca.pem"),
                        "--root", code["root"], "--code", code["code"], "--worker", self.users["worker"], "--officer", self.users["officer"]],
                       capture_output=True, check=True, timeout=PATIENCE)

    def build(self):
        """The province, its people and ten families. Two demonstrations never share a folder: each run makes its own."""
        os.makedirs(self.path("tablet"))
        self.server("init", "--data", self.path("server"), "--authority", self.path("authority"), "--demo", "--host", "127.0.0.1")
        self.start(self.programs["server"], "serve", "--data", self.path("server"), "--port-file", self.path("port"),
                   "--log", self.path("server.log"), log="server.out")
        port = self.path("port")
        until("the server's port", lambda: os.path.exists(port) and os.path.getsize(port))
        with open(port, encoding="ascii") as file:
            self.url = f"https://127.0.0.1:{file.read().strip()}"
        units = subprocess.run([self.programs["data"], "--set", "V", "units"], capture_output=True, text=True, check=True).stdout
        for line in units.splitlines():
            code, name, duty = line.split("\t")
            self.enrol("org-unit", "--code", code, "--name", name, "--duty-phone", duty)
        self.users = {}
        with open(self.path("users.jsonl"), "w", encoding="utf-8") as invitations:
            for part, (name, role, area) in PEOPLE.items():
                line = self.enrol("--json", "user", "--name", name, "--role", role, "--area", area)
                invitations.write(line)
                self.users[part] = json.loads(line)["user"]
        self.fill()
        self.confirm()

    def confirm(self):
        return self.enrol("--authority", self.path("authority"), "confirm")

    def sign(self):
        """The administrator's hand: confirms each registration as it comes in."""
        signed = 0
        while signed < len(PEOPLE) and not self.ended.is_set():
            try:
                signed += self.confirm().count("kind tablet")
            except RuntimeError:
                pass  # nobody waits yet
            self.ended.wait(0.5)

    def all_registered(self):
        return not self.signer.is_alive()

    def open_app(self):
        self.signer = threading.Thread(target=self.sign, daemon=True)
        self.signer.start()
        return self.start(self.programs["app"], "--data", self.path("tablet"), "--demo", self.path("users.jsonl"), "--server", self.url,
                          "--ca", self.path("server", "tls-ca.pem"), log="app.out")

    def close(self):
        self.ended.set()
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

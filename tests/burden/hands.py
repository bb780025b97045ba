# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands and ears of somebody who uses the app through assistive technology: everything goes through AT-SPI, and everything is counted."""

import gi

gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402
from gi.repository import Atspi  # noqa: E402

from stage import until  # noqa: E402

BUTTONS = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON)
CHOICES = (pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_CHECK_BOX)
FIELDS = (pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_PASSWORD_TEXT)
TELLING = (pyatspi.ROLE_LABEL, pyatspi.ROLE_STATIC, pyatspi.ROLE_HEADING)
# Roles that say nothing; a control that can be used must not have one.
SILENT = (pyatspi.ROLE_INVALID, pyatspi.ROLE_UNKNOWN, pyatspi.ROLE_FILLER, pyatspi.ROLE_REDUNDANT_OBJECT)


class Count:
    """What a journey costs."""

    def __init__(self):
        self.taps = self.keys = 0


class Hands:
    def __init__(self):
        self.count = Count()
        self.nameless = {}  # controls without a name or a role, by where they were seen
        self.app = until("the app on the accessibility bus", self._find_app)
        # Without a main loop nobody would tell the cache what changed.
        self.app.set_cache_mask(Atspi.Cache.NONE)

    @staticmethod
    def _find_app():
        desktop = pyatspi.Registry.getDesktop(0)
        return next((app for app in desktop if app is not None and app.name == "lianxin"), None)

    # --- looking

    def all(self):
        """Every object that is shown, in the order of reading. The page may change while one reads."""

        def walk(node):
            try:
                states = node.getState()
                if node.getRole() != pyatspi.ROLE_APPLICATION and not states.contains(pyatspi.STATE_SHOWING):
                    return
                yield node
                children = [node.getChildAtIndex(i) for i in range(node.childCount)]
            except (LookupError, gi.repository.GLib.Error):
                return
            for child in children:
                if child is not None:
                    yield from walk(child)

        return walk(self.app)

    def find(self, name, roles, exact=True):
        for node in self.all():
            try:
                if node.getRole() in roles and (node.name == name if exact else name in node.name) and self.usable(node):
                    return node
            except (LookupError, gi.repository.GLib.Error):
                continue
        return None

    @staticmethod
    def usable(node):
        return node.getRole() in TELLING or node.getState().contains(pyatspi.STATE_ENABLED)

    def see(self, name, roles=BUTTONS + CHOICES, exact=True):
        return until(name, lambda: self.find(name, roles, exact))

    def sees(self, name, roles=BUTTONS + CHOICES + TELLING, exact=True):
        return self.find(name, roles, exact) is not None

    def says(self):
        """The words on the page."""
        words = []
        for node in self.all():
            try:
                if node.getRole() in TELLING and node.name:
                    words.append(node.name)
            except (LookupError, gi.repository.GLib.Error):
                continue
        return words

    def audit(self, where):
        """Controls that a screen reader would pass over in silence."""
        checked = 0
        for node in self.all():
            try:
                role = node.getRole()
                focusable = node.getState().contains(pyatspi.STATE_FOCUSABLE)
                acts = self._actions(node)
                control = role in BUTTONS + CHOICES + FIELDS or ((focusable or acts) and role not in (pyatspi.ROLE_APPLICATION, pyatspi.ROLE_FRAME))
                if not control:
                    continue
                checked += 1
                # Qt 6.4 gives a secret field no name; its description carries it.
                named = node.name or (role == pyatspi.ROLE_PASSWORD_TEXT and node.description)
                if not named or role in SILENT:
                    self.nameless.setdefault(where, []).append(f"{node.getRoleName()} '{node.name}' in {node.parent and node.parent.getRoleName()}")
            except (LookupError, gi.repository.GLib.Error):
                continue
        return checked

    @staticmethod
    def _actions(node):
        try:
            action = node.queryAction()
            return [action.getName(i) for i in range(action.nActions)]
        except NotImplementedError:
            return []

    # --- doing

    def press(self, node):
        action = node.queryAction()
        names = self._actions(node)
        # A touch; a toggle of a choice is the same touch.
        for wanted in ("Press", "Toggle"):
            if wanted in names:
                action.doAction(names.index(wanted))
                self.count.taps += 1
                return
        raise RuntimeError(f"{node.name} can do {names}, not be pressed")

    def tap(self, name, roles=BUTTONS + CHOICES, exact=True):
        self.press(self.see(name, roles, exact))

    def choose(self, name):
        """One answer; done when it is said to be chosen."""
        self.tap(name, CHOICES)
        until(f"{name} chosen", lambda: (node := self.find(name, CHOICES)) and node.getState().contains(pyatspi.STATE_CHECKED))

    def write(self, label, words):
        """A touch into the field and one key for each character (an input method may need more or fewer)."""
        field = self.see(label, FIELDS)
        field.queryComponent().grabFocus()
        self.count.taps += 1
        field.queryEditableText().insertText(field.queryText().characterCount, words, len(words))
        self.count.keys += len(words)
        until(f"the words in {label}", lambda: words in self.see(label, FIELDS).queryText().getText(0, -1))

    def start(self):
        self.count = Count()

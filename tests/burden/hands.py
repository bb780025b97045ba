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
        self.before = []
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
        """Every object in sight, in the order of reading. The page may change while one reads."""

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

    def see(self, name, roles=BUTTONS + CHOICES, exact=True, patience=30):
        return until(name, lambda: self.reach(name, roles, exact), patience)

    def reach(self, name, roles=BUTTONS + CHOICES, exact=True):
        """What is in sight, or comes into sight further down or up the page."""
        return self.find(name, roles, exact) or self.look_further(name, roles, exact)

    def same_page(self):
        """Whether the page still says what it said when something was pressed last."""
        return self.says() == self.before

    def leaf(self, way):
        """The page a window further; True when something moved."""
        before = [node.name for node in self.all()]
        for node in self.all():
            names = self._actions(node)
            try:
                if way in names:
                    node.queryAction().doAction(names.index(way))
            except (NotImplementedError, LookupError, gi.repository.GLib.Error):
                continue
        return before != [node.name for node in self.all()]

    def look_further(self, name, roles, exact):
        """Looking is not touching: it is not counted."""
        for way in ("Scroll Down", "Scroll Up"):
            while self.leaf(way):
                if node := self.find(name, roles, exact):
                    return node
        return None

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
        except (NotImplementedError, LookupError, gi.repository.GLib.Error):
            return []  # it offers none, or the page has let go of it since it was listed

    # --- doing

    def press(self, node):
        action = node.queryAction()
        names = self._actions(node)
        self.before = self.says()
        # A touch; a toggle of a choice is the same touch.
        for wanted in ("Press", "Toggle"):
            if wanted in names:
                action.doAction(names.index(wanted))
                self.count.taps += 1
                return
        raise RuntimeError(f"{node.name} can do {names}, not be pressed")

    def tap(self, name, roles=BUTTONS + CHOICES, exact=True):
        self.press(self.see(name, roles, exact))

    def choose(self, name, within=None):
        """One answer, of the question `within` when others have answers of that name; done when it is said to be chosen."""

        def answer():
            if within is None:
                return self.reach(name, CHOICES)
            panel = self.find(within, (pyatspi.ROLE_PANEL,))
            return panel and next((child for child in panel if child and child.name == name), None)

        self.press(until(name, answer))
        until(f"{name} chosen", lambda: (node := answer()) and node.getState().contains(pyatspi.STATE_CHECKED))

    def write(self, label, words):
        """A touch into the field and one key for each letter, as a keyboard sends it (an input method makes words of them)."""
        field = self.see(label, FIELDS)
        field.queryComponent().grabFocus()
        self.count.taps += 1
        until(f"the cursor in {label}", lambda: field.getState().contains(pyatspi.STATE_FOCUSED))
        for letter in words:
            pyatspi.Registry.generateKeyboardEvent(ord(letter), None, pyatspi.KEY_SYM)
            self.count.keys += 1
        until(f"the words in {label}", lambda: words in self.see(label, FIELDS).queryText().getText(0, -1))

    def start(self):
        self.count = Count()

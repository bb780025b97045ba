# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people do most, from the page where the family stands open to the moment when it is kept. `./dev bench burden` says what each costs."""

import gi
import pyatspi

from hands import BUTTONS, CHOICES, FIELDS, TELLING
from stage import DEMO_CODE, PEOPLE, until

NEEDED = "要写"
KEPT = "已记下。（平板里存好了）"
MOST_QUESTIONS = 40
ATTENDED = 3


class NotThere(Exception):
    """The app has no such way (yet)."""


class Journey:
    def __init__(self, name, what, who, walk, limits=None):
        self.name, self.what, self.who, self.walk, self.limits = name, what, who, walk, limits or {}


def unlock(hands, part):
    name = PEOPLE[part][0]
    hands.tap(name, CHOICES, exact=False)
    until(f"{name} chosen", lambda: (tile := hands.find(name, CHOICES, False)) and tile.getState().contains(pyatspi.STATE_CHECKED))
    type_code(hands)
    hands.see("家人", patience=120)


def type_code(hands):
    for digit in DEMO_CODE:
        hands.tap(digit)


def lock(hands):
    home(hands)
    hands.tap("今天")
    hands.tap("锁上或换个人", exact=False)
    hands.see("六位数字密码", TELLING)


def home(hands):
    """Back to where the ways begin, whatever is open."""
    for _ in range(8):
        if hands.find("今天", BUTTONS):
            return
        way_out = next((node for name in ("先回去", "关上，先放着", "返回", "先不看") if (node := hands.find(name, BUTTONS))), None)
        if way_out is None:
            raise RuntimeError(f"no way back from a page that says {hands.says()[:4]}")
        hands.press(way_out)
        until("another page", lambda: not hands.same_page())
    raise RuntimeError("the way back does not end")


def open_family(hands):
    """The first family of the list; where the counting begins."""
    home(hands)
    hands.tap("家人")
    hands.tap("打开档案")
    hands.see("记一笔")
    hands.audit("family")


def questions(hands):
    """[(label, needed, kind, controls)] of the form in sight, as they are read out."""
    found, label, marked = [], None, False
    for node in hands.all():
        try:
            role, name = node.getRole(), node.name
            if role in TELLING:
                if name == NEEDED:
                    marked = True
                elif name:
                    label, marked = name, False
            elif role == pyatspi.ROLE_PANEL and name and name == label and (not found or found[-1][0] != name):  # near days help a date
                controls = [child for child in (node.getChildAtIndex(i) for i in range(node.childCount)) if child and child.getRole() in CHOICES]
                found.append((label, marked, "choice", controls))
            elif role in FIELDS:
                found.append((name, marked and name == label, "field", [node]))
        except (LookupError, gi.repository.GLib.Error):
            continue
    return found


def answered(kind, controls):
    if kind == "choice":
        return any(control.getState().contains(pyatspi.STATE_CHECKED) for control in controls)
    return bool(controls[0].queryText().characterCount)


def answer_needed(hands, wishes=(), words="hao"):
    """Answers what must be answered, with what is wished or else the first answer; says how many questions that were."""
    needed = set()
    for _ in range(MOST_QUESTIONS):
        again = False
        for way in (None, "Scroll Up", "Scroll Down"):
            while True:
                open_ones = []
                for label, marked, kind, controls in questions(hands):
                    if marked:
                        needed.add(label)
                        if not answered(kind, controls):
                            open_ones.append((label, kind, controls))
                if open_ones or way is None or not hands.leaf(way):
                    break
            if open_ones:
                label, kind, controls = open_ones[0]
                if kind == "choice":
                    names = [control.name for control in controls]
                    hands.choose(next((wish for wish in wishes if wish in names), names[0]), within=label)
                else:
                    hands.write(label, words)
                again = True
                break
        if not again:
            return len(needed)
    raise RuntimeError(f"the questions do not end: {sorted(needed)}")


def keep(hands, label="记下", kept=KEPT):
    hands.audit("form")
    hands.tap(label)
    # The words stay for seconds; on a busy machine one look over the page takes as long. A form closes when it was kept, and not before.
    until("kept", lambda: hands.sees(kept, TELLING + (pyatspi.ROLE_ALERT,), exact=False) or not hands.sees(label, BUTTONS))


def visit(hands):
    """As on the picture of the design: how, whom, the mood, one phrase, kept. The family is known."""
    hands.tap("记一笔")
    hands.see("上门", CHOICES)
    needed = answer_needed(hands, wishes=("上门",))
    hands.choose("平稳")
    hands.tap("精神不错")
    keep(hands)
    return needed + 1


def phone(hands):
    hands.tap("记一笔")
    hands.see("电话", CHOICES)
    needed = answer_needed(hands, wishes=("电话", "电话接通"))
    hands.tap("聊了家常")
    keep(hands)
    return needed + 1


def emergency(hands):
    hands.tap("出了急事")
    hands.see("记下")
    needed = answer_needed(hands, wishes=("突发重病住院", "一般", "家属"))
    keep(hands)
    return needed + 1


def counselling(hands):
    """With the second unlock, which opens sealed words only. A first session opens the case before it."""
    if not hands.reach("记一次辅导"):
        raise NotThere("no counselling note from the family's page")
    hands.tap("记一次辅导")
    hands.see("再解锁一次", TELLING)
    type_code(hands)
    needed = 1
    for _ in range(2):
        until("a form", lambda: hands.find("锁上", BUTTONS) or hands.find("记下", BUTTONS))
        needed += answer_needed(hands, wishes=("没有",))
        last = "签名存好" if hands.find("签名存好", BUTTONS) else "记下"
        before = hands.says()[:2]
        keep(hands, last)
        if last == "签名存好":
            return needed
        until("the session after the case", lambda: hands.says()[:2] != before)
    raise RuntimeError("no session after its case")


def after(hands, label, roles, but=()):
    """The first of these roles that is read out after a label, but for those of these names."""
    passed = False
    for node in hands.all():
        try:
            if node.getRole() in TELLING and node.name == label:
                passed = True
            elif passed and node.getRole() in roles and node.name not in but:
                return node
        except (LookupError, gi.repository.GLib.Error):
            continue
    return None


def attendance(hands):
    """Three who came to an activity of the home: its row on the home's page, three ticks, kept. Which activity it is, is known."""
    home(hands)
    if not hands.find("家园", BUTTONS):
        raise NotThere("this person has no home to look after")
    hands.tap("家园", BUTTONS)
    hands.start()
    row = until("an activity of the home", lambda: after(hands, "接下来", BUTTONS, but=("活动日历",)))
    hands.press(row)
    hands.see("记下")
    for turn in range(ATTENDED):
        free = [node for node in hands.all() if node.getRole() in CHOICES and not node.getState().contains(pyatspi.STATE_CHECKED)]
        hands.press(free[0])
        until(f"tick {turn + 1}", lambda: sum(1 for node in hands.all() if node.getRole() in CHOICES and node.getState().contains(pyatspi.STATE_CHECKED)) > turn)
    keep(hands, kept=f"已记下，来了{ATTENDED}位")
    return 1


JOURNEYS = [
    Journey("visit", "a visit at home, written down", "worker", visit, {"taps": 6, "mandatory": 3}),
    Journey("phone", "a telephone call, written down", "worker", phone),
    Journey("emergency", "an emergency begun", "worker", emergency),
    Journey("counselling", "a counselling note, second unlock included", "counsellor", counselling),
    Journey("attendance", "who came to an activity", "worker", attendance),
]

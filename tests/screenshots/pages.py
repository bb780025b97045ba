# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way leads to each page on the demonstration's data, and which states of the lists are shown beside them."""

# The five looks of every page: size of the window, large letters, colours, language.
LOOKS = {
    "landscape": (1280, 800, False, False, "zh_CN"),
    "portrait": (800, 1280, False, False, "zh_CN"),
    "large": (1280, 800, True, False, "zh_CN"),
    "dark": (1280, 800, False, True, "zh_CN"),
    "english": (1280, 800, False, False, "en"),
}

# page: (who, steps). A step is (path, function, arguments...), as a page calls the session; "$family" stands for the first of the
# list, "$mode" and the like for the number of a field. The function "$code" presses the demonstration's
# code. Who "nobody" stands before the door.
PAGES = {
    "UnlockPage": ("nobody", []),
    "RegisterPage": ("nobody", [("", "beginRegistration")]),
    "TodayPage": ("worker", [("", "show", "Today")]),
    "FamiliesPage": ("worker", [("", "show", "Families")]),
    "FamilyPage": ("worker", [("", "openFamily", "$family")]),
    "NotingPage": ("worker", [("", "openFamily", "$family"), ("family", "noteMore")]),
    "FormPage": ("worker", [("", "openFamily", "$family"), ("family", "write"), ("form", "toggle", "$mode", 1), ("form", "toggle", "$outcome", 1)]),
    "SavedPage": ("worker", [("", "openFamily", "$family"), ("family", "write"), ("form", "toggle", "$mode", 1), ("form", "toggle", "$outcome", 1),
                             ("form", "commit")]),
    "EmergencyPage": ("worker", [("", "openFamily", "$family"), ("family", "startEmergency"), ("form", "toggle", "$kind", 1),
                                 ("form", "toggle", "$severity", 1), ("form", "toggle", "$known_by", 2), ("form", "commit")]),
    "CrisisPage": ("worker", [("", "openCrisis")]),
    "WorkPage": ("worker", [("", "show", "Work")]),
    "SyncPage": ("worker", [("", "show", "Sync")]),
    "SettingsPage": ("worker", [("", "show", "Settings")]),
    "MorePage": ("worker", [("", "show", "More")]),
    "FeedbackPage": ("worker", [("", "show", "Feedback")]),
    "AboutPage": ("worker", [("", "show", "About")]),
    "TogetherPage": ("worker", [("", "openFamily", "$family"), ("", "openTogether")]),
    "Gallery": ("worker", [("", "show", "Gallery")]),
    "ReceivedPage": ("officer", [("", "show", "Received")]),
    "FormPage-sealed": ("counsellor", [("", "openFamily", "$family"), ("family", "readScale"), ("stepUp", "$code")]),
}

# What one tablet of the small village set alone does not show (two answers to one question, a home of the county, a camera, a list from a
# spreadsheet): taken on the stubs of the page tests. page: what the stub session does first.
STUBBED = {
    "ConflictPage": "page = 7; section = 9",
    "RecordPage": "page = 15; section = 9",
    "ScalePage": "page = 14; section = 1",
    "CapturePage": "capture.showCheck(true)",
    "SameFamilyPage": "page = 18; section = 9",
    "HomePage": "page = 19; section = 19",
    "AttendancePage": "page = 20; section = 19",
    "IntakePage": "page = 21; section = 9; intake.showLook()",
    "LibraryPage": "page = 22; section = 9",
    "HandoverPage": "page = 23; section = 9",
    "TeamPage": "page = 24; section = 9",
    "ProjectPage": "page = 25; section = 1",
    "SupervisionPage": "page = 26; section = 9",
    "ClaimSumPage": "page = 27; section = 1",
    "AllowancePage": "page = 28; section = 1",
    "NearPage": "page = 29; section = 9; near.showCode()",
}

# page: {state: what the stub session does first}. Empty: nothing there; loading: not there yet; trouble: something is wrong, and what is safe is
# said; full: as much as there can be.
STATES = {
    "TodayPage": {
        "empty": "today.layout = 0; today.followUps.clear(); today.syncIcon = 'cloudok'; today.syncText = '都传好了，省里已收到'",
        "loading": "today.layout = 3; today.followUps.clear(); today.aheadText = ''",
        "trouble": "readOnlyText = '很久没连网了，去镇里连一下就好'; troubleText = '平板快满了，文字还能存'",
        "full": "today.layout = 2; for (let i = 0; i < 40; ++i) today.cards.append(Object.assign({}, today.cards.get(i % 3), {familyId: 'x' + i, notes: []}))",
    },
    "FamiliesPage": {
        "empty": "page = 1; section = 1; families.rows.clear(); families.emptyText = '没找到，换个字试试'; families.hasSelection = false",
        "loading": "page = 1; section = 1; families.rows.clear(); families.emptyText = '正在找'; families.hasSelection = false",
        "trouble": "page = 1; section = 1; troubleText = '这一条读不出来，已留一份'",
        "full": "page = 1; section = 1; for (let i = 0; i < 300; ++i) families.rows.append(Object.assign({}, families.rows.get(i % 3), {familyId: 'x' + i}))",
    },
    "FamilyPage": {
        "empty": "page = 2; section = 1; family.timeline.clear(); family.openMatters.clear(); family.noticeText = ''",
        "trouble": "page = 2; section = 1; family.lookText = '有一处需要您看一下'; readOnlyText = '很久没连网了，去镇里连一下就好'",
        "full": "page = 2; section = 1; for (let i = 0; i < 60; ++i) family.timeline.append(Object.assign({}, family.timeline.get(i % 3)))",
    },
    "FormPage": {
        "empty": "page = 3; form.showVisit(false)",
        "trouble": "page = 3; toastText = '暂时没存上，您写的都还在，再试一次'; toastIsDone = false; toastCanUndo = false",
        "full": "page = 3; form.showRepeat(12)",
    },
    "HomePage": {
        "empty": "page = 19; section = 19; home.clearAll()",
        "full": "page = 19; section = 19; home.fill()",
        "calendar": "page = 19; section = 19; home.calendarOpen = true",
    },
    "AttendancePage": {
        "full": "page = 20; section = 19; attendance.fill()",
    },
    "ClaimSumPage": {
        "empty": "page = 27; section = 1; claimSum.showNew()",
    },
    "HandoverPage": {
        "moving": "page = 23; section = 9; handover.movingText = '林阿姨搬家了'",
    },
    "AllowancePage": {
        "empty": "page = 28; section = 1; allowance.people.clear(); allowance.emptyText = '档案里还没有要看望的人'",
    },
    "NearPage": {
        "choose": "page = 29; section = 9",
        "typing": "page = 29; section = 9; near.showTyping()",
        "done": "page = 29; section = 9; near.showDone()",
        "trouble": "page = 29; section = 9; near.showStopped()",
    },
    "LibraryPage": {
        "full": "page = 22; section = 9; library.showMaterial()",
    },
    "IntakePage": {
        "empty": "page = 21; section = 9",
    },
    "TeamPage": {
        "empty": "page = 24; section = 9; team.clearAll()",
        "loading": "page = 24; section = 9; team.wait()",
        "question": "page = 24; section = 9; team.asking = true",
        "full": "page = 24; section = 9; team.fill()",
    },
    "ProjectPage": {
        "empty": "page = 25; section = 1; project.clearAll()",
        "loading": "page = 25; section = 1; project.wait()",
        "paying": "page = 25; section = 1; project.payBack()",
        "full": "page = 25; section = 1; project.fillUp()",
    },
    "SupervisionPage": {
        "empty": "page = 26; section = 9; supervision.clearAll()",
        "loading": "page = 26; section = 9; supervision.wait()",
        "site": "page = 26; section = 9; supervision.onSite()",
        "full": "page = 26; section = 9; supervision.fill()",
    },
    "ConflictPage": {
        "text": "page = 7; section = 9; conflict.showText()",
        "away": "page = 7; section = 9; conflict.showLife()",
        "visits": "page = 7; section = 9; conflict.showVisits()",
        "payments": "page = 7; section = 9; conflict.showPayments()",
        "contacts": "page = 7; section = 9; conflict.showMains()",
    },
    "RecordPage": {
        "history": "page = 15; section = 9; record.showHistory()",
    },
    "WorkPage": {
        "empty": "page = 17; section = 9; work.records.clear(); work.emptyText = '这里还没有'",
        "full": "page = 17; section = 9; for (let i = 0; i < 200; ++i) work.records.append(Object.assign({}, work.records.get(i % 2), {recordId: 'x' + i}))",
    },
    "ScalePage": {
        "yesno": "page = 14; section = 1; scale.showYesNo()",
        "score": "page = 14; section = 1; scale.showScore()",
        "found": "page = 14; section = 1; scale.showFound()",
    },
    "SyncPage": {
        "trouble": "page = 6; section = 9; troubleText = '平板的日期像是不对，写下的照样留着'",
    },
    "ReceivedPage": {
        "empty": "page = 10; section = 10; received.villages.clear(); received.looks.clear(); received.weather.clear(); received.emptyText = '今天还没有平板来过'",
    },
    "UnlockPage": {
        "empty": "state = 0; unlock.users.clear(); unlock.dutyText = ''; unlock.emptyText = '请镇里给一张登记码，有了它一会儿就能用'",
        "loading": "state = 2; unlock.entry.busy = true; unlock.entry.inputEnabled = false; unlock.entry.digits = 6",
        "trouble": "state = 1; unlock.entry.message = '请等1分钟再试'; unlock.entry.inputEnabled = false",
    },
    "RegisterPage": {
        "loading": "state = 0; registration.show(3)",
    },
}


def names_of(page):
    """The pictures of a page. On the stubs there is none in the second language: their own words are Chinese."""
    looks = [look for look, (*_, language) in LOOKS.items() if page in PAGES or language == "zh_CN"]
    return [*looks, *STATES.get(page, {})]

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import QtTest
import Lianxin
import Lianxin.App

TestCase {
    id: test

    property Session session: null
    property Main shell: null
    readonly property Component sessionComponent: Component {
        Session {
        }
    }
    readonly property Component mainComponent: Component {
        Main {
        }
    }

    name: "Main"
    when: windowShown

    function init(): void {
        session = createTemporaryObject(sessionComponent, test);
        shell = createTemporaryObject(mainComponent, null, {
                "session": session
            });
        verify(shell);
        shell.requestActivate();
        tryVerify(() => shell.active);
    }
    function cleanup(): void {
        shell.destroy();
    }
    function shown(type: var): bool {
        return holds(shell.contentItem, type);
    }
    function holds(item, type): bool {
        if (!item.visible)
            return false;
        if (item instanceof type)
            return true;
        for (let i = 0; i < item.children.length; ++i)
            if (holds(item.children[i], type))
                return true;
        return false;
    }

    function test_everyPageLoads_data(): var {
        return [TodayPage, FamiliesPage, FamilyPage, FormPage, SavedPage, EmergencyPage, SyncPage, ConflictPage, SettingsPage, MorePage, ReceivedPage, FeedbackPage, AboutPage, Gallery, ScalePage, RecordPage, NotingPage, WorkPage, SameFamilyPage, HomePage, AttendancePage, IntakePage, LibraryPage, HandoverPage, TeamPage, ProjectPage, SupervisionPage].map((type, page) => ({
                        "tag": String(page),
                        "page": page,
                        "type": type
                    }));
    }
    function test_everyPageLoads(row: var): void {
        session.page = row.page;
        tryVerify(() => shown(row.type));
    }
    function test_lockedShowsOnlyTheDoor(): void {
        session.state = Session.Locked;
        tryVerify(() => shown(UnlockPage));
        verify(!shown(TodayPage));
        verify(!shown(NavRail));
    }
    function test_lentShowsThePageAloneThenTheDoor(): void {
        session.openTogether();
        tryVerify(() => shown(TogetherPage));
        verify(!shown(UnlockPage));
        verify(!shown(TodayPage));
        verify(!shown(NavRail));
        session.leaveTogether();
        tryVerify(() => shown(UnlockPage));
        verify(!shown(TogetherPage));
        verify(!shown(TodayPage));
    }
    function test_registrationHidesDoorAndDesk(): void {
        session.state = Session.NoUser;
        session.registration.show(RegisterModel.Invitation);
        tryVerify(() => shown(RegisterPage));
        verify(!shown(UnlockPage));
        session.state = Session.Open;
        session.registration.show(RegisterModel.Words);
        verify(shown(RegisterPage));
        verify(!shown(TodayPage));
        session.registration.show(RegisterModel.Closed);
        tryVerify(() => shown(TodayPage));
    }
    function test_crisisFromAnywhere(): void {
        keyClick(Qt.Key_E, Qt.ControlModifier);
        tryVerify(() => session.crisisOpen);
        tryVerify(() => shown(CrisisPage));
        session.crisisOpen = false;
        session.state = Session.Locked;
        keyClick(Qt.Key_E, Qt.ControlModifier);
        tryVerify(() => session.crisisOpen);
    }
    // One touch from every page and from the door, by a target that says what it is; no data is opened by it.
    function urgent(item): var {
        if (!item.visible)
            return null;
        const name = item.Accessible.name;
        if (item instanceof T.AbstractButton && item.enabled && (name === "紧急" || name === "紧急求助，不用解锁"))
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = urgent(item.children[i]);
            if (found)
                return found;
        }
        return null;
    }
    function touchUrgent(where: string, least: int): void {
        session.crisisOpen = false;
        // Pages turn and layouts settle: each try looks anew where it is, and touches there.
        tryVerify(() => {
                const way = session.crisisOpen ? null : urgent(shell.contentItem);
                if (!way)
                    return session.crisisOpen;
                const at = way.mapToItem(shell.contentItem, way.width / 2, way.height / 2);
                const inside = at.x - way.width / 2 >= 0 && at.y - way.height / 2 >= 0 && at.x + way.width / 2 <= shell.width && at.y + way.height / 2 <= shell.height;
                if (inside && way.Accessible.role === Accessible.Button && way.width >= least && way.height >= least)
                    mouseClick(shell.contentItem, at.x, at.y);
                return session.crisisOpen;
            }, 5000, "no way out of danger, or not in sight: " + where);
        tryVerify(() => shown(CrisisPage));
        session.crisisOpen = false;
        tryVerify(() => !shown(CrisisPage));
    }
    function test_crisisIsOneTouchAwayFromEveryPage_data(): var {
        return [[1280, 800, false], [800, 1280, false], [960, 600, false], [1280, 800, true], [600, 960, false]].map(form => ({
                        "tag": form.join(" "),
                        "wide": form[0],
                        "high": form[1],
                        "large": form[2]
                    }));
    }
    function test_crisisIsOneTouchAwayFromEveryPage(row: var): void {
        shell.width = row.wide;
        shell.height = row.high;
        session.settings.largeMode = row.large;
        const least = row.large ? 60 : 48;
        for (let page = 0; page < shell.pages.length; ++page) {
            session.page = page;
            touchUrgent("page " + page, least);
        }
        session.page = Session.Scale;
        for (let step = ScaleModel.Choose; step <= ScaleModel.Found; ++step) {
            session.scale.step = step;
            touchUrgent("step " + step + " of a scale", least);
        }
        for (const setup of ["showVisit", "showSession", "showHousehold", "showSafety"]) {
            session.page = Session.Form;
            session.form[setup](true);
            touchUrgent(setup, least);
        }
        session.state = Session.Locked;
        touchUrgent("the door", least);
        session.state = Session.NoUser;
        for (let step = RegisterModel.Invitation; step <= RegisterModel.Words; ++step) {
            session.registration.show(step);
            touchUrgent("step " + step + " of the registration", least);
        }
        session.registration.show(RegisterModel.Closed);
        session.settings.largeMode = false;
    }
    function test_escapeGoesBack(): void {
        keyClick(Qt.Key_Escape);
        tryCompare(session, "asked", ["back"]);
    }
    function test_formHidesTheRail(): void {
        verify(shown(NavRail));
        session.page = Session.Form;
        tryVerify(() => !shown(NavRail));
    }
    function test_standingHasABar(): void {
        shell.width = 800;
        tryVerify(() => shown(NavBar));
        verify(!shown(NavRail));
    }
    function test_toastGoesByItself(): void {
        session.toastText = "已记下。（平板里存好了）";
        tryVerify(() => shown(Toast));
        tryCompare(session, "toastText", "", 12000);
    }
    function find(item, type): var {
        if (!item.visible)
            return null;
        if (item instanceof type)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = find(item.children[i], type);
            if (found)
                return found;
        }
        return null;
    }
    function edges(item): var {
        const top = item.mapToItem(shell.contentItem, 0, 0).y;
        return {
            "top": top,
            "bottom": top + item.height
        };
    }
    function test_toastCoversNeitherFocusNorFoot_data(): var {
        return [{
                "tag": "lying",
                "width": 1280,
                "height": 800
            }, {
                "tag": "low",
                "width": 960,
                "height": 600
            }, {
                "tag": "standing",
                "width": 800,
                "height": 1280
            }];
    }
    function test_toastCoversNeitherFocusNorFoot(row: var): void {
        shell.width = row.width;
        shell.height = row.height;
        session.page = Session.Form;
        tryVerify(() => shown(FormPage));
        session.toastText = "暂时没存上，您写的都还在，再试一次";
        tryVerify(() => shown(Toast));
        const toast = find(shell.contentItem, Toast);
        verify(edges(toast).bottom <= row.height - Theme.foot);
        const scroll = find(shell.contentItem, PageScroll);
        for (let steps = 0; steps < 60; ++steps) {
            keyClick(Qt.Key_Tab);
            const focused = shell.activeFocusItem;
            if (!scroll.holds(focused))
                continue;
            verify(edges(focused).top + Math.min(focused.height, 48) <= edges(toast).top, "under the toast: " + focused);
        }
    }
    function test_toastStandsAboveTheFootOfEachPage_data(): var {
        return [Session.Form, Session.Conflict, Session.Family].map(page => ({
                        "tag": String(page),
                        "page": page
                    }));
    }
    function test_toastStandsAboveTheFootOfEachPage(row: var): void {
        shell.width = 800;
        shell.height = 1280;
        session.page = row.page;
        session.toastText = "已记下。（平板里存好了）";
        tryVerify(() => shown(Toast));
        tryVerify(() => shell.pageFoot > 0);
        const bar = row.page === Session.Form ? 0 : Theme.bottomBar;
        tryVerify(() => edges(find(shell.contentItem, Toast)).bottom <= 1280 - bar - shell.pageFoot);
        session.page = Session.Today;
        tryCompare(shell, "pageFoot", 0);
    }
    function test_sheets(): void {
        session.stepUp.active = true;
        tryVerify(() => shown(StepUpSheet));
        session.stepUp.active = false;
        session.dial("199 0000 0900", "示例镇值班");
        tryVerify(() => shown(DialSheet));
    }
    function test_themeFollowsSettings(): void {
        session.settings.dark = true;
        compare(Theme.dark, true);
        session.settings.largeMode = true;
        compare(Theme.tap, 68);
        session.settings.largeMode = false;
        session.settings.textScale = 30;
        verify(Theme.tap > 56);
        session.settings.textScale = 18;
        session.settings.dark = false;
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "AttendancePage"
    pageComponent: Component {
        AttendancePage {
        }
    }

    function test_ticksAndKeeps(): void {
        tap("黄月娥");
        tap("客人多一位");
        tap("客人少一位");
        tap("改活动");
        tap("记下");
        compare(session.attendance.asked, ["toggle p3", "guests 1", "guests -1", "edit", "save"]);
    }
    function test_whoIsNotedStaysTicked(): void {
        verify(shows("记过了"));
        verify(!shows("会拿掉"));
    }
    function test_nothingToKeepIsNotOffered(): void {
        session.attendance.canSave = false;
        settle();
        verify(!hasTarget("记下"));
    }
    // Who was noted by mistake is unticked; after the days in which it may be changed the row is no target.
    function test_whoWasNotedIsUnticked(): void {
        tap("林秀英");
        compare(session.attendance.asked, ["toggle p1"]);
        session.attendance.people.setProperty(0, "ticked", false);
        settle();
        verify(shows("会拿掉"));
        session.attendance.people.setProperty(0, "fixed", true);
        settle();
        verify(!hasTarget("林秀英"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

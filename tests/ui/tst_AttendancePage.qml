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
        verify(!hasTarget("林秀英"));
        verify(shows("记过了"));
    }
    function test_nothingToKeepIsNotOffered(): void {
        session.attendance.canSave = false;
        settle();
        verify(!hasTarget("记下"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "CrisisPage"
    pageComponent: Component {
        CrisisPage {
        }
    }

    function test_sixNumbers(): void {
        tap("急救，120，有危险，先打这个");
        compare(session.crisis.asked, ["call 0"]);
        compare(all(page, item => item instanceof TelCard).length, 6);
    }
    function test_checksAndStart(): void {
        tap("打120或110");
        tap("记下开始时间");
        compare(session.crisis.asked, ["check 3", "start"]);
    }
    function test_startedShowsWhen(): void {
        session.crisis.canStart = false;
        session.crisis.startedText = "09:05开始，已记在平板里";
        verify(shows("09:05开始"));
        verify(!hasTarget("记下开始时间"));
    }
    function test_wayBack(): void {
        tap("先回去");
        compare(session.asked, ["closeCrisis"]);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

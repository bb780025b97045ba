// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "SettingsPage"
    pageComponent: Component {
        SettingsPage {
        }
    }

    function test_switchesWriteBack(): void {
        tap("大字模式");
        verify(session.settings.largeMode);
        tap("深色");
        compare(session.settings.scheme, Settings.Dark);
        tap("English");
        compare(session.settings.language, "en");
    }
    function test_picturesADay(): void {
        tap("5 MB");
        compare(session.carry.asked, ["limit 5"]);
    }
    function test_complaintsAreReachable(): void {
        tap("写几句");
        compare(session.page, Session.Feedback);
    }
    function test_scaleByKey(): void {
        const slider = all(page, item => item.Accessible.name === "字号" && item.stepSize === 1)[0];
        slider.forceActiveFocus();
        keyClick(Qt.Key_Right);
        compare(session.settings.textScale, 19);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

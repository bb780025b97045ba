// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "SavedPage"
    pageComponent: Component {
        SavedPage {
        }
    }

    function test_suggestions(): void {
        tap("放进日子里");
        compare(session.saved.asked, ["accept s1"]);
        tap("不用");
        compare(session.saved.asked[1], "dismiss s1");
    }
    function test_nothingIsOwed(): void {
        compare(targets().filter(item => item.kind === AppButton.Primary).length, 0);
    }
    function test_saysWhereItIs(): void {
        verify(shows("这台平板"));
        verify(shows("有网时自动传"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "MorePage"
    pageComponent: Component {
        MorePage {
        }
    }

    function test_opens(): void {
        tap("投诉建议，没有网也能写");
        compare(session.page, Session.Feedback);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

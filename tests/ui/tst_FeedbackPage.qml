// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "FeedbackPage"
    pageComponent: Component {
        FeedbackPage {
        }
    }

    function test_keptAsWritten(): void {
        verify(!hasTarget("送出去"));
        const box = field("写几句");
        box.forceActiveFocus();
        keyClick("a");
        compare(session.feedback.text, "a");
        tap("送出去");
        compare(session.feedback.asked, ["send"]);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "AboutPage"
    pageComponent: Component {
        AboutPage {
        }
    }

    function test_says(): void {
        verify(shows("GPL-3.0-or-later"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

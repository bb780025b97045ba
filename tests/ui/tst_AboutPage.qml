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
    function test_support(): void {
        verify(!shows("这些会写进去"));
        tap("先看看有什么");
        settle();
        verify(shows("这些会写进去"));
        verify(shows("silent x3"));
        tap("存成文件");
        tap("不用了");
        verify(!shows("这些会写进去"));
        compare(session.support.asked, ["look", "save", "putAway"]);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "WorkPage"
    pageComponent: Component {
        WorkPage {
        }
    }

    function test_choosesAndOpens(): void {
        tap("培训");
        tap("桥头村暖心家园，筹建");
        tap("添一个：暖心家园");
        compare(session.work.asked, ["choose training", "open h2", "add"]);
    }
    function test_emptyIsSaidKindly(): void {
        session.work.records.clear();
        session.work.emptyText = "这里还没有";
        session.work.canAdd = false;
        settle();
        verify(shows("这里还没有"));
        verify(!hasTarget("添一个：暖心家园"));
        compare(all(page, item => item instanceof Card).length, 0);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

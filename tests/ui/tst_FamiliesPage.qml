// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "FamiliesPage"
    pageComponent: Component {
        FamiliesPage {
        }
    }

    function test_searchGoesWithEveryKey(): void {
        const box = field("找人找家找资料");
        box.forceActiveFocus();
        keyClick("i");
        compare(session.families.searchText, "lxi");
        tap("清掉");
        compare(session.families.searchText, "");
    }
    function test_touchSelectsBesideAndOpensWhenNarrow(): void {
        tap("林秀玉");
        compare(session.families.asked, ["select f2"]);
        open(800, 1280, false);
        tap("林秀玉");
        compare(session.families.asked, ["open f2"]);
    }
    function test_findsMoreThanFamilies(): void {
        open(1280, 1600, false);
        verify(shows("暖心家园"));
        tap("兰溪暖心家园 暖心家园");
        compare(session.families.asked, ["select h1"]);
    }
    function test_filterAndFile(): void {
        tap("要多关心");
        tap("打开档案");
        compare(session.families.asked, ["filter more", "openSelected"]);
    }
    function test_nothingFound(): void {
        session.families.rows.clear();
        tryVerify(() => shows("没找到，换个字试试"));
    }
    function test_fewAreCards(): void {
        session.families.layout = FamiliesModel.Cards;
        tap("林阿姨，重阳前去看看，还有4天，按钮：先打个电话");
        compare(session.families.asked, ["open f1"]);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

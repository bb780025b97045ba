// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "HandoverPage"
    pageComponent: Component {
        HandoverPage {
        }
    }

    function test_choosesAndHands(): void {
        tap("雷金土，1家");
        tap("钟惠珍·茶坪村");
        tap("黄伯 · 桥头村");
        tap("交接2家");
        compare(session.handover.asked, ["leaving u2", "coming u4", "toggle f3", "hand"]);
    }
    function test_whatWaitsIsSaid(): void {
        verify(shows("现在要做的2件·还开着的1样"));
    }
    function test_emptyIsSaidKindly(): void {
        session.handover.leaving.clear();
        session.handover.families.clear();
        session.handover.coming.clear();
        session.handover.emptyText = "还没有哪位是联系人";
        settle();
        verify(shows("还没有哪位是联系人"));
    }
    // One family is chosen: where it moves to, and that its file goes along.
    function test_aFamilyMoves(): void {
        verify(!shows("连档案一起转过去"));
        session.handover.movingText = "林阿姨搬家了";
        settle();
        tap("林阿姨搬家了，记新住处，和换联系人分开记");
        settle();
        verify(shows("走访和材料都跟着去"));
        tap("上厝社区");
        session.handover.canMove = true;
        settle();
        tap("连档案一起转过去");
        compare(session.handover.asked, ["place 350128002201", "move"]);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

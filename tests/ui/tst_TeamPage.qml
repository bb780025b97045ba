// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "TeamPage"
    pageComponent: Component {
        TeamPage {
        }
    }

    function test_forwards(): void {
        tap("给队长打电话 199 0000 0711");
        tap("改队伍的资料");
        tap("林雪梅，聊天陪伴、理发·闽东话");
        tap("给陈国强打电话");
        tap("昨天·林阿姨·陪去看病·林雪梅、陈国强");
        tap("添一位志愿者");
        compare(session.team.asked, ["callLeader", "edit", "volunteer v1", "call v2", "service s1", "add"]);
    }
    function test_whoWentAndToWhomIsAskedBeforeTheForm(): void {
        verify(!shows("去了谁家"));
        tap("记一次服务");
        settle();
        verify(shows("去了谁家"));
        verify(!shows("最近去过"));
        verify(!hasTarget("记一次服务"));
        tap("陈国强");
        tap("黄伯伯，桥头村");
        tap("不在谁家，在外面");
        tap("先不记");
        compare(session.team.asked, ["note", "going v2", "family f2", "elsewhere", "stop"]);
        settle();
        verify(shows("最近去过"));
    }
    function test_backLeavesTheQuestionFirst(): void {
        tap("记一次服务");
        settle();
        tap("返回");
        compare(session.team.asked, ["note", "stop"]);
        compare(session.asked, []);
        tap("返回");
        compare(session.asked, ["back"]);
    }
    function test_aFamilyIsSearched(): void {
        session.team.asking = true;
        settle();
        field("找一家").forceActiveFocus();
        keyClick(Qt.Key_H);
        compare(session.team.filter, "h");
    }
    // A slip is for somebody's door.
    function test_onlyWhatWasAtAFamilyHasASlip(): void {
        tap("印服务单：黄伯伯·修东西");
        compare(session.paper.asked, ["slip s2"]);
        verify(!hasTarget("印服务单：暖心家园·理发"));
    }
    function test_whoMayNotWriteSeesNoWayTo(): void {
        session.team.canServe = false;
        session.team.canAdd = false;
        session.team.canEdit = false;
        settle();
        verify(!hasTarget("记一次服务"));
        verify(!hasTarget("添一位志愿者"));
        verify(!hasTarget("改队伍的资料"));
        verify(!hasTarget("林雪梅，聊天陪伴、理发·闽东话"));
        verify(hasTarget("给林雪梅打电话"));
    }
    function test_emptyIsSaidKindly(): void {
        session.team.clearAll();
        settle();
        verify(shows("还没有登记志愿者"));
        verify(shows("还没有记过，去一趟写一句就行"));
        verify(hasTarget("记一次服务"));
    }
    function test_onItsWay(): void {
        session.team.wait();
        settle();
        verify(shows("正在找"));
        verify(!shows("志愿者"));
        verify(!hasTarget("记一次服务"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
        for (const [wide, high, large] of [[1280, 800, false], [800, 1280, true]]) {
            open(wide, high, large);
            session.team.asking = true;
            settle();
            audit(large ? 60 : 48);
        }
    }
}

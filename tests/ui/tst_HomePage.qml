// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "HomePage"
    pageComponent: Component {
        HomePage {
        }
    }

    function test_forwards(): void {
        tap("上厝");
        tap("1月，办过，2场·31人次");
        tap("义诊体检，8:30，县医院来4位医生");
        tap("打电话");
        tap("2026年计划，已公布");
        tap("改家园的资料");
        tap("记一场活动");
        compare(session.home.asked, ["choose h2", "open a1", "open n2", "call", "plan", "edit", "note"]);
    }
    function test_leadsToWhatBelongsToIt(): void {
        tap("桥头暖心志愿队，志愿者队伍");
        tap("桥头暖心家园，督导评估·办妥了");
        compare(session.home.asked, ["beside t1", "beside u1"]);
    }
    function test_aMonthWithoutAnActivityIsNoTarget(): void {
        verify(!hasTarget("11月，待办，手工课"));
        verify(hasTarget("10月，待办，18日 茶话"));
    }
    function test_emptyIsSaidKindly(): void {
        session.home.clearAll();
        settle();
        verify(shows("这台平板上还没有家园"));
        verify(!hasTarget("记一场活动"));
        verify(!hasTarget("打电话"));
    }
    function test_whoMayNotWriteSeesNoWayTo(): void {
        session.home.canAdd = false;
        session.home.canEdit = false;
        settle();
        verify(!hasTarget("记一场活动"));
        verify(!hasTarget("改家园的资料"));
    }
    function test_theWayAndTheCalendar(): void {
        tap("导航");
        tap("活动日历");
        verify(shows("2026年10月"));
        tap("10月18日，重阳茶话，9:30·活动室·已发布");
        tap("上个月");
        tap("下个月");
        tap("看接下来的几场");
        compare(session.home.asked, ["navigate", "calendar", "open a2", "month -1", "month 1", "calendar"]);
        session.home.canNavigate = false;
        settle();
        verify(!hasTarget("导航"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

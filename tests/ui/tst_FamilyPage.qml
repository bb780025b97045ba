// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "FamilyPage"
    pageComponent: Component {
        FamilyPage {
        }
    }

    function test_noticeStandsAboveTheNumbers(): void {
        const notice = all(page, item => item instanceof NoticeBlock)[0];
        const facts = all(page, item => item instanceof FactRows)[0];
        verify(notice.mapToItem(page, 0, 0).y < facts.mapToItem(page, 0, 0).y);
    }
    function test_workInfoIsFolded(): void {
        verify(!shows("计生特殊家庭（A类）"));
    }
    function test_whyIsFoldedAwayAndSaysNoNumber(): void {
        verify(!shows("有一阵没联系上了"));
        tap("工作信息，家人在旁边时，先别打开");
        verify(shows("有一阵没联系上了"));
        verify(shows("重点关注"));
        verify(shows("精神有慰藉"));
        verify(shows("还缺：活动有场所"));
    }
    function test_whatIsToDoMayBeExplained(): void {
        verify(shows("还有4天，这个月也还没联系"));
        verify(!hasTarget("说明一下，还差一句"));
        tap("说明一下，重阳前去看看");
        compare(session.family.asked, ["explain t1"]);
    }
    function test_counsellingIsAStripThatDoesNotOpen(): void {
        verify(shows("内容只给咨询师看"));
        verify(!hasTarget("9月10日 心理辅导 第6次，内容只给咨询师看"));
        tap("9月16日 上门");
        compare(session.family.asked, ["entry e1"]);
    }
    function test_callsAndFilters(): void {
        tap("199 0000 0012");
        tap("给林秀玉打电话");
        tap("辅导");
        compare(session.family.asked, ["call", "callPerson 0", "filter counsel"]);
    }
    function test_readerWithoutPenSeesNone(): void {
        session.family.canWrite = false;
        verify(!hasTarget("记一笔"));
    }
    function test_emptyTimelineInvites(): void {
        session.family.timeline.clear();
        verify(shows("还没有记过，去坐坐也好"));
    }
    function test_standing(): void {
        open(800, 1280, false);
        tap("记一笔");
        compare(session.family.asked, ["write"]);
    }
    function test_leadsToWhatElseCanBeNoted(): void {
        tap("还能记什么");
        compare(session.family.asked, ["noteMore"]);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

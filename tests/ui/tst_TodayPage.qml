// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "TodayPage"
    pageComponent: Component {
        TodayPage {
        }
    }

    function test_cardForwardsItsOneAction(): void {
        tap("先打个电话");
        tap("接着写完");
        compare(session.today.asked, ["act f1", "act f3"]);
    }
    function test_aReasonMayBeGivenInstead(): void {
        tap("说明一下");
        compare(session.today.asked, ["explain f1"]);
        compare(targets().filter(item => item.Accessible.name === "说明一下").length, 2); // not for a sentence that was begun
        session.today.layout = TodayModel.Rows;
        tap("说明一下");
        compare(session.today.asked.length, 2);
    }
    function test_cardOpensTheFamily(): void {
        tap("林阿姨，重阳前去看看，还有4天，按钮：先打个电话");
        compare(session.today.asked, ["open f1"]);
    }
    function test_onlyOneFilledButton(): void {
        compare(targets().filter(item => item.kind === AppButton.Primary).length, 1);
    }
    function test_quietDayOffersCalls(): void {
        session.today.layout = TodayModel.Empty;
        verify(shows("今天没有要赶的事"));
        tap("给陈叔叔打电话");
        compare(session.today.asked, ["call f2"]);
    }
    function test_aCountyIsReadWhileThePageStands(): void {
        session.today.layout = TodayModel.Reading;
        verify(shows("正在翻看10,023户的情况，稍等一下"));
        verify(!hasTarget("给陈叔叔打电话")); // an empty day is something else
        tap("3条待传，有网时自动传");
        compare(session.asked.length, 1);
    }
    function test_rowsFromSixOn(): void {
        session.today.layout = TodayModel.Rows;
        tap("打个电话");
        compare(session.today.asked, ["act f2"]);
    }
    function test_aLongDayComesInParts(): void {
        session.today.layout = TodayModel.Rows;
        verify(!hasTarget("接着看后面18户"));
        session.today.moreText = "接着看后面18户";
        tap("接着看后面18户");
        compare(session.today.asked, ["more"]);
    }
    function test_somethingToLookAt(): void {
        verify(!hasTarget("看一下"));
        session.today.lookText = "有一处需要您看一下";
        tap("看一下");
        compare(session.asked, ["conflicts"]);
    }
    function test_followUpsAndSyncLine(): void {
        tap("卫生间扶手，林阿姨·镇里在办");
        compare(session.today.asked, ["follow n1"]);
        tap("3条待传，有网时自动传");
        compare(session.page, Session.Sync);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "RecordPage"
    pageComponent: Component {
        RecordPage {
        }
    }

    function test_tellsAndLeadsOn(): void {
        verify(shows("示例路1号，社区活动中心二楼"));
        tap("199 0000 0500");
        tap("睡个好觉，9月12日·知识讲座·已举办");
        tap("添一条：活动");
        tap("改一改");
        compare(session.record.asked, ["call", "open a2", "add activity", "edit"]);
    }
    function test_whoMayNotAddSeesNoPlus(): void {
        compare(targets().filter(item => item.Accessible.name.startsWith("添一条")).length, 2);
        session.record.groups.setProperty(0, "canAdd", false);
        session.record.groups.setProperty(1, "canAdd", false);
        session.record.canEdit = false;
        settle();
        compare(targets().filter(item => item.Accessible.name.startsWith("添一条")).length, 0);
        verify(!hasTarget("改一改"));
    }
    function test_standing(): void {
        open(800, 1280, false);
        tap("打电话 199 0000 0500");
        tap("改一改");
        compare(session.record.asked, ["call", "edit"]);
    }
    function test_papersAreTicked(): void {
        tap("发票");
        compare(session.record.asked, ["check claim_document 2"]);
        verify(shows("还差1样"));
    }
    function test_aClaimLeadsToTheSum(): void {
        verify(!hasTarget("先算一算"));
        session.record.canSum = true;
        settle();
        tap("先算一算");
        compare(session.record.asked, ["sum"]);
    }
    function test_whatWasWrittenBefore(): void {
        verify(!shows("以前写过的"));
        session.record.showHistory();
        open(1280, 1800, false);
        session.record.showHistory();
        tryVerify(() => shows("以前写过的"));
        verify(shows("199 0000 0021"));
        verify(shows("没选"));
        verify(!shows("199 0000 0008"));
        tap("再看更早的，电话");
        tryVerify(() => shows("199 0000 0008"));
        auditAll();
    }
    function test_aFamilyThatWasWrittenOnceSaysSo(): void {
        session.record.kind = "household";
        tryVerify(() => shows("这台平板上，这家的每一项都只写过一次，没有改动。"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

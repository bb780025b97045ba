// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "EmergencyPage"
    pageComponent: Component {
        EmergencyPage {
        }
    }

    function test_pointsAndChecks(): void {
        tap("稳定下来，点一下记时间");
        tap("医保卡、常用药带上");
        tap("记一步");
        tap("打电话给值班");
        compare(session.emergency.asked, ["point d", "check 5", "step", "duty"]);
    }
    function test_addOne(): void {
        const box = field("加一件");
        box.forceActiveFocus();
        keyClick("a");
        keyClick(Qt.Key_Return);
        compare(session.emergency.asked, ["add a"]);
        compare(box.text, "");
    }
    function test_anOpinionOnTheMoney(): void {
        tap("记审批意见");
        compare(session.emergency.asked, ["approval"]);
        session.emergency.canApprove = false;
        settle();
        verify(!hasTarget("记审批意见"));
    }
    function test_moneyOnlyWhenThereIsSome(): void {
        verify(shows("救助钱"));
        session.emergency.aidAmountText = "";
        verify(!shows("救助钱"));
    }
    function test_whatWasTakenIsShown(): void {
        verify(shows("留下的照片和语音"));
        tap("录音，0:24");
        compare(session.emergency.asked, ["openAttachment a2"]);
        session.emergency.pictures.clear();
        settle();
        verify(!shows("留下的照片和语音"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "ClaimSumPage"
    pageComponent: Component {
        ClaimSumPage {
        }
    }

    function test_saysHowItComesAbout(): void {
        verify(shows("约1300元"));
        verify(shows("4天，每天100元"));
        verify(shows("3天，每天300元"));
        verify(shows("约2900元"));
        verify(shows("只是估算，以保险公司核定为准。"));
        verify(shows("保单说的是二级以上的医院"));
    }
    function test_typesStepsAndKeeps(): void {
        tap("哪天住的院，后一天");
        const days = field("其中重症监护几天");
        days.forceActiveFocus();
        keyClick(Qt.Key_5);
        verify(session.claimSum.asked.indexOf("edit 17 35") >= 0 || session.claimSum.asked.indexOf("edit 17 53") >= 0);
        tap("记到这次理赔里");
        compare(session.claimSum.asked[0], "step 13 1");
        compare(session.claimSum.asked[session.claimSum.asked.length - 1], "keep");
        verify(session.claimSum.asked.indexOf("leave 17") > 0);
    }
    function test_whatThePolicySaysIsFolded(): void {
        verify(!shows("保单里写的"));
        tap("保单怎么说，每天补多少 100元·重症监护每天补 300元·一年最多几天 90天");
        compare(session.claimSum.asked, ["group terms"]);
        session.claimSum.groups.setProperty(1, "open", true);
        settle();
        verify(shows("保单里写的"));
    }
    function test_papersAreTickedWhereThereIsAClaim(): void {
        tap("费用清单");
        compare(session.claimSum.asked, ["tick 3"]);
        session.claimSum.showNew();
        settle();
        verify(shows("记下理赔后，可以一样一样打勾"));
        verify(!hasTarget("费用清单"));
        verify(shows("填上哪天来、哪天走，就能算"));
        tap("记一次理赔");
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

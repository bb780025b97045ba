// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "AllowancePage"
    pageComponent: Component {
        AllowancePage {
        }
    }

    function test_saysWhatComesAndWhatToAsk(): void {
        verify(shows("2027年5月3日满49岁"));
        verify(shows("2022年7月起，省里每人每月多给140元"));
        verify(shows("镇里和县里审核了才算"));
        tap("女方满49岁，问一问");
        tap("住院护理补贴险，还没有记");
        compare(session.allowance.asked, ["answer p2 1", "benefit eligibility.hospital_care"]);
    }
    // Only what is still to be asked is a target: what is known leads nowhere.
    function test_whatIsKnownIsNoTarget(): void {
        verify(!hasTarget("户口在本县，对得上"));
        compare(targets().filter(item => item.Accessible.name.endsWith("问一问")).length, 3);
    }
    function test_emptyIsSaidKindly(): void {
        session.allowance.people.clear();
        session.allowance.benefits.clear();
        session.allowance.emptyText = "档案里还没有要看望的人";
        settle();
        verify(shows("档案里还没有要看望的人"));
        verify(!shows("这里的家庭还可以有"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

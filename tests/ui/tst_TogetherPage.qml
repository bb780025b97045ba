// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "TogetherPage"
    pageComponent: Component {
        TogetherPage {
        }
    }

    function cleanup(): void {
        Theme.sharedLarger = false;
        close();
    }

    function test_showsTheHomeTheMonthAndNumbers(): void {
        for (const words of ["天凉了，添件衣服。", "桥头村党群服务中心一楼", "199 0000 0701", "重阳茶话", "12356", "住院了，先告诉我们一声。"])
            verify(shows(words), words);
    }
    function test_sayingNothingIsKnownIsKind(): void {
        session.together.activities.clear();
        session.together.homeAddress = "";
        verify(shows("定好了日子，就来告诉您。"));
        verify(shows("问一声就知道"));
    }
    // The only ways: larger letters, and back to the worker.
    function test_thereIsNoOtherWayOut(): void {
        compare(targets().map(item => item.Accessible.name).sort(), ["字再大一点", "看好了，交还给美华"].sort());
        tap("看好了，交还给美华");
        compare(session.asked, ["handBack"]);
    }
    function test_lettersGrow(): void {
        const before = Theme.shared;
        tap("字再大一点");
        verify(Theme.shared > before);
        tap("字小一点");
        compare(Theme.shared, before);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

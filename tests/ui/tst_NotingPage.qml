// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "NotingPage"
    pageComponent: Component {
        NotingPage {
        }
    }

    function test_standsByService(): void {
        for (const words of ["精神慰藉", "走访慰问", "志愿服务", "保险保障"])
            verify(shows(words), words);
        const service = all(page, item => item instanceof SectionLabel).map(item => item.text);
        compare(service[0], "精神慰藉");
    }
    function test_oneTouchBegins(): void {
        tap("理赔");
        tap("送了暖心包，上次：8月3日");
        compare(session.noting.asked, ["note claim", "note care_package_issue"]);
    }
    function test_nothingToNoteIsNoEmptyCard(): void {
        session.noting.services.clear();
        settle();
        compare(all(page, item => item instanceof Card).length, 0);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

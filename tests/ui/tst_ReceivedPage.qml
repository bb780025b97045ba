// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "ReceivedPage"
    pageComponent: Component {
        ReceivedPage {
        }
    }

    function test_looks(): void {
        tap("看一下");
        tap("先放着");
        compare(session.received.asked, ["look 1", "aside 1"]);
    }
    function test_weatherIsCalledByOneTouch(): void {
        tap("寒潮");
        compare(session.received.asked, ["weather 3"]);
        session.received.weather.setProperty(2, "chosen", true); // once is enough
        verify(!hasTarget("寒潮"));
        session.received.weather.clear();
        verify(!shows("天气要变，提醒各村"));
    }
    function test_aQuietVillageIsAskedAfter(): void {
        verify(shows("溪口村9天没有新的记录"));
        tap("问一声");
        compare(session.received.asked, ["after q1"]);
        session.received.quiet.setProperty(0, "canAsk", false); // no number is known
        verify(!hasTarget("问一声"));
    }
    function test_whoCameOverIsOneTouchAway(): void {
        verify(shows("有2家到您这边来了"));
        tap("陈伯，以后由您联系，吴美华转给您的·09:12");
        compare(session.received.asked, ["family n2"]);
        session.received.newcomers.clear();
        verify(!shows("有2家到您这边来了"));
    }
    function test_theListGoesOnPaper(): void {
        tap("打印清单");
        compare(session.paper.asked, ["received 10月14日·5台平板来过"]);
        session.received.villages.clear();
        verify(!hasTarget("打印清单"));
    }
    function test_empty(): void {
        session.received.villages.clear();
        verify(shows("今天还没有平板来过"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

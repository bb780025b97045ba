// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "NearPage"
    pageComponent: Component {
        NearPage {
        }
    }

    function test_whoShowsTheCode(): void {
        tap("等旁边的平板来");
        tap("扫它的码");
        tap("照着抄");
        compare(session.near.asked, ["door", "scan", "type"]);
        session.near.canScan = false;
        settle();
        verify(!hasTarget("扫它的码"));
        verify(hasTarget("照着抄"));
    }
    function test_theCode(): void {
        session.near.showCode();
        settle();
        verify(shows("0FJ2-K7QX-M0V2-D8RT"));
        verify(shows("9分钟以后自己关上"));
        verify(!hasTarget("等旁边的平板来"));
        session.near.noteText = "旁边那台平板不是在咱们这儿登记的，两边都没有留下对方的东西";
        verify(shows("旁边那台平板不是在咱们这儿登记的，两边都没有留下对方的东西"));
        tap("不等了");
        compare(session.asked, ["back"]);
    }
    function test_typing(): void {
        session.near.showTyping();
        settle();
        verify(!hasTarget("开始互相带")); // not whole yet
        session.near.typedTrouble = "有一个字抄得不大对，对着旁边那台再看一眼";
        verify(shows("有一个字抄得不大对，对着旁边那台再看一眼"));
        session.near.typedTrouble = "";
        session.near.understood = true;
        tap("开始互相带");
        compare(session.near.asked.filter(one => one === "go").length, 1);
    }
    function test_done(): void {
        session.near.showDone();
        settle();
        verify(shows("您的3条，旁边那台也带上了"));
        verify(shows("这台平板替它带上了5条"));
        verify(shows("它捎来了回执：省里已收到您的2条"));
        tap("再和别的平板带");
        tap("好了");
        compare(session.near.asked, ["again"]);
        compare(session.asked, ["back"]);
    }
    function test_stopped(): void {
        session.near.showStopped();
        settle();
        tap("再试一次");
        tap("从头来");
        compare(session.near.asked, ["resolve", "again"]);
        session.near.actionLabel = "";
        settle();
        verify(!hasTarget("再试一次"));
    }
    function test_everyStepFits(): void {
        for (const [wide, high, large] of [[1280, 800, false], [800, 1280, false], [960, 600, false], [1280, 800, true], [800, 1280, true]]) {
            for (const step of ["", "showCode", "showTyping", "showDone", "showStopped"]) {
                open(wide, high, large);
                if (step.length > 0)
                    session.near[step]();
                settle();
                audit(large ? 60 : 48);
            }
        }
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

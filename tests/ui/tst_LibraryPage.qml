// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "LibraryPage"
    pageComponent: Component {
        LibraryPage {
        }
    }

    function test_choosesAndOpens(): void {
        tap("听一听");
        tap("头一回上门，带着耳朵去，不带表格去");
        compare(session.library.asked, ["choose 2", "open own/first-visit"]);
    }
    function test_readsAndListens(): void {
        session.library.showBreath();
        settle();
        verify(shows("跟着呼吸，三分钟"));
        tap("开始，3分钟");
        session.library.playing = true;
        session.library.playLabel = "先停在这里";
        settle();
        tap("先停在这里");
        compare(session.library.asked, ["play", "play"]);
    }
    function test_emptyIsSaidKindly(): void {
        session.library.items.clear();
        session.library.emptyText = "这里还没有";
        settle();
        verify(shows("这里还没有"));
    }
    function test_recordingsAndFilesOfAMaterial(): void {
        session.library.showMaterial();
        settle();
        verify(shows("还有1份没到这台平板"));
        verify(shows("正在放"));
        tap("放给我听，快过节了");
        tap("停，睡不着的夜里");
        tap("扫描件，原件第一页");
        compare(session.library.asked, ["sound s2", "sound s1", "openAttachment a1"]);
        auditAll();
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
    function test_aTextsTargetsHaveNameRoleAndSize(): void {
        session.library.showBreath();
        auditAll();
    }
}

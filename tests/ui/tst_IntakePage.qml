// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "IntakePage"
    pageComponent: Component {
        IntakePage {
        }
    }

    function test_choosesAFile(): void {
        tap("2026年特扶名册.xlsx，下载·今天 10:20");
        tap("再找一遍");
        compare(session.intake.asked, ["read /a/2026年特扶名册.xlsx", "look"]);
    }
    function test_noFileIsSaidKindly(): void {
        session.intake.files.clear();
        session.intake.noFilesText = "这台平板上还没有表格";
        settle();
        verify(shows("这台平板上还没有表格"));
    }
    function test_looksThroughAndTakes(): void {
        session.intake.showLook();
        settle();
        verify(shows("新的12户，18人"));
        verify(shows("没有读：备注、序号"));
        tap("新的·18行");
        tap("记下18人");
        compare(session.intake.asked, ["show 1", "take"]);
    }
    function test_writesAndStops(): void {
        session.intake.showLook();
        session.intake.step = IntakeModel.Write;
        session.intake.canTake = false;
        settle();
        tap("先停在这里");
        session.intake.step = IntakeModel.Done;
        settle();
        tap("看看家人");
        tap("换一份");
        compare(session.intake.asked, ["stop", "families", "again"]);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
    function test_lookedThroughEveryTargetHasNameRoleAndSize(): void {
        session.intake.showLook();
        auditAll();
    }
}

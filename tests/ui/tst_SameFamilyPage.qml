// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "SameFamilyPage"
    pageComponent: Component {
        SameFamilyPage {
        }
    }

    function test_bothStandThereWithTheReason(): void {
        verify(shows("林秀英"));
        verify(shows("林绣瑛"));
        verify(shows("因为名字听起来一样、电话一样"));
        verify(shows("没有写"));
    }
    function test_oneAnswer_data(): var {
        return [{
                "tag": "join",
                "label": "是一家，并在一起"
            }, {
                "tag": "apart",
                "label": "不是一家"
            }, {
                "tag": "later",
                "label": "先放着"
            }];
    }
    function test_oneAnswer(data: var): void {
        tap(data.label);
        compare(session.sameFamily.asked, [data.tag]);
    }
    function test_whatWasDecidedCanBeTakenBack(): void {
        open(1280, 1600, false);
        tap("分开，吴美华和吴美花");
        compare(session.sameFamily.asked, ["takeBack f3/f4"]);
    }
    function test_nothingToAsk(): void {
        session.sameFamily.hasPair = false;
        session.sameFamily.emptyText = "现在没有看着像的两份";
        tryVerify(() => shows("现在没有看着像的两份"));
        verify(!shows("不是一家"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "ConflictPage"
    pageComponent: Component {
        ConflictPage {
        }
    }

    function test_keepTakeBothAside(): void {
        tap("留着这个");
        tap("换成这个");
        tap("两个都留着");
        tap("先放着");
        compare(session.conflict.asked, ["choose a", "choose b", "both", "aside"]);
    }
    function test_writeAnew(): void {
        const box = field("都不对");
        box.forceActiveFocus();
        keyClick("1");
        keyClick("9");
        tap("用新的");
        compare(session.conflict.asked, ["new 19"]);
    }
    function test_showsBefore(): void {
        verify(shows("199 0000 0008"));
        session.conflict.beforeText = "";
        verify(shows("以前没有写"));
    }
    function test_textProposalIsAField(): void {
        session.conflict.showText();
        tap("就用这一段");
        compare(session.conflict.asked, ["proposal 村口榕树右拐第三家，门前有菜园。修路，车停祠堂边。"]);
        tap("自己写");
        verify(field("自己写").text.indexOf("菜园") > 0);
    }
    function test_overlapHasNoProposal(): void {
        session.conflict.showText();
        session.conflict.hasProposal = false;
        verify(shows("自己写"));
        verify(!shows("合在一起是这样"));
    }
    function test_allSettled(): void {
        session.conflict.kind = ConflictModel.None;
        verify(shows("都看好了"));
        verify(!hasTarget("先放着"));
    }
    function test_whoMayNotDecideOnlySees(): void {
        session.conflict.maySettle = false;
        verify(shows("199 0000 0008"));
        verify(!hasTarget("留着这个"));
        verify(!hasTarget("换成这个"));
        verify(!hasTarget("用新的"));
        verify(shows("由管这条记录的人来定，您先知道一下。"));
        tap("先放着");
        compare(session.conflict.asked, ["aside"]);
    }
    function test_twoRecordsThatMayBeOne_data(): var {
        return [{
                "tag": "showVisits",
                "label": "是同一次，留这份",
                "both": "是两次，都对"
            }, {
                "tag": "showPayments",
                "label": "是同一笔，留这份",
                "both": "是两笔，都对"
            }, {
                "tag": "showMains",
                "label": "主要联系人是吴美华",
                "both": "两位都是"
            }];
    }
    function test_twoRecordsThatMayBeOne(data: var): void {
        session.conflict[data.tag]();
        settle();
        tap(data.label);
        tap(data.both);
        tap("先放着");
        compare(session.conflict.asked, ["choose a", "both", "aside"]);
        verify(!shows("改之前"));
        verify(!shows("没有写原因"));
        verify(!hasTarget("用新的"));
        auditAll();
    }
    function test_putAwayWhileAnotherWrote(): void {
        session.conflict.showLife();
        settle();
        verify(shows("志愿者已经每周去"));
        tap("留着用");
        tap("收起来");
        compare(session.conflict.asked, ["choose a", "choose b"]);
        verify(!shows("改之前"));
        verify(!hasTarget("用新的"));
        auditAll();
    }
    function test_leadsToWhatWasWrittenBefore(): void {
        tap("以前写过的");
        compare(session.conflict.asked, ["history"]);
    }
    function test_neverSaysConflict(): void {
        verify(!shows("冲突"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

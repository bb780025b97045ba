// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "ProjectPage"
    pageComponent: Component {
        ProjectPage {
        }
    }

    function test_forwards(): void {
        tap("下一步：乡镇审核");
        tap("钱从哪来");
        tap("请补材料");
        tap("改一改");
        compare(session.project.asked, ["act", "fill 钱从哪来", "take 10", "edit"]);
        tap("印成一页纸");
        compare(session.paper.asked, ["record p1"]);
    }
    // Where it stands is said to an eye and to an ear, and one step only is "here".
    function test_theWayIsRead(): void {
        const steps = all(page, item => item instanceof LadderRow);
        compare(steps.length, 9);
        compare(steps.filter(step => step.here).length, 1);
        compare(steps[1].Accessible.name, "村里评议公示，现在在这里，同意·10月2日·吴美华");
        compare(steps[1].Accessible.role, Accessible.ListItem);
        for (let i = 1; i < steps.length; ++i)
            verify(steps[i].mapToItem(page, 0, 0).y >= steps[i - 1].mapToItem(page, 0, 0).y + steps[i - 1].height - 1);
    }
    function test_whatIsPaidBack(): void {
        session.project.payBack();
        settle();
        verify(shows("慢慢在还"));
        verify(shows("12000"));
        tap("记一笔还款");
        tap("10月3日·2000元·卖了一批鸡");
        tap("结项");
        compare(session.project.asked, ["act", "repayment r2", "take 9"]);
    }
    function test_aRepaymentBesideTheStep(): void {
        session.project.repaidText = "还没有还过";
        session.project.canRepay = true;
        settle();
        tap("记一笔还款");
        compare(session.project.asked, ["repay"]);
    }
    function test_whoOnlyReadsIsOfferedNothing(): void {
        session.project.canEdit = false;
        session.project.actionLabel = "";
        session.project.others.clear();
        session.project.missing.clear();
        settle();
        verify(!hasTarget("改一改"));
        verify(!hasTarget("印成一页纸"));
        compare(targets().map(item => item.Accessible.name), ["返回"]);
    }
    function test_justAskedForHasNoEmptyCard(): void {
        session.project.clearAll();
        settle();
        for (const card of all(page, item => item instanceof Card))
            verify(all(card, item => item instanceof Text && item.text.length > 0).length > 0);
        tap("用来做什么");
        compare(session.project.asked, ["fill 用来做什么"]);
    }
    function test_onItsWay(): void {
        session.project.wait();
        settle();
        verify(shows("正在找"));
        verify(!shows("走到哪一步"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "SupervisionPage"
    pageComponent: Component {
        SupervisionPage {
        }
    }

    function placeOf(words: string): real {
        const hits = all(page, item => item instanceof Text && item.text === words);
        verify(hits.length > 0, "nobody says " + words);
        const at = hits[0].mapToItem(page, 0, 0);
        return at.y * 10 + at.x;
    }

    function test_forwards(): void {
        tap("记做了什么");
        tap("不够的地方·门口的牌子旧了，字看不清·邱美珠来办·小·约好10月8日，方便时问问怎么样了");
        tap("换了新牌子，装在路口也能看见，10月5日·等再去看一次");
        tap("门口的牌子旧了，字看不清，现在办好了");
        tap("记做了什么：上半年有一个月没有办活动");
        tap("记一条看到的");
        tap("加一项");
        tap("改一改");
        compare(session.supervision.asked, ["act", "open g1", "mending m1", "recheck g1 1", "mend g2", "finding", "point", "edit"]);
        tap("印成一页纸");
        compare(session.paper.asked, ["record u1"]);
    }
    function test_onSiteTheListIsAnsweredByOneTouchEach(): void {
        session.supervision.onSite();
        settle();
        tap("有场所，做到了");
        tap("记录和花费对得上，不用看");
        tap("下一步：已反馈");
        compare(session.supervision.asked, ["answer 1 1", "answer 10 4", "take 3"]);
        const options = all(page, item => item instanceof OptionButton);
        compare(options.length, 40);
        compare(options.filter(option => option.chosen).length, 4);
        compare(options.filter(option => option.chosen && option.Accessible.checked).length, 4);
    }
    // On site the list, afterwards what is open: to the eye and in the order of the keys.
    function test_whatIsNeededComesFirst(): void {
        for (const [wide, high] of [[1280, 800], [800, 1280]]) {
            open(wide, high, false);
            verify(placeOf("看到的") < placeOf("看哪些"));
            session.supervision.onSite();
            settle();
            verify(placeOf("看哪些") < placeOf("看到的"));
        }
    }
    function test_afterwardsAnswersAreWords(): void {
        verify(shows("一部分"));
        verify(!hasTarget("有场所，做到了"));
    }
    function test_settledOnesAreShownWhenAskedFor(): void {
        verify(!shows("计划里的主题"));
        tap("办妥了的1条");
        compare(session.supervision.settledShown, true);
        session.supervision.fill();
        settle();
        verify(shows("计划里的主题"));
    }
    // Words and the colour of a thing to look at; nothing on this page is red.
    function test_aDayThatWentByIsSaidGently(): void {
        const late = all(page, item => item instanceof Text && item.text.indexOf("方便时问问") >= 0)[0];
        verify(Qt.colorEqual(late.color, Theme.clay));
        for (const words of all(page, item => item instanceof Text))
            for (const hard of ["逾期", "超期", "未完成"])
                verify(words.text.indexOf(hard) < 0);
    }
    function test_whoOnlyReadsIsOfferedNothing(): void {
        session.supervision.canEdit = false;
        session.supervision.canLook = false;
        session.supervision.canFind = false;
        session.supervision.actionLabel = "";
        session.supervision.settledText = "";
        session.supervision.findings.clear();
        settle();
        compare(targets().map(item => item.Accessible.name), ["返回", "印成一页纸"]);
    }
    function test_onItsWay(): void {
        session.supervision.wait();
        settle();
        verify(shows("正在找"));
        verify(!shows("看哪些"));
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
        for (const [wide, high, large] of [[1280, 800, false], [960, 600, false], [800, 1280, true]]) {
            open(wide, high, large);
            session.supervision.onSite();
            settle();
            audit(large ? 60 : 48);
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "FormPage"
    pageComponent: Component {
        FormPage {
        }
    }
    readonly property Component familyComponent: Component {
        FamilyPage {
        }
    }

    // The promise of the product: from the family's page to the kept visit in six taps.
    function test_visitTakesSixTaps(): void {
        let taps = 0;
        const form = page;
        page = familyComponent.createObject(test, {
                "session": session,
                "width": 1280,
                "height": 800
            });
        const family = page;
        form.visible = false;
        settle();
        tap("记一笔");
        ++taps;
        compare(session.family.asked, ["write"]);
        family.visible = false;
        family.destroy();
        form.visible = true;
        page = form;
        session.form.showVisit(false);
        settle();
        for (const name of ["上门", "林阿姨", "有些低落", "说一段", "记下"]) {
            tap(name);
            ++taps;
        }
        compare(taps, 6);
        compare(session.form.asked, ["toggle 21 1", "toggle 22 1", "toggle 23 2", "speak 26", "commit"]);
    }
    function test_hands(): void {
        session.form.showHands();
        settle();
        tap("签个字");
        tap("拍张照片");
        tap("照片，修好的门");
        tap("拿掉，照片，修好的门");
        tap("记下这里的位置");
        tap("换成这里");
        tap("不记了");
        tap("扫一扫");
        compare(session.form.asked, ["attach 20 4", "attach 20 1", "openAttachment a1", "removeAttachment 20 a1", "notePlace 38", "notePlace 37", "clear 37", "scan 10"]);
    }
    function test_chosenIsSaid(): void {
        compare(target("上门").Accessible.checked, true);
        compare(target("上门").Accessible.role, Accessible.RadioButton);
        compare(target("看病就医").Accessible.role, Accessible.CheckBox);
        tap("电话");
        compare(target("上门").Accessible.checked, false);
        compare(target("电话").Accessible.checked, true);
    }
    function test_everyKeyIsKept(): void {
        session.form.showVisit(false);
        const box = field("一句话");
        box.forceActiveFocus();
        keyClick("o");
        keyClick("k");
        compare(session.form.asked, ["edit 26 o", "edit 26 ok"]);
        compare(box.text, "ok");
    }
    function test_modelTextReachesTheFieldOnce(): void {
        session.form.edit(26, "菜园里种了萝卜。");
        compare(field("一句话").text, "菜园里种了萝卜。");
        compare(session.form.asked.length, 1);
    }
    function test_wordsAndFolds(): void {
        tap("聊了家常");
        tap("还想多写一点，居家安全、慰问品、下次联系、照片（可以不拍）");
        tap("今天 10:20");
        tap("先放着");
        compare(session.form.asked, ["append 26 聊了家常", "section 90", "when", "putAside"]);
    }
    function test_hintsNeverBlock(): void {
        session.form.showHousehold();
        verify(shows("少一位，再看看"));
        verify(shows("还差：住址"));
        session.form.canCommit = false;
        tap("记下");
        compare(session.form.asked, ["commit"]);
    }
    function test_datesSwitchesAndReferences(): void {
        session.form.showHousehold();
        tap("后一天");
        tap("昨天");
        tap("可以送慰问品");
        tap("吴金水");
        compare(session.form.asked, ["step 46 1", "toggle 46 2", "check 48 false", "toggle 49 2"]);
    }
    function test_focusGoesWhereSomethingIsMissing(): void {
        session.form.showHousehold();
        settle();
        session.form.focusRequested(41);
        verify(field("住址").activeFocus);
    }
    function test_counsellingIsSealed(): void {
        session.form.showSession();
        settle();
        verify(shows("已单独解锁"));
        verify(shows("能看的人：您、督导王老师"));
        verify(!hasTarget("签名存好"));
        session.form.canCommit = true;
        tap("签名存好");
        tap("锁上");
        compare(session.form.asked, ["commit", "lockStepUp"]);
        const box = field("主述");
        box.forceActiveFocus();
        keyClick("x");
        compare(session.form.asked.length, 3);
    }
    function test_rowsKeepTheirPlace(): void {
        const box = field("一句话");
        box.forceActiveFocus();
        session.form.rows.insert(0, session.form.rows.get(7));
        verify(box.activeFocus);
        session.form.rows.remove(0);
        verify(box.activeFocus);
    }
    function test_rowsOfARepeat(): void {
        session.form.showRepeat(3);
        settle();
        verify(shows("共 3 项"));
        verify(shows("还差：数量"));
        verify(!hasTarget("看全部，共 3 项"));
        tap("添一项，带去的东西");
        tap("大米，1份·20元");
        tap("拿掉，食用油");
        compare(session.form.asked, ["addItem 81", "openItem i0", "removeItem i1"]);
        session.form.showRepeat(0);
        settle();
        verify(shows("还没有，想起来随时添一项"));
        session.form.showRepeat(12);
        settle();
        verify(!hasTarget("拿掉，棉被"));
        tap("看全部，共 12 项");
        compare(session.form.asked.slice(3), ["listItems 81"]);
    }
    function test_twoHundredRowsMakeOnlyThoseInSight(): void {
        session.form.showList(200);
        settle();
        const made = targets().filter(item => item.Accessible.name.startsWith("拿掉，")).length;
        verify(made > 5 && made < 40, made + " rows were made");
        verify(shows("共 200 项"));
        verify(targets().some(item => item.Accessible.name.startsWith("水果")), "the newest is in sight");
        verify(!hasTarget("先放着"));
        tap("添一项");
        tap("返回");
        compare(session.form.asked, ["commit"]);
        compare(session.asked, ["back"]);
    }
    function test_aRowInPlaceOfTheForm(): void {
        session.form.inside = true;
        session.form.canRemove = true;
        session.form.canPutAside = false;
        settle();
        verify(!hasTarget("先放着"));
        tap("拿掉这一项");
        compare(session.form.asked, ["removeOpenItem"]);
    }
    // A long form is made as one goes on: what is asked for is there, with the focus, and what was made stays.
    function test_aLongFormIsMadeAsOneGoesOn(): void {
        session.form.showMany(300);
        settle();
        const rows = () => all(page, item => item instanceof FormRow).length;
        const first = rows();
        verify(first >= 20 && first <= 80, first + " rows made at first");
        session.form.focusRequested(100 + 200);
        tryVerify(() => page.Window.activeFocusItem instanceof T.TextField && page.Window.activeFocusItem.label === "第200问");
        const more = rows();
        verify(more > first && more < 300);
        const scroll = all(page, item => item instanceof PageScroll)[0];
        for (let i = 0; i < 60; ++i) {
            scroll.leaf(0.8);
            settle();
        }
        verify(rows() >= more);
        compare(field("第298问").label, "第298问");
        compare(field("第0问").label, "第0问");
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
        open(1280, 800, false);
        session.form.showSession();
        audit(48);
        session.form.showHousehold();
        audit(48);
        session.form.showRepeat(12);
        audit(48);
        session.form.showList(12);
        audit(48);
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "ScalePage"
    pageComponent: Component {
        ScalePage {
        }
    }

    function show(setup: string): void {
        session.scale[setup]();
        settle();
    }
    // A second touch within 400 ms belongs to the line that is gone.
    function touch(name: string, asked: string): void {
        tryVerify(() => {
                mouseClick(target(name));
                return session.scale.asked.indexOf(asked) >= 0;
            });
    }

    function test_oneLineAndItsAnswers(): void {
        verify(shows("第3句，一共10句"));
        verify(shows("入睡困难"));
        compare(all(page, item => item instanceof AnswerButton).length, 4);
        touch("好几天", "answer 1");
    }
    function test_aDoubleTouchAnswersOneLine(): void {
        const item = target("几乎每天");
        mouseClick(item);
        mouseClick(item);
        mouseClick(item);
        compare(session.scale.asked, ["answer 3"]);
        touch("好几天", "answer 1"); // and later touches count again
    }
    function test_notAnsweringIsAlwaysThere_data(): var {
        return ["showItem", "showLong", "showYesNo"].map(setup => ({
                        "tag": setup
                    }));
    }
    function test_notAnsweringIsAlwaysThere(row: var): void {
        show(row.tag);
        touch("不想回答", "decline");
        tap("先停在这里");
        verify(session.scale.asked.indexOf("stop") >= 0);
    }
    function test_backIsThereButForTheFirst(): void {
        tap("上一句");
        compare(session.scale.asked, ["previous"]);
        show("showYesNo");
        verify(!hasTarget("上一句"));
    }
    function test_largeEnoughToReadAtArmsLength_data(): var {
        return [[1280, 800, false], [800, 1280, false], [960, 600, false], [1280, 800, true], [600, 960, false]].map(form => ({
                        "tag": form.join(" "),
                        "form": form
                    }));
    }
    function test_largeEnoughToReadAtArmsLength(row: var): void {
        for (const setup of ["showItem", "showLong", "showYesNo"]) {
            open(row.form[0], row.form[1], row.form[2]);
            show(setup);
            const words = all(page, item => item instanceof Text && item.text === session.scale.itemText)[0];
            verify(words.font.pixelSize >= 32, "24 pt are 32 px: " + words.font.pixelSize); // 96 px an inch
            for (const answer of all(page, item => item instanceof AnswerButton)) {
                verify(answer.height >= 100 && answer.width >= 160, answer.text + " is " + answer.width + "x" + answer.height);
                const at = answer.mapToItem(page, 0, 0);
                verify(at.x >= 0 && at.x + answer.width <= page.width, answer.text + " leaves the page");
            }
            const foot = target("不想回答");
            verify(foot.mapToItem(page, 0, foot.height).y <= page.height);
        }
    }
    function test_keyboard(): void {
        const first = all(page, item => item instanceof AnswerButton)[0];
        first.forceActiveFocus();
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right);
        tryVerify(() => {
                keyClick(Qt.Key_Return);
                return session.scale.asked.indexOf("answer 2") >= 0;
            });
    }
    function test_answersSayWhetherTheyAreChosen(): void {
        show("showLong");
        const chosen = all(page, item => item instanceof AnswerButton && item.chosen);
        compare(chosen.length, 1);
        verify(chosen[0].Accessible.checked);
        compare(chosen[0].Accessible.role, Accessible.RadioButton);
    }
    function test_consentComesFirst(): void {
        session.scale.step = ScaleModel.Consent;
        settle();
        verify(shows("可以吗"));
        tap("今天不问");
        tap("可以");
        compare(session.scale.asked, ["consent false", "consent true"]);
    }
    // Thanks, and never a number: not even when the model holds one.
    function test_theEndSaysThanksAndNoScore(): void {
        session.scale.step = ScaleModel.Thanks;
        settle();
        verify(shows("谢谢您。今天先到这里"));
        for (const secret of [session.scale.totalText, session.scale.bandText, session.scale.nextText, session.scale.safetyText])
            verify(!shows(secret), secret);
        verify(!shows("再说会儿话"));
        session.scale.staysToTalk = true;
        verify(shows("再说会儿话"));
        tap("看好了，交还给王老师");
        compare(session.scale.asked, ["handBack"]);
    }
    function test_whatWasSaidIsNowhereButInTheResult(): void {
        for (const step of [ScaleModel.Consent, ScaleModel.Item, ScaleModel.Thanks]) {
            session.scale.step = step;
            settle();
            verify(!shows(session.scale.bandText));
        }
    }
    function test_choosing(): void {
        show("showChoose");
        tap("心情九问，PHQ-9·10句");
        tap("自评二十问，SRQ-20");
        compare(session.scale.asked, ["take 2", "take 7"]);
    }
    function test_scoreWithItsCheck(): void {
        show("showScore");
        tap("是");
        tap("记下");
        compare(session.scale.asked, ["check 17 true", "keep"]);
        session.scale.canKeepScore = false;
        verify(!hasTarget("记下"));
    }
    function test_bandInPlaceOfAScore(): void {
        show("showBands");
        tap("高");
        compare(session.scale.asked, ["band 3"]);
        verify(!hasTarget("合计"));
    }
    function test_whatWasFound(): void {
        show("showFound");
        verify(shows("17") && shows("中重度") && shows("请现在再问三个问题") && shows("不是诊断"));
        tap("现在就问");
        session.scale.safetyDue = false;
        session.scale.safetyText = "安全的几句问过了";
        settle();
        verify(!hasTarget("现在就问"));
        tap("看好了");
        compare(session.scale.asked, ["safety", "leave"]);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        for (const setup of ["showItem", "showLong", "showYesNo", "showChoose", "showScore", "showBands", "showFound"])
            for (const [wide, high, large] of [[1280, 800, false], [800, 1280, false], [960, 600, false], [1280, 800, true], [800, 1280, true]]) {
                open(wide, high, large);
                show(setup);
                audit(large ? 60 : 48);
            }
    }
}

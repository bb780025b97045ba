// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "UnlockPage"
    pageComponent: Component {
        UnlockPage {
        }
    }

    function test_peopleAndDigitsGoToTheSession(): void {
        session.state = Session.Locked;
        tap("张丽珠，咨询师");
        compare(session.unlock.asked, ["choose u2"]);
        tap("1");
        tap("0");
        tap("退一格");
        compare(session.unlock.entry.asked, ["digit 1", "digit 0", "backspace"]);
    }
    // A touch on a name takes the focus along; the keyboard's figures still belong to the code.
    function test_figuresOfAKeyboardGoOnAfterATouchOnAName(): void {
        session.state = Session.Locked;
        tap("张丽珠，咨询师");
        keyClick("2");
        keyClick("0");
        keyClick(Qt.Key_Backspace);
        compare(session.unlock.entry.asked, ["digit 2", "digit 0", "backspace"]);
    }
    // A screen reader touches nothing: it asks for the press.
    function test_aScreenReaderPressesToo(): void {
        session.state = Session.Locked;
        target("张丽珠，咨询师").Accessible.pressAction();
        compare(session.unlock.asked, ["choose u2"]);
        target("1").Accessible.pressAction();
        compare(session.unlock.entry.asked, ["digit 1"]);
        session.unlock.entry.inputEnabled = false;
        all(page, item => item.Accessible.name === "2")[0].Accessible.pressAction();
        compare(session.unlock.entry.asked, ["digit 1"]);
    }
    function test_helpNeedsNoUnlock(): void {
        session.state = Session.Locked;
        tap("紧急求助，不用解锁");
        verify(session.crisisOpen);
    }
    function test_passphraseIsHiddenAndSubmitted(): void {
        session.state = Session.Locked;
        tap("改用口令");
        compare(session.unlock.entry.kind, SecretEntry.Passphrase);
        session.unlock.entry.label = "口令";
        const box = field("口令");
        compare(box.echoMode, TextInput.Password);
        box.forceActiveFocus();
        keyClick("a");
        keyClick("b");
        keyClick(Qt.Key_Return);
        compare(session.unlock.entry.asked, ["submit 2"]);
    }
    function test_waitSaysSoAndTakesNothing(): void {
        session.state = Session.Locked;
        session.unlock.entry.inputEnabled = false;
        session.unlock.entry.message = "请等1分钟再试";
        verify(shows("请等1分钟再试"));
        verify(!hasTarget("1"));
    }
    function test_tabletWithoutAnyone(): void {
        session.state = Session.NoUser;
        session.unlock.emptyText = "请镇里帮忙登记";
        verify(shows("这台平板还没有人用"));
        verify(shows("请镇里帮忙登记"));
        verify(!hasTarget("1"));
    }
    function test_aNewPersonIsAPressAway(): void {
        session.state = Session.Locked;
        tap("添一个人");
        compare(session.asked, ["register"]);
        session.state = Session.NoUser;
        verify(!hasTarget("添一个人"));
        verify(!hasTarget("想不起密码"));
        tap("登记到这台平板");
        compare(session.asked, ["register", "register"]);
    }
    function test_whatIsTypedCanBeLookedAt(): void {
        session.state = Session.Locked;
        session.unlock.entry.kind = SecretEntry.Passphrase;
        session.unlock.entry.label = "口令";
        const box = field("口令");
        tap("看着打");
        compare(box.echoMode, TextInput.Normal);
        box.text = "abc";
        tap("藏起来");
        compare(box.echoMode, TextInput.Password);
        session.unlock.entry.emptied();
        compare(box.text, "");
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    readonly property RegisterModel registration: session ? session.registration : null

    name: "RegisterPage"
    pageComponent: Component {
        RegisterPage {
        }
    }

    function turnTo(step: int): void {
        registration.show(step);
        settle();
    }

    function test_whatIsTypedIsForwarded(): void {
        turnTo(RegisterModel.Invitation);
        const box = field("登记码");
        box.forceActiveFocus();
        keyClick("l");
        compare(registration.asked, ["read l"]);
        verify(!hasTarget("下一步"));
        registration.understand();
        settle();
        verify(shows("bridge.example.org:8443"));
        verify(shows("里面的人和事都是编的"));
        compare(box.text, registration.invitationText);
        tap("下一步");
        compare(registration.asked[registration.asked.length - 1], "goOn");
    }
    function test_pasteFeedsTheSameText(): void {
        turnTo(RegisterModel.Invitation);
        const box = field("登记码");
        box.text = "LIANXIN";
        box.selectAll();
        box.cut();
        tap("粘贴");
        compare(registration.asked[registration.asked.length - 1], "read LIANXIN");
    }
    function test_aRealServerIsNotCalledADemo(): void {
        turnTo(RegisterModel.Invitation);
        registration.forDemo = false;
        registration.understand();
        settle();
        verify(shows("看懂了，登记到 bridge"));
        verify(!shows("演示服务器"));
    }
    function test_aSlipIsSaidKindly(): void {
        turnTo(RegisterModel.Invitation);
        registration.slip();
        settle();
        verify(shows("第7组 9RJ2S 像是抄错了一个字"));
        verify(!hasTarget("下一步"));
    }
    function test_backWhereThereIsABack(): void {
        turnTo(RegisterModel.Secret);
        tap("返回");
        compare(registration.asked, ["back"]);
        for (const step of [RegisterModel.Connecting, RegisterModel.Recovery, RegisterModel.Words]) {
            turnTo(step);
            verify(!hasTarget("返回"));
        }
    }
    function test_theSecretGoesToItsEntry(): void {
        turnTo(RegisterModel.Secret);
        tap("4");
        compare(registration.entry.asked, ["digit 4"]);
        verify(shows("六个数字"));
        registration.entry.again = true;
        settle();
        verify(shows("再来一遍"));
        registration.entry.again = false;
        registration.entry.kind = SecretEntry.Passphrase;
        settle();
        verify(shows("四个词"));
    }
    function test_busyHasNoButton(): void {
        turnTo(RegisterModel.Connecting);
        verify(shows("先别关平板"));
        verify(!hasTarget("再试一次"));
    }
    function test_oneSentenceAndOneButton_data(): var {
        return [{
                "tag": "again",
                "remedy": RegisterModel.TryAgain,
                "button": "再试一次"
            }, {
                "tag": "invitation",
                "remedy": RegisterModel.OtherInvitation,
                "button": "换一张登记码"
            }, {
                "tag": "secret",
                "remedy": RegisterModel.OtherSecret,
                "button": "重新写密码"
            }];
    }
    function test_oneSentenceAndOneButton(row: var): void {
        turnTo(RegisterModel.Connecting);
        registration.troubleText = "这会儿连不上服务器。";
        registration.remedy = row.remedy;
        settle();
        verify(shows("这会儿连不上服务器。"));
        tap(row.button);
        compare(registration.asked, ["mend"]);
    }
    function test_theCodeGoesOnlyAfterTwoPresses(): void {
        turnTo(RegisterModel.Recovery);
        verify(shows("7K3QX"));
        verify(shows("EXP6F"));
        verify(!hasTarget("我抄好了"));
        keyClick(Qt.Key_Return);
        keyClick(Qt.Key_Escape);
        compare(registration.asked, []);
        tap("八组都抄在纸上，也对过一遍");
        tap("我抄好了");
        compare(registration.asked, ["copied"]);
    }
    function test_sixWordsAndTheWayIn(): void {
        turnTo(RegisterModel.Words);
        verify(shows("红灯"));
        verify(shows("早茶"));
        verify(shows("等管理员确认"));
        tap("先进去看看，等一会儿再确认");
        compare(registration.asked, ["enter"]);
    }
    function test_helpNeedsNoRegistration(): void {
        turnTo(RegisterModel.Recovery);
        tap("紧急求助，不用解锁");
        verify(session.crisisOpen);
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        for (const step of [RegisterModel.Invitation, RegisterModel.Secret, RegisterModel.Connecting, RegisterModel.Recovery, RegisterModel.Words])
            for (const [wide, high, large] of [[1280, 800, false], [800, 1280, false], [960, 600, false], [1280, 800, true], [800, 1280, true]]) {
                open(wide, high, large);
                turnTo(step);
                audit(large ? 60 : 48);
            }
    }
}

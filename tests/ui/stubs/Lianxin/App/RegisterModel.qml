// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: registration

    enum Step {
        Closed,
        Invitation,
        Secret,
        Connecting,
        Recovery,
        Words
    }
    enum Remedy {
        TryAgain,
        OtherInvitation,
        OtherSecret
    }

    property int step: RegisterModel.Closed
    property bool canGoBack: true
    property string invitationText
    property string invitationHint
    property bool invitationTrouble: false
    property bool understood: false
    property string serverText
    property bool forDemo: true
    readonly property SecretEntry entry: SecretEntry {
        active: true
        fresh: true
    }
    property string troubleText
    property int remedy: RegisterModel.TryAgain
    property bool copied: false
    property bool late: false
    property string waitText: "等管理员确认，确认了会自己往下走"
    readonly property ListModel codeGroups: ListModel {
        ListElement {
            number: 1
            group: "7K3QX"
        }
        ListElement {
            number: 2
            group: "M0V2D"
        }
        ListElement {
            number: 3
            group: "9TRW8"
        }
        ListElement {
            number: 4
            group: "C5HNZ"
        }
        ListElement {
            number: 5
            group: "4QWMB"
        }
        ListElement {
            number: 6
            group: "WWWMM"
        }
        ListElement {
            number: 7
            group: "1J8SA"
        }
        ListElement {
            number: 8
            group: "EXP6F"
        }
    }
    readonly property ListModel words: ListModel {
        ListElement {
            number: 1
            word: "红灯"
        }
        ListElement {
            number: 2
            word: "老井"
        }
        ListElement {
            number: 3
            word: "西山"
        }
        ListElement {
            number: 4
            word: "甜瓜"
        }
        ListElement {
            number: 5
            word: "长桥"
        }
        ListElement {
            number: 6
            word: "早茶"
        }
    }

    function show(next: int): void {
        step = next;
        canGoBack = next < RegisterModel.Connecting;
    }
    function understand(): void {
        invitationText = "LIANXIN:1:0404N-F28ZX-7C3PH-2A9QX-TT0VK-1ME4W-9RJ2S-HHB31-0KZ5P-6Y8GD-VV2N4-C1QX7-38MRT";
        understood = true;
        serverText = "bridge.example.org:8443";
    }
    function slip(): void {
        invitationText = "LIANXIN:1:0404N-F28ZX-7C3PH-2A9QX-TT0VK-1ME4W-9RJ2S";
        invitationHint = "第7组 9RJ2S 像是抄错了一个字，再看看";
        invitationTrouble = true;
    }
    function begin(): void {
        registration.ask("begin");
    }
    function read(typed: string): void {
        registration.ask("read " + typed);
    }
    function goOn(): void {
        registration.ask("goOn");
    }
    function back(): void {
        registration.ask("back");
    }
    function mend(): void {
        registration.ask("mend");
    }
    function tickCopied(): void {
        copied = !copied;
    }
    function finishCopying(): void {
        registration.ask("copied");
    }
    function enter(): void {
        registration.ask("enter");
    }
}

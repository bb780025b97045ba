// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: feedback

    property string text
    property bool canSend: text.length > 0
    property string stateText: "写一个字，存一个字"
    property string phoneText: "12345"
    readonly property ListModel sent: ListModel {
        ListElement {
            whenText: "10月2日"
            line: "字再大一点就好了。"
            placeText: "省里已收到"
        }
    }

    function send(): void {
        feedback.ask("send");
    }
    function call(): void {
        feedback.ask("call");
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: carry

    property bool here: true
    property string todayText: "今天3.2 MB"
    property string waitingText: "还有5张照片和录音在等"
    property string lineText: "有网时自己传，文字总是先走"
    property bool canSendAll: true
    property bool sendingAll: false
    readonly property ListModel limits: ListModel {
        ListElement {
            megabytes: 0
            label: "我按了才传"
            chosen: false
        }
        ListElement {
            megabytes: 5
            label: "5 MB"
            chosen: false
        }
        ListElement {
            megabytes: 20
            label: "20 MB"
            chosen: true
        }
        ListElement {
            megabytes: -1
            label: "不限"
            chosen: false
        }
    }

    function setLimit(megabytes: int): void {
        carry.ask("limit " + megabytes);
    }
    function sendAllNow(): void {
        carry.ask("all");
    }
}

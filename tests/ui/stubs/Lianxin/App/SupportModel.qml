// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: support

    property bool shown: false
    readonly property ListModel lines: ListModel {
        ListElement {
            key: "version"
            label: "版本"
            value: "0.1.0"
        }
        ListElement {
            key: "last-contact"
            label: "上次连上"
            value: "2026-10-13 09:40Z"
        }
        ListElement {
            key: "saved"
            label: "在这里记下"
            value: "420"
        }
        ListElement {
            key: "acknowledged"
            label: "省里已收到"
            value: "412"
        }
        ListElement {
            key: "phase"
            label: "传送到哪一步"
            value: "waiting"
        }
        ListElement {
            key: "fault"
            label: "页面上怎么说"
            value: "silent"
        }
        ListElement {
            key: "faults-seen"
            label: "近来出过的情况"
            value: "silent x3 (2026-10-13 09:41Z); busy x1 (2026-10-12 08:03Z)"
        }
        ListElement {
            key: "audit-kinds"
            label: "做过哪几种事"
            value: "save x31 (2026-10-13 09:12Z); printed x1 (2026-10-01 02:20Z)"
        }
    }

    function look(): void {
        support.shown = true;
        support.ask("look");
    }
    function save(): void {
        support.ask("save");
    }
    function putAway(): void {
        support.shown = false;
        support.ask("putAway");
    }
}

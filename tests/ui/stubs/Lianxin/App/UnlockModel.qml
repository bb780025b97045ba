// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: unlock

    property string clockText: "07:50"
    property string dateText: "10月14日 周三·农历九月初五"
    property string dutyText: "暖心：今天有1件事"
    property string emptyText
    property string noticeText
    readonly property SecretEntry entry: SecretEntry {
        active: true
    }
    readonly property ListModel users: ListModel {
        ListElement {
            userId: "u1"
            name: "吴美华"
            place: "桥头村"
            initial: "吴"
            tint: 0
            chosen: true
        }
        ListElement {
            userId: "u2"
            name: "张丽珠"
            place: "咨询师"
            initial: "张"
            tint: 2
            chosen: false
        }
        ListElement {
            userId: "u3"
            name: "郑志强"
            place: "示例镇"
            initial: "郑"
            tint: 1
            chosen: false
        }
    }

    function choose(userId: string): void {
        unlock.ask("choose " + userId);
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: work

    property string heading: "暖心家园"
    property string emptyText
    property bool canAdd: true
    property string addLabel: "添一个：暖心家园"
    readonly property ListModel kinds: ListModel {
        ListElement {
            kind: "care_package_batch"
            label: "暖心包"
            line: ""
            iconName: "gift"
            chosen: false
        }
        ListElement {
            kind: "policy"
            label: "保险"
            line: "2"
            iconName: "umbrella"
            chosen: false
        }
        ListElement {
            kind: "warm_home"
            label: "暖心家园"
            line: "2"
            iconName: "house"
            chosen: true
        }
        ListElement {
            kind: "vol_team"
            label: "志愿者队伍"
            line: "1"
            iconName: "people"
            chosen: false
        }
        ListElement {
            kind: "training"
            label: "培训"
            line: ""
            iconName: "book"
            chosen: false
        }
        ListElement {
            kind: "supervision"
            label: "督导"
            line: ""
            iconName: "eye"
            chosen: false
        }
        ListElement {
            kind: "policy_doc"
            label: "政策文件"
            line: "5"
            iconName: "doc"
            chosen: false
        }
    }
    readonly property ListModel records: ListModel {
        ListElement {
            recordId: "h1"
            heading: "示例社区暖心家园"
            line: "运行"
            iconName: "house"
        }
        ListElement {
            recordId: "h2"
            heading: "桥头村暖心家园"
            line: "筹建"
            iconName: "house"
        }
    }

    function choose(kind: string): void {
        work.ask("choose " + kind);
    }
    function add(): void {
        work.ask("add");
    }
    function open(recordId: string): void {
        work.ask("open " + recordId);
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: crisis

    property string startedText
    property bool canStart: true
    readonly property ListModel telephones: ListModel {
        ListElement {
            name: "急救"
            number: "120"
            line: "有危险，先打这个"
            strong: true
        }
        ListElement {
            name: "报警"
            number: "110"
            line: ""
            strong: false
        }
        ListElement {
            name: "心理热线，24小时"
            number: "12356"
            line: "打不通：0591-85666661"
            strong: false
        }
        ListElement {
            name: "火警、救援"
            number: "119"
            line: ""
            strong: false
        }
        ListElement {
            name: "示例镇值班"
            number: "199 0000 0900"
            line: ""
            strong: false
        }
        ListElement {
            name: "县计生协值班"
            number: "199 0000 0901"
            line: ""
            strong: false
        }
    }
    readonly property ListModel checks: ListModel {
        ListElement {
            checkId: "1"
            heading: "陪着，不要留他一个人"
            line: "坐近一点，声音放慢"
            timeText: "09:06"
            done: true
        }
        ListElement {
            checkId: "2"
            heading: "把药、农药、刀具拿远"
            line: "请一位邻居或家人帮忙"
            timeText: "09:08"
            done: true
        }
        ListElement {
            checkId: "3"
            heading: "打120或110"
            line: "说清地址和情况"
            timeText: ""
            done: false
        }
        ListElement {
            checkId: "4"
            heading: "告诉乡镇值班"
            line: "请他们一起过来"
            timeText: ""
            done: false
        }
        ListElement {
            checkId: "5"
            heading: "请一位熟悉的家人来"
            line: "问他想让谁来"
            timeText: ""
            done: false
        }
    }

    function toggleCheck(checkId: string): void {
        crisis.ask("check " + checkId);
    }
    function start(): void {
        crisis.ask("start");
    }
    function call(row: int): void {
        crisis.ask("call " + row);
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: attendance

    property string heading: "重阳茶话"
    property string line: "10月18日·交流联谊·已发布"
    property string countText: "来了3位"
    property string emptyText
    property string moreText
    property string filter
    property int guests: 2
    property bool canSave: true
    property bool canEdit: true
    readonly property ListModel people: ListModel {
        ListElement {
            personId: "p1"
            name: "林秀英"
            line: "桥头村"
            initial: "林"
            tint: 0
            ticked: true
            noted: true
            fixed: false
        }
        ListElement {
            personId: "p2"
            name: "陈金水"
            line: "林阿姨家·桥头村"
            initial: "陈"
            tint: 0
            ticked: true
            noted: false
            fixed: false
        }
        ListElement {
            personId: "p3"
            name: "黄月娥"
            line: "上厝村"
            initial: "黄"
            tint: 0
            ticked: false
            noted: false
            fixed: false
        }
        ListElement {
            personId: "p4"
            name: "雷建国"
            line: "桥头村"
            initial: "雷"
            tint: 0
            ticked: false
            noted: false
            fixed: false
        }
        ListElement {
            personId: "p5"
            name: "蓝美玉"
            line: "雷伯伯家·桥头村"
            initial: "蓝"
            tint: 0
            ticked: true
            noted: false
            fixed: false
        }
        ListElement {
            personId: "p6"
            name: "欧阳淑贞"
            line: "溪尾村"
            initial: "欧"
            tint: 0
            ticked: false
            noted: false
            fixed: false
        }
    }

    function toggle(id: string): void {
        attendance.ask("toggle " + id);
    }
    function addGuests(more: int): void {
        attendance.ask("guests " + more);
    }
    function save(): void {
        attendance.ask("save");
    }
    function edit(): void {
        attendance.ask("edit");
    }
    function fill(): void {
        for (let i = 0; i < 60; ++i)
            attendance.people.append({
                    "personId": "x" + i,
                    "name": "很长的名字要换行" + i,
                    "line": "很远的村子",
                    "initial": "很",
                    "tint": 0,
                    "ticked": i % 3 === 0,
                    "noted": false
                });
        attendance.moreText = "还有24位，写名字就找得到";
    }
}

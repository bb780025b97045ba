// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: handover

    property string leadText: "吴美华交给许碧云"
    property string emptyText
    property string openText: "现在要做的2件·还开着的1样"
    property string note
    property string handLabel: "交接2家"
    property bool canHand: true
    property string movingText
    property string movePlace
    property string moveAddress
    property bool canMove: false
    property string moveLine: "整份档案一起转到上厝村，走访和材料都跟着去"
    property string moveLabel: "连档案一起转过去"
    readonly property ListModel places: ListModel {
        ListElement {
            code: "350128001202"
            label: "上厝村"
            chosen: true
        }
        ListElement {
            code: "350128002201"
            label: "上厝社区"
            chosen: false
        }
    }
    readonly property ListModel leaving: ListModel {
        ListElement {
            userId: "u1"
            label: "吴美华，3家"
            chosen: true
        }
        ListElement {
            userId: "u2"
            label: "雷金土，1家"
            chosen: false
        }
    }
    readonly property ListModel families: ListModel {
        ListElement {
            familyId: "f1"
            heading: "林阿姨"
            line: "桥头村"
            chosen: true
        }
        ListElement {
            familyId: "f2"
            heading: "陈叔"
            line: "桥头村"
            chosen: true
        }
        ListElement {
            familyId: "f3"
            heading: "黄伯"
            line: "桥头村"
            chosen: false
        }
    }
    readonly property ListModel coming: ListModel {
        ListElement {
            userId: "u3"
            label: "许碧云·上厝村"
            chosen: true
        }
        ListElement {
            userId: "u4"
            label: "钟惠珍·茶坪村"
            chosen: false
        }
    }

    function chooseLeaving(userId: string): void {
        handover.ask("leaving " + userId);
    }
    function chooseComing(userId: string): void {
        handover.ask("coming " + userId);
    }
    function toggle(familyId: string): void {
        handover.ask("toggle " + familyId);
    }
    function hand(): void {
        handover.ask("hand");
    }
    function choosePlace(code: string): void {
        handover.ask("place " + code);
    }
    function move(): void {
        handover.ask("move");
    }
}

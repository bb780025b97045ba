// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: same

    property bool hasPair: true
    property string queueText: "还有2对"
    property string reasonText: "因为名字听起来一样、电话一样"
    property string emptyText
    readonly property ListModel sides: ListModel {
        ListElement {
            sideId: "f1"
            tag: "先建的那份"
            stays: true
            name: "林秀英"
            place: "桥头村"
            initial: "林"
            tint: 0
            facts: [
                ListElement {
                    label: "家里人"
                    value: "林秀英、陈金水"
                    same: false
                },
                ListElement {
                    label: "生日"
                    value: "1958年9月30日"
                    same: true
                },
                ListElement {
                    label: "身份证号"
                    value: "3599**********0021"
                    same: false
                },
                ListElement {
                    label: "电话"
                    value: "199 0000 0012"
                    same: true
                },
                ListElement {
                    label: "住处"
                    value: "示例镇桥头村一组12号"
                    same: false
                },
                ListElement {
                    label: "记过"
                    value: "走访5次，2023年4月2日建档"
                    same: false
                }
            ]
            accessibleText: "先建的那份 林秀英 桥头村"
        }
        ListElement {
            sideId: "f2"
            tag: "后建的那份"
            stays: false
            name: "林绣瑛"
            place: "桥头村"
            initial: "林"
            tint: 2
            facts: [
                ListElement {
                    label: "家里人"
                    value: "林绣瑛"
                    same: false
                },
                ListElement {
                    label: "生日"
                    value: "1958年9月30日"
                    same: true
                },
                ListElement {
                    label: "身份证号"
                    value: ""
                    same: false
                },
                ListElement {
                    label: "电话"
                    value: "199 0000 0012"
                    same: true
                },
                ListElement {
                    label: "住处"
                    value: "桥头一组，村口榕树右拐第三家"
                    same: false
                },
                ListElement {
                    label: "记过"
                    value: "走访1次，2026年10月14日建档"
                    same: false
                }
            ]
            accessibleText: "后建的那份 林绣瑛 桥头村"
        }
    }
    readonly property ListModel decided: ListModel {
        ListElement {
            pairId: "f3/f4"
            heading: "吴美华和吴美花"
            line: "现在是一家，两份都留着"
            actionLabel: "分开"
        }
    }

    function join(): void {
        same.ask("join");
    }
    function apart(): void {
        same.ask("apart");
    }
    function later(): void {
        same.ask("later");
    }
    function openSide(sideId: string): void {
        same.ask("open " + sideId);
    }
    function takeBack(pairId: string): void {
        same.ask("takeBack " + pairId);
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: sum

    property string line: "林阿姨·住院"
    property string keepLabel: "记到这次理赔里"
    property bool canKeep: true
    property string papersLine: "还差5样"
    property bool canTick: true
    readonly property ListModel groups: ListModel {
        Component.onCompleted: {
            append({
                    "groupId": "stay",
                    "label": "住院",
                    "line": "",
                    "folds": false,
                    "open": true,
                    "items": [sum.input(13, "哪天住的院", "2026年3月1日", "", "", true), sum.input(14, "哪天出的院", "2026年3月8日", "", "", true), sum.input(17, "其中重症监护几天", "3", "天", "", false)]
                });
            append({
                    "groupId": "terms",
                    "label": "保单怎么说",
                    "line": "每天补多少 100元·重症监护每天补 300元·一年最多几天 90天",
                    "folds": true,
                    "open": false,
                    "items": [sum.input(20, "每天补多少", "100", "元", "保单里写的", false)]
                });
            append({
                    "groupId": "bills",
                    "label": "医保之外",
                    "line": "",
                    "folds": false,
                    "open": true,
                    "items": [sum.input(18, "医保报了多少", "8450", "元", "", false), sum.input(19, "自己付了多少", "2900", "元", "", false), sum.input(25, "补充报销比例", "40", "%", "本地是这样", false)]
                });
        }
    }
    readonly property ListModel sums: ListModel {
        Component.onCompleted: {
            append({
                    "sumId": "care",
                    "label": "住院护理补贴险",
                    "amountText": "约1300元",
                    "missingText": "",
                    "steps": [sum.row("住院", "3月1日到3月8日，7天（出院那天不算）"), sum.row("一年最多", "90天"), sum.row("可以算", "7天"), sum.row("平常病房", "4天，每天100元"), sum.row("重症监护", "3天，每天300元")]
                });
            append({
                    "sumId": "supplement",
                    "label": "住院医疗补充险",
                    "amountText": "约2900元",
                    "missingText": "",
                    "steps": [sum.row("医保报了", "8450元"), sum.row("再补其中的", "40%"), sum.row("自己付了", "2900元，补的不超过它")]
                });
        }
    }
    readonly property ListModel notes: ListModel {
        ListElement {
            line: "保单说的是二级以上的医院，问问公司"
        }
    }
    readonly property ListModel papers: ListModel {
        ListElement {
            code: 1
            label: "出院小结"
            done: true
        }
        ListElement {
            code: 2
            label: "发票"
            done: true
        }
        ListElement {
            code: 3
            label: "费用清单"
            done: false
        }
        ListElement {
            code: 4
            label: "身份证"
            done: false
        }
        ListElement {
            code: 5
            label: "银行卡"
            done: false
        }
        ListElement {
            code: 6
            label: "关系证明"
            done: false
        }
        ListElement {
            code: 7
            label: "理赔申请书"
            done: false
        }
    }

    // A family of which nothing is known yet.
    function showNew(): void {
        sum.line = "林阿姨";
        sum.keepLabel = "记一次理赔";
        sum.papersLine = "记下理赔后，可以一样一样打勾";
        sum.canTick = false;
        sum.sums.clear();
        sum.sums.append({
                "sumId": "care",
                "label": "住院护理补贴险",
                "amountText": "",
                "missingText": "填上哪天来、哪天走，就能算",
                "steps": []
            });
        sum.groups.remove(2);
        sum.groups.setProperty(1, "folds", false);
        sum.groups.setProperty(1, "open", true);
        for (let i = 0; i < papers.count; ++i)
            papers.setProperty(i, "done", false);
        sum.notes.clear();
    }
    function input(key: int, label: string, value: string, unit: string, sourceText: string, isDay: bool): var {
        return {
            "key": key,
            "label": label,
            "value": value,
            "unit": unit,
            "sourceText": sourceText,
            "troubleText": "",
            "isDay": isDay,
            "readOnly": false
        };
    }
    function row(label: string, line: string): var {
        return {
            "label": label,
            "line": line
        };
    }
    function edit(key: int, text: string): void {
        sum.ask("edit " + key + " " + text);
    }
    function leave(key: int): void {
        sum.ask("leave " + key);
    }
    function step(key: int, delta: int): void {
        sum.ask("step " + key + " " + delta);
    }
    function toggleGroup(groupId: string): void {
        sum.ask("group " + groupId);
    }
    function tick(code: int): void {
        sum.ask("tick " + code);
    }
    function keep(): void {
        sum.ask("keep");
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: allowance

    property string line: "林阿姨·桥头村"
    property string stateText: "未纳入"
    property string raiseText: "2022年7月起，省里每人每月多给140元"
    property string emptyText
    readonly property ListModel people: ListModel {
        Component.onCompleted: {
            append({
                    "personId": "p1",
                    "name": "林秀英",
                    "line": "48岁",
                    "outlookText": "年纪还没到",
                    "fits": false,
                    "nextText": "2027年5月3日满49岁，2月2日起会在今天页提醒",
                    "items": [allowance.item(0, "1933年1月1日以后出生", "对得上", true, false), allowance.item(1, "满49岁", "还没到", false, false), allowance.item(2, "光荣证，或者镇里的证明", "问一问", false, true), allowance.item(3, "只生育或收养过一个孩子", "对得上", true, false), allowance.item(4, "孩子去世，或者有三级以上的助残证", "对得上", true, false), allowance.item(5, "户口在本县", "对得上", true, false)]
                });
            append({
                    "personId": "p2",
                    "name": "陈金水",
                    "line": "52岁",
                    "outlookText": "还要问清几样",
                    "fits": false,
                    "nextText": "问清2样，就能多说一点",
                    "items": [allowance.item(0, "1933年1月1日以后出生", "对得上", true, false), allowance.item(1, "女方满49岁", "问一问", false, true), allowance.item(2, "光荣证，或者镇里的证明", "问一问", false, true), allowance.item(3, "只生育或收养过一个孩子", "对得上", true, false), allowance.item(4, "孩子去世，或者有三级以上的助残证", "对得上", true, false), allowance.item(5, "户口在本县", "对得上", true, false)]
                });
        }
    }
    readonly property ListModel benefits: ListModel {
        ListElement {
            benefitId: "eligibility.accident_insurance"
            label: "家庭意外险"
            line: "记过了"
            iconName: "umbrella"
            canOpen: true
        }
        ListElement {
            benefitId: "eligibility.hospital_care"
            label: "住院护理补贴险"
            line: "还没有记"
            iconName: "umbrella"
            canOpen: true
        }
    }

    function item(item: int, label: string, stateText: string, have: bool, open: bool): var {
        return {
            "item": item,
            "label": label,
            "stateText": stateText,
            "have": have,
            "open": open
        };
    }
    function answer(personId: string, item: int): void {
        allowance.ask("answer " + personId + " " + item);
    }
    function openBenefit(benefitId: string): void {
        allowance.ask("benefit " + benefitId);
    }
}

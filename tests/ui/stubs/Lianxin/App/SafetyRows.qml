// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The safety questions with a decision made: what to do and whom to call beside it.
pragma ComponentBehavior: Bound
import QtQml

QtObject {
    function rows(choices: var): var {
        return [{
                "key": 31,
                "control": "options",
                "label": "因为什么",
                "mark": "要写",
                "options": choices("量表 谈话 家属邻里反映 特别日子 走访时看到 好几次没联系上", [1]),
                "optionColumns": 3
            }, {
                "key": 32,
                "control": "options",
                "label": "有没有想过不活",
                "mark": "要写",
                "options": choices("没有 想过不如不在 想过，没想怎么做 想过怎么做 有这个打算 有打算也有办法", [4]),
                "optionColumns": 2
            }, {
                "key": 33,
                "control": "options",
                "label": "有没有试过",
                "mark": "要写",
                "options": choices("没有 三个月以前 近三个月", [1]),
                "optionColumns": 3
            }, {
                "key": 34,
                "control": "chips",
                "label": "身边有没有",
                "mark": "可不填",
                "options": choices("没有 农药 药物 高处 其他", [2])
            }, {
                "key": 20000002,
                "control": "heading",
                "label": "您来定",
                "column": 1
            }, {
                "key": 38,
                "control": "options",
                "label": "您定的级别",
                "mark": "要写",
                "options": choices("没有 低 中 高 紧急", [4]),
                "optionColumns": 3,
                "noteText": "照回答看：中。您来定",
                "column": 1
            }, {
                "key": 40000038,
                "control": "note",
                "label": "今天就陪着去精神心理科，不要留他一个人。写安全计划，打电话告诉督导，24小时内再看一次。",
                "iconName": "note",
                "look": "clay",
                "column": 1
            }, {
                "key": 50000000,
                "control": "call",
                "label": "急救",
                "value": "120",
                "hint": "有危险，先打这个",
                "column": 1
            }, {
                "key": 50000001,
                "control": "call",
                "label": "示例镇值班",
                "value": "199 0000 0900",
                "column": 1
            }, {
                "key": 50000002,
                "control": "call",
                "label": "心理热线，24小时",
                "value": "12356",
                "hint": "打不通：0591-85666661",
                "column": 1
            }, {
                "key": 39,
                "control": "longText",
                "label": "为什么这样定",
                "mark": "要写",
                "hint": "和照回答算的不一样时，写一句",
                "column": 1
            }, {
                "key": 40,
                "control": "chips",
                "label": "做了什么",
                "mark": "可不填",
                "options": choices("陪着 收好药和农药 当天送医 做了安全计划 打电话告诉督导或乡镇 请家人来 给了热线12356", [1, 2]),
                "column": 1
            }];
    }
}

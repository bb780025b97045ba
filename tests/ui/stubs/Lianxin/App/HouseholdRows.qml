// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml

// The rows of a family's own form: every kind of control once.
QtObject {
    function rows(choices: var): var {
        return [{
                "key": 1,
                "control": "heading",
                "label": "住在哪儿"
            }, {
                "key": 41,
                "control": "text",
                "label": "住址",
                "mark": "要写",
                "hint": "村、组、门牌",
                "errorText": "还没有写"
            }, {
                "key": 42,
                "control": "text",
                "label": "怎么走",
                "mark": "可不填",
                "value": "村口榕树右拐第三家"
            }, {
                "key": 43,
                "control": "phone",
                "label": "电话",
                "mark": "可不填",
                "value": "199 0000 001",
                "errorText": "少一位，再看看"
            }, {
                "key": 44,
                "control": "chips",
                "label": "方便的时候",
                "options": choices("上午 下午 晚上 周末", [1])
            }, {
                "key": 45,
                "control": "options",
                "label": "接触意愿",
                "mark": "要写",
                "options": choices("欢迎上门 先打电话 只打电话 只参加活动 暂不联系 由亲友转达", [2]),
                "optionColumns": 2,
                "column": 1,
                "noteText": "对方想安静一阵，我们10月28日再问候"
            }, {
                "key": 46,
                "control": "date",
                "label": "纳入年月",
                "mark": "可不填",
                "value": "2019年3月",
                "options": choices("今天 昨天", []),
                "column": 1
            }, {
                "key": 47,
                "control": "money",
                "label": "每月补助",
                "unit": "元",
                "value": "450",
                "column": 1
            }, {
                "key": 48,
                "control": "switch",
                "label": "可以送慰问品",
                "checked": true,
                "column": 1
            }, {
                "key": 49,
                "control": "ref",
                "label": "村联系人",
                "hint": "姓名或拼音",
                "value": "吴",
                "options": choices("吴美华 吴金水", [1]),
                "column": 1
            }, {
                "key": 50,
                "control": "readonly",
                "label": "档案编号",
                "value": "省里收到后给编号",
                "column": 1
            }, {
                "key": 92,
                "control": "section",
                "label": "工作信息",
                "hint": "类别、证号、特扶",
                "column": 1
            }];
    }
}

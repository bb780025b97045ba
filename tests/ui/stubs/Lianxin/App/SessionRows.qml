// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A counselling session that is nearly written.
pragma ComponentBehavior: Bound
import QtQml

QtObject {
    function rows(choices: var): var {
        return [{
                "key": 31,
                "control": "longText",
                "look": "card",
                "badge": "S",
                "label": "主述",
                "mark": "尽量用原话",
                "value": "“夜里还是三点醒，醒了就去看菜园。”说妹妹来住两天，屋里有声音，睡得好一些。提到快过节，想早点过完。"
            }, {
                "key": 32,
                "control": "longText",
                "look": "card",
                "badge": "O",
                "label": "观察",
                "mark": "神情、言谈",
                "value": "坐在门口择菜，见面先倒茶。说话慢，声音比上次亮。说到过节时低头一会儿，之后自己接着讲。",
                "column": 1
            }, {
                "key": 33,
                "control": "longText",
                "look": "card",
                "badge": "A",
                "label": "评估",
                "value": "睡眠有好转，仍早醒。节日前后情绪起伏，自己有办法应对：菜园、妹妹。"
            }, {
                "key": 34,
                "control": "longText",
                "look": "card",
                "badge": "P",
                "label": "计划",
                "mark": "做了什么，下次约定",
                "value": "一起把节前几天排了一遍。下次10月28日上午，聊聊妹妹来过节的事。",
                "column": 1
            }, {
                "key": 35,
                "control": "longText",
                "look": "inset",
                "label": "可共享摘要",
                "mark": "联系人只看得到这一段",
                "iconName": "eye",
                "counterText": "41 / 200",
                "lines": 3,
                "value": "睡得好些了。过节前几天多打个电话，听她讲菜园就好，不用劝。下次10月28日上午。",
                "column": 2
            }, {
                "key": 36,
                "control": "chips",
                "label": "方法",
                "options": choices("倾听陪伴 放松训练 认知梳理", [1, 2]),
                "column": 2
            }, {
                "key": 37,
                "control": "options",
                "look": "question",
                "label": "今天有没有担心安全",
                "mark": "最后一问，两个都可以放心选",
                "options": choices("没有 有", []),
                "optionColumns": 2,
                "column": 2
            }];
    }
}

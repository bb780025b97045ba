// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml

// Rows that hands fill: a signature and a picture, a place, the number of a card.
QtObject {
    function rows(): var {
        return [{
                "key": 20,
                "control": "attach",
                "label": "签字、照片（可以不留）",
                "mark": "",
                "options": [{
                        "code": 4,
                        "label": "签个字",
                        "iconName": "pen",
                        "chosen": false
                    }, {
                        "code": 1,
                        "label": "拍张照片",
                        "iconName": "camera",
                        "chosen": false
                    }],
                "pictures": [{
                        "attachmentId": "a1",
                        "picture": "seen",
                        "iconName": "camera",
                        "label": "照片",
                        "accessibleText": "照片，修好的门"
                    }]
            }, {
                "key": 37,
                "control": "place",
                "label": "位置",
                "mark": "可不填",
                "value": "北纬25.50316°·东经119.78943°"
            }, {
                "key": 38,
                "control": "place",
                "label": "另一处",
                "mark": "可不填"
            }, {
                "key": 10,
                "control": "scan",
                "label": "证号",
                "mark": "要写",
                "value": "FJ000123"
            }];
    }
}

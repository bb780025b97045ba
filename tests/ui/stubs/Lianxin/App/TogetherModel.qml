// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    property bool open: false
    property string greeting: "天凉了，添件衣服。"
    property string homeAddress: "桥头村党群服务中心一楼"
    property string homeHours: "每天 8:30—17:00"
    property string homePhone: "199 0000 0701"
    property string handBackText: "看好了，交还给美华"
    readonly property ListModel activities: ListModel {
        ListElement {
            dayText: "10月18日"
            label: "重阳茶话，9:30"
        }
        ListElement {
            dayText: "10月25日"
            label: "义诊体检，8:30"
        }
    }
    readonly property ListModel telephones: ListModel {
        ListElement {
            name: "急救"
            number: "120"
        }
        ListElement {
            name: "报警"
            number: "110"
        }
        ListElement {
            name: "心理热线，24小时"
            number: "12356"
        }
    }
}

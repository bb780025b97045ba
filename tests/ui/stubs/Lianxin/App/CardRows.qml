// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

ListModel {
    ListElement {
        familyId: "f1"
        name: "林阿姨"
        subtitle: "林秀英·桥头村一组"
        initial: "林"
        tint: 0
        reason: "重阳前去看看"
        reasonLine: "还有4天，这个月也还没联系"
        notes: [
            ListElement {
                iconName: "clock"
                line: "上午方便，先打个电话"
            },
            ListElement {
                iconName: "note"
                line: "不提孩子名字，不拍照"
            }
        ]
        memoryWhen: "上次 9月16日 上门"
        memoryText: "精神不错，在晒菜干。膝盖疼，上下楼慢。"
        actionIcon: "phone"
        actionLabel: "先打个电话"
        actionPrimary: true
        canExplain: true
        accessibleText: "林阿姨，重阳前去看看，还有4天，按钮：先打个电话"
    }
    ListElement {
        familyId: "f2"
        name: "陈叔叔"
        subtitle: "陈建国、黄丽珠·桥头村"
        initial: "陈"
        tint: 1
        reason: "这几天多留意"
        reasonLine: "打个电话就好，不用特意上门"
        notes: [
            ListElement {
                iconName: "clock"
                line: "晚饭后在家"
            },
            ListElement {
                iconName: "chat"
                line: "爱聊种茶的事"
            }
        ]
        memoryWhen: "上次 10月2日 电话"
        memoryText: "聊了秋茶。黄阿姨夜里睡得浅。"
        actionIcon: "phone"
        actionLabel: "打个电话"
        actionPrimary: false
        canExplain: true
        accessibleText: "陈叔叔，这几天多留意，按钮：打个电话"
    }
    ListElement {
        familyId: "f3"
        name: "蓝伯伯"
        subtitle: "蓝金水·桥头村四组"
        initial: "蓝"
        tint: 3
        reason: "还差一句话"
        reasonLine: "昨天去过，写到一半，都留着"
        notes: [
            ListElement {
                iconName: "clock"
                line: "什么时候都行"
            },
            ListElement {
                iconName: "path"
                line: "晒谷场往上，红砖那家"
            }
        ]
        memoryWhen: "昨天 10月13日 上门"
        memoryText: "血压药快吃完了，还有……"
        actionIcon: "pen"
        actionLabel: "接着写完"
        actionPrimary: false
        canExplain: false
        accessibleText: "蓝伯伯，还差一句话，按钮：接着写完"
    }
}

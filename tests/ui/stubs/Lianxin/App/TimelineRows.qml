// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

ListModel {
    ListElement {
        entryId: "e1"
        heading: "9月16日 上门"
        byline: "吴美华·见到本人"
        body: "精神不错，在晒菜干。膝盖疼，上下楼慢。约了陪去卫生院。"
        iconName: "door"
        tone: "visit"
        lockedText: ""
        placeText: ""
        isDraft: false
        canOpen: true
        accessibleText: "9月16日 上门"
        pictures: [
            ListElement {
                attachmentId: "a1"
                picture: "seen"
                iconName: "camera"
                label: "照片"
                accessibleText: "照片，院子里的菜干"
            },
            ListElement {
                attachmentId: "a2"
                picture: ""
                iconName: "mic"
                label: "0:18"
                accessibleText: "录音，0:18"
            }
        ]
    }
    ListElement {
        entryId: "e2"
        heading: "9月10日 心理辅导 第6次"
        byline: "张丽珠·50分钟"
        body: ""
        iconName: "chat"
        tone: "counsel"
        lockedText: "内容只给咨询师看。给您的话：睡得好些了，多听她讲菜园。"
        placeText: ""
        isDraft: false
        canOpen: false
        accessibleText: "9月10日 心理辅导 第6次，内容只给咨询师看"
        pictures: []
    }
    ListElement {
        entryId: "e3"
        heading: "9月3日 电话"
        byline: "吴美华·接通"
        body: "妹妹来住了两天，一起做了豆腐。"
        iconName: "phone"
        tone: "plain"
        lockedText: ""
        placeText: ""
        isDraft: false
        canOpen: true
        accessibleText: "9月3日 电话"
        pictures: []
    }
    ListElement {
        entryId: "e4"
        heading: "8月20日 夏季清凉包"
        byline: "吴美华·本人签收"
        body: "蚊香、毛巾、藿香正气水，各一份。"
        iconName: "box"
        tone: "plain"
        lockedText: ""
        placeText: ""
        isDraft: false
        canOpen: false
        accessibleText: "8月20日 夏季清凉包"
        pictures: []
    }
    ListElement {
        entryId: "e5"
        heading: "8月6日 住院护理险"
        byline: "郑志强·已赔付"
        body: "住院7天，补贴700元，已到账。"
        iconName: "umbrella"
        tone: "plain"
        lockedText: ""
        placeText: ""
        isDraft: false
        canOpen: false
        accessibleText: "8月6日 住院护理险"
        pictures: []
    }
    ListElement {
        entryId: "e6"
        heading: "7月19日 台风前转移"
        byline: "吴美华、郑志强·当晚安顿好"
        body: "住到妹妹家两晚，药和证件都带着。"
        iconName: "sos"
        tone: "plain"
        lockedText: ""
        placeText: ""
        isDraft: false
        canOpen: true
        accessibleText: "7月19日 台风前转移"
        pictures: []
    }
}

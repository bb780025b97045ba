// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: saved

    property string whenText: "今天 10:20 上门"
    property string byline: "吴美华·7天内可改"
    property string body: "见到林阿姨。有些低落，身体有变化。\n膝盖还是疼，想下周去卫生院看看。菜园里种了萝卜。"
    property string iconName: "door"
    property int place: 0
    property string placeText: "有网时自动传"
    property bool canEdit: true
    readonly property ListModel tags: ListModel {
        ListElement {
            label: "看病就医"
        }
        ListElement {
            label: "重阳探望，已到"
        }
    }
    readonly property ListModel earlier: ListModel {
        ListElement {
            entryId: "e1"
            heading: "9月16日 上门"
            byline: "吴美华·见到本人"
            body: "精神不错，在晒菜干。膝盖疼，上下楼慢。"
            iconName: "door"
            tone: "visit"
            lockedText: ""
            placeText: ""
            isDraft: false
            canOpen: true
            accessibleText: "9月16日 上门"
            pictures: []
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
            accessibleText: "9月10日 心理辅导"
            pictures: []
        }
    }
    readonly property ListModel suggestions: ListModel {
        ListElement {
            suggestionId: "s1"
            heading: "10月21日陪去卫生院"
            line: "她说想下周去，上午方便"
            iconName: "today"
            actionLabel: "放进日子里"
        }
        ListElement {
            suggestionId: "s2"
            heading: "请镇里帮忙挂号"
            line: "看病就医，可以一起办"
            iconName: "transfer"
            actionLabel: "转给镇里"
        }
        ListElement {
            suggestionId: "s3"
            heading: "三天后打个电话"
            line: "有些低落的时候，多问一声"
            iconName: "phone"
            actionLabel: "记着提醒我"
        }
    }

    function accept(suggestionId: string): void {
        saved.ask("accept " + suggestionId);
    }
    function dismiss(suggestionId: string): void {
        saved.ask("dismiss " + suggestionId);
    }
    function edit(): void {
        saved.ask("edit");
    }
}

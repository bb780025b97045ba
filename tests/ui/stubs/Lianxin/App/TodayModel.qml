// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: today

    enum Layout {
        Empty,
        Cards,
        Rows,
        Reading
    }

    property string dateText: "10月14日 周三·农历九月初五"
    property string greeting: "上午好，美华"
    property int layout: TodayModel.Cards
    property string syncText: "3条待传，有网时自动传"
    property string syncIcon: "cloudup"
    property string aheadText: "往后看：10月29日 陪林阿姨复查"
    property string lookText
    property string draftText
    property string moreText
    property string readingText: "正在翻看10,023户的情况，稍等一下"
    property int percentRead: 45
    readonly property ListModel cards: CardRows {
    }
    readonly property ListModel quickCalls: ListModel {
        ListElement {
            familyId: "f1"
            name: "林阿姨"
            line: "10月21日 陪诊"
            initial: "林"
            tint: 0
            accessibleText: "林阿姨，10月21日 陪诊"
        }
        ListElement {
            familyId: "f2"
            name: "陈叔叔"
            line: "10月14日 电话"
            initial: "陈"
            tint: 1
            accessibleText: "陈叔叔，10月14日 电话"
        }
        ListElement {
            familyId: "f3"
            name: "蓝伯伯"
            line: "10月13日 上门"
            initial: "蓝"
            tint: 3
            accessibleText: "蓝伯伯，10月13日 上门"
        }
    }
    readonly property ListModel followUps: ListModel {
        ListElement {
            followId: "n1"
            heading: "卫生间扶手"
            line: "林阿姨·镇里在办"
            iconName: "transfer"
        }
        ListElement {
            followId: "n2"
            heading: "住院险理赔"
            line: "陈叔叔·材料3份还差1份"
            iconName: "umbrella"
        }
    }

    function showMore(): void {
        today.ask("more");
    }
    function act(familyId: string): void {
        today.ask("act " + familyId);
    }
    function open(familyId: string): void {
        today.ask("open " + familyId);
    }
    function call(familyId: string): void {
        today.ask("call " + familyId);
    }
    function explain(familyId: string): void {
        today.ask("explain " + familyId);
    }
    function openFollowUp(followId: string): void {
        today.ask("follow " + followId);
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: received

    property string heading: "今天收到"
    property string countText: "10月14日·5台平板来过"
    property string emptyText: "今天还没有平板来过"
    property string lookHeading: "要您看的，3处"
    property string sentText: "32条已送到省里，3条还在路上"
    property string weatherText
    readonly property ListModel weather: ListModel {
        ListElement {
            code: 1
            label: "台风"
            chosen: false
        }
        ListElement {
            code: 2
            label: "暴雨"
            chosen: false
        }
        ListElement {
            code: 3
            label: "寒潮"
            chosen: false
        }
        ListElement {
            code: 4
            label: "高温"
            chosen: false
        }
    }
    readonly property ListModel villages: ListModel {
        ListElement {
            name: "桥头村"
            line: "吴美华·09:12"
            initial: "吴"
            tint: 0
            newText: "6"
            changedText: "2"
            stateText: "要看1处"
            needsLook: true
            accessibleText: "桥头村，要看1处"
        }
        ListElement {
            name: "上厝村"
            line: "许碧云·09:40"
            initial: "许"
            tint: 2
            newText: "11"
            changedText: "0"
            stateText: "要看1处"
            needsLook: true
            accessibleText: "上厝村，要看1处"
        }
        ListElement {
            name: "岭下村"
            line: "雷金土·13:30"
            initial: "雷"
            tint: 1
            newText: "9"
            changedText: "3"
            stateText: "都收好"
            needsLook: false
            accessibleText: "岭下村，都收好"
        }
    }
    readonly property ListModel looks: ListModel {
        ListElement {
            lookId: "1"
            heading: "林阿姨的电话"
            line: "吴美华和您都改过，看看哪个对"
            iconName: "phone"
            primary: true
        }
        ListElement {
            lookId: "2"
            heading: "像是同一次走访"
            line: "上厝村连家，两个人都记了"
            iconName: "merge"
            primary: false
        }
        ListElement {
            lookId: "3"
            heading: "换联系人"
            line: "茶坪村李家，钟惠珍交给许碧云"
            iconName: "transfer"
            primary: false
        }
    }

    readonly property ListModel quiet: ListModel {
        ListElement {
            colleagueId: "q1"
            heading: "溪口村9天没有新的记录"
            line: "邱美珠·问一声就好，不着急"
            canAsk: true
        }
    }

    property string newcomersHeading: "有2家到您这边来了"
    readonly property ListModel newcomers: ListModel {
        ListElement {
            familyId: "n1"
            heading: "林阿姨，搬到桥头村来了"
            line: "档案一起跟过来了·14:20"
            iconName: "house"
        }
        ListElement {
            familyId: "n2"
            heading: "陈伯，以后由您联系"
            line: "吴美华转给您的·09:12"
            iconName: "transfer"
        }
    }

    function openFamily(familyId: string): void {
        received.ask("family " + familyId);
    }
    function askAfter(colleagueId: string): void {
        received.ask("after " + colleagueId);
    }
    function callWeather(kind: int): void {
        received.ask("weather " + kind);
    }
    function look(lookId: string): void {
        received.ask("look " + lookId);
    }
    function putAside(lookId: string): void {
        received.ask("aside " + lookId);
    }
}

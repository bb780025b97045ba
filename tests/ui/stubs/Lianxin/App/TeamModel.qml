// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: team

    property string teamId: "t1"
    property string heading: "桥头暖心志愿队"
    property string line: "综合·桥头暖心家园·桥头村"
    property string leaderText: "邱美珠，带队"
    property string leaderPhone: "199 0000 0711"
    property string sumText: "这个月6次，走到4家"
    property string emptyText
    property string volunteersText
    property string servicesText
    property string familiesText
    property bool canServe: true
    property bool canAdd: true
    property bool canEdit: true
    property bool asking: false
    property string filter
    readonly property ListModel volunteers: ListModel {
        ListElement {
            volunteerId: "v1"
            name: "林雪梅"
            line: "聊天陪伴、理发·闽东话"
            initial: "林"
            tint: 0
            stateText: ""
            hasPhone: true
        }
        ListElement {
            volunteerId: "v2"
            name: "陈国强"
            line: "维修、开车"
            initial: "陈"
            tint: 1
            stateText: ""
            hasPhone: true
        }
        ListElement {
            volunteerId: "v3"
            name: "黄丽珍"
            line: "心理、聊天陪伴"
            initial: "黄"
            tint: 2
            stateText: ""
            hasPhone: true
        }
        ListElement {
            volunteerId: "v4"
            name: "吴建平"
            line: "教手机"
            initial: "吴"
            tint: 3
            stateText: "暂停"
            hasPhone: false
        }
    }
    readonly property ListModel services: ListModel {
        ListElement {
            serviceId: "s1"
            dayText: "昨天"
            heading: "林阿姨·陪去看病"
            line: "林雪梅、陈国强"
            atFamily: true
            accessibleText: "昨天·林阿姨·陪去看病·林雪梅、陈国强"
        }
        ListElement {
            serviceId: "s2"
            dayText: "10月12日"
            heading: "黄伯伯·修东西"
            line: "陈国强"
            atFamily: true
            accessibleText: "10月12日·黄伯伯·修东西·陈国强"
        }
        ListElement {
            serviceId: "s3"
            dayText: "10月9日"
            heading: "暖心家园·理发"
            line: "林雪梅"
            atFamily: false
            accessibleText: "10月9日·暖心家园·理发·林雪梅"
        }
        ListElement {
            serviceId: "s4"
            dayText: "10月3日"
            heading: "蓝伯伯·教用手机"
            line: "黄丽珍"
            atFamily: true
            accessibleText: "10月3日·蓝伯伯·教用手机·黄丽珍"
        }
    }
    readonly property ListModel going: ListModel {
        ListElement {
            volunteerId: "v1"
            label: "林雪梅"
            chosen: true
        }
        ListElement {
            volunteerId: "v2"
            label: "陈国强"
            chosen: false
        }
        ListElement {
            volunteerId: "v3"
            label: "黄丽珍"
            chosen: false
        }
    }
    readonly property ListModel families: ListModel {
        ListElement {
            familyId: "f1"
            name: "林阿姨"
            line: "桥头村"
            initial: "林"
            tint: 0
        }
        ListElement {
            familyId: "f2"
            name: "黄伯伯"
            line: "桥头村"
            initial: "黄"
            tint: 2
        }
        ListElement {
            familyId: "f3"
            name: "蓝伯伯"
            line: "上厝村"
            initial: "蓝"
            tint: 3
        }
        ListElement {
            familyId: "f4"
            name: "陈阿姨"
            line: "桥头村"
            initial: "陈"
            tint: 1
        }
    }

    function noteService(): void {
        team.ask("note");
        team.asking = true;
    }
    function toggleGoing(id: string): void {
        team.ask("going " + id);
    }
    function serveFamily(id: string): void {
        team.ask("family " + id);
    }
    function serveElsewhere(): void {
        team.ask("elsewhere");
    }
    function stopAsking(): void {
        team.ask("stop");
        team.asking = false;
    }
    function addVolunteer(): void {
        team.ask("add");
    }
    function openVolunteer(id: string): void {
        team.ask("volunteer " + id);
    }
    function callVolunteer(id: string): void {
        team.ask("call " + id);
    }
    function callLeader(): void {
        team.ask("callLeader");
    }
    function openService(id: string): void {
        team.ask("service " + id);
    }
    function edit(): void {
        team.ask("edit");
    }
    function clearAll(): void {
        team.volunteers.clear();
        team.services.clear();
        team.leaderText = "";
        team.leaderPhone = "";
        team.sumText = "";
        team.volunteersText = "还没有登记志愿者";
        team.servicesText = "还没有记过，去一趟写一句就行";
    }
    function wait(): void {
        team.clearAll();
        team.heading = "";
        team.line = "";
        team.canServe = false;
        team.canAdd = false;
        team.canEdit = false;
        team.emptyText = "正在找，还没有传到这台平板";
    }
    function fill(): void {
        for (let i = 0; i < 40; ++i)
            team.volunteers.append(Object.assign({}, team.volunteers.get(i % 4), {
                        "volunteerId": "x" + i,
                        "name": i === 0 ? "欧阳春水伊丽莎白" : team.volunteers.get(i % 4).name,
                        "line": i % 2 ? "聊天陪伴、心理、医护、法律、理发、维修、开车、教手机、文艺、做饭·闽南话、福州话、莆仙话" : "做饭"
                    }));
        for (let i = 0; i < 8; ++i)
            team.services.append(Object.assign({}, team.services.get(i % 4), {
                        "serviceId": "x" + i,
                        "heading": "林阿姨·做家务、买东西、陪护、帮做帮收帮卖、陪去看病、理发、修东西"
                    }));
    }
}

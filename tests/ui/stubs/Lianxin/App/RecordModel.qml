// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: record

    property string kind: "warm_home"
    property string recordId: "h1"
    property string heading: "示例社区暖心家园"
    property string line: "暖心家园·运行·示例社区"
    property string iconName: "house"
    property string phoneText: "199 0000 0500"
    property bool canEdit: true
    property bool canSum: false
    readonly property ListModel facts: ListModel {
        ListElement {
            label: "级别"
            line: "省级"
        }
        ListElement {
            label: "开门时间"
            line: "周一到周五 上午九点到下午五点"
        }
        ListElement {
            label: "地址"
            line: "示例路1号，社区活动中心二楼"
        }
        ListElement {
            label: "怎么走"
            line: "坐3路到示例桥，过桥右手边"
        }
        ListElement {
            label: "房间"
            line: "谈心室、活动室、阅览室"
        }
    }
    readonly property ListModel pictures: ListModel {
        ListElement {
            attachmentId: "a1"
            picture: "seen"
            iconName: "camera"
            label: "门口"
            accessibleText: "照片，门口"
        }
    }
    readonly property ListModel history: ListModel {
    }

    // A family, looked back at.
    function showHistory(): void {
        kind = "household";
        heading = "林阿姨";
        line = "家庭·桥头村";
        iconName = "house";
        phoneText = "199 0000 0012";
        facts.clear();
        facts.append({
                "label": "电话",
                "line": "199 0000 0012"
            });
        facts.append({
                "label": "地址",
                "line": "示例县示例镇桥头村二组9号"
            });
        facts.append({
                "label": "怎么走",
                "line": "村口榕树右拐第三家，门前有菜园"
            });
        groups.clear();
        pictures.clear();
        history.clear();
        history.append({
                "entryId": "h1/20",
                "label": "电话",
                "steps": [record.step("0", "199 0000 0012", "郑志强，10月14日 09:10", "", "现在用着的", true), record.step("1", "199 0000 0021", "郑志强，10月13日 15:05", "", "没选", false), record.step("2", "199 0000 0012", "吴美华，10月12日 09:40", "阿姨换了新号，当面存的", "", false), record.step("3", "199 0000 0008", "吴美华，3月1日 10:20", "", "", false)]
            });
        history.append({
                "entryId": "v2/2",
                "label": "上门·10月9日：是否收起",
                "steps": [record.step("0", "已收起", "郑志强，10月10日 08:30", "", "", true)]
            });
        history.append({
                "entryId": "p1/31",
                "label": "林秀英：慢性病",
                "steps": [record.step("0", "去掉：糖尿病", "吴美华，10月2日 16:40", "", "", false), record.step("1", "记上：糖尿病", "郑志强，9月20日 11:00", "", "", false)]
            });
    }
    function step(stepId: string, value: string, line: string, why: string, tag: string, current: bool): var {
        return {
            "stepId": stepId,
            "value": value,
            "line": line,
            "why": why,
            "tag": tag,
            "current": current
        };
    }
    readonly property ListModel groups: ListModel {
        Component.onCompleted: {
            append({
                    "groupId": "activity_plan",
                    "label": "一年的安排",
                    "line": "记了1条",
                    "iconName": "today",
                    "canAdd": true,
                    "addLabel": "添一条：一年的安排",
                    "items": [record.item("p1", "2026年", "", "today")],
                    "checks": []
                });
            append({
                    "groupId": "activity",
                    "label": "活动",
                    "line": "记了2条",
                    "iconName": "group",
                    "canAdd": true,
                    "addLabel": "添一条：活动",
                    "items": [record.item("a1", "重阳一起过生日", "10月18日·集体庆生·已发布", "group"), record.item("a2", "睡个好觉", "9月12日·知识讲座·已举办", "group")],
                    "checks": []
                });
            append({
                    "groupId": "vol_service",
                    "label": "志愿服务",
                    "line": "",
                    "iconName": "checkc",
                    "canAdd": false,
                    "addLabel": "",
                    "items": [record.item("v1", "理发", "9月12日·做好了", "checkc")],
                    "checks": []
                });
            append({
                    "groupId": "claim_document",
                    "label": "理赔材料",
                    "line": "还差1样",
                    "iconName": "doc",
                    "canAdd": false,
                    "addLabel": "",
                    "items": [],
                    "checks": [{
                            "code": 1,
                            "label": "出院小结",
                            "done": true
                        }, {
                            "code": 2,
                            "label": "发票",
                            "done": false
                        }]
                });
        }
    }

    function item(recordId: string, heading: string, line: string, iconName: string): var {
        return {
            "recordId": recordId,
            "heading": heading,
            "line": line,
            "iconName": iconName
        };
    }
    function openAttachment(attachmentId: string): void {
        record.ask("openAttachment " + attachmentId);
    }
    function edit(): void {
        record.ask("edit");
    }
    function sum(): void {
        record.ask("sum");
    }
    function call(): void {
        record.ask("call");
    }
    function add(groupId: string): void {
        record.ask("add " + groupId);
    }
    function check(groupId: string, code: int): void {
        record.ask("check " + groupId + " " + code);
    }
    function open(recordId: string): void {
        record.ask("open " + recordId);
    }
}

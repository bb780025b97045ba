// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: emergency

    property string heading: "蓝伯伯·突然住院"
    property string line: "10月27日·程度较重·已存在平板里，有网先传这一件"
    property string initial: "蓝"
    property int tint: 3
    property string elapsedLabel: "从得知到现在"
    property string elapsedText: "1小时42分"
    property string dutyPhoneText: "199 0000 0900"
    property bool canWrite: true
    property bool canApprove: true
    property string noteText: "急用先办，五个工作日内补"
    property string revisitText: "10月30日\n11月3日\n11月26日"
    property string aidAmountText: "2000"
    property string aidLine: "县级救助金·现金，双人签收"
    readonly property ListModel points: ListModel {
        ListElement {
            pointId: "a"
            label: "得知"
            line: "09:05"
            done: true
            accessibleText: "得知，09:05"
        }
        ListElement {
            pointId: "b"
            label: "联系上"
            line: "09:12·7分钟"
            done: true
            accessibleText: "联系上，09:12"
        }
        ListElement {
            pointId: "c"
            label: "到场"
            line: "09:48·43分钟"
            done: true
            accessibleText: "到场，09:48"
        }
        ListElement {
            pointId: "d"
            label: "稳定下来"
            line: "点一下记时间"
            done: false
            accessibleText: "稳定下来，点一下记时间"
        }
        ListElement {
            pointId: "e"
            label: "回访"
            line: "3、7、30天"
            done: false
            accessibleText: "回访，3、7、30天"
        }
    }
    readonly property ListModel checks: ListModel {
        ListElement {
            checkId: "1"
            label: "打120，说清地址"
            timeText: "09:10"
            done: true
        }
        ListElement {
            checkId: "2"
            label: "陪着送医"
            timeText: "09:20"
            done: true
        }
        ListElement {
            checkId: "3"
            label: "告诉乡镇值班"
            timeText: "09:31"
            done: true
        }
        ListElement {
            checkId: "4"
            label: "联系弟弟蓝金土"
            timeText: "09:40"
            done: true
        }
        ListElement {
            checkId: "5"
            label: "医保卡、常用药带上"
            timeText: ""
            done: false
        }
        ListElement {
            checkId: "6"
            label: "发票和出院小结先留着"
            timeText: ""
            done: false
        }
    }
    readonly property ListModel pictures: ListModel {
        ListElement {
            attachmentId: "a1"
            picture: "seen"
            iconName: "camera"
            label: "门口积水"
            accessibleText: "照片，门口积水"
        }
        ListElement {
            attachmentId: "a2"
            picture: ""
            iconName: "mic"
            label: "0:24"
            accessibleText: "录音，0:24"
        }
    }
    readonly property ListModel steps: ListModel {
        ListElement {
            stepId: "1"
            timeText: "10:35"
            line: "到县医院，和医生碰了面。"
            byline: "郑志强"
        }
        ListElement {
            stepId: "2"
            timeText: "09:48"
            line: "到急诊，人清醒，在做检查。"
            byline: "吴美华"
        }
        ListElement {
            stepId: "3"
            timeText: "09:40"
            line: "弟弟正从县里赶来。"
            byline: "吴美华"
        }
        ListElement {
            stepId: "4"
            timeText: "09:20"
            line: "同车去医院。"
            byline: "吴美华"
        }
        ListElement {
            stepId: "5"
            timeText: "09:12"
            line: "电话接通，邻居守着。"
            byline: "吴美华"
        }
    }
    readonly property ListModel aidSteps: ListModel {
        ListElement {
            label: "村里提出"
            timeText: "10:20"
            done: true
        }
        ListElement {
            label: "乡镇审核"
            timeText: "等回复"
            done: false
        }
        ListElement {
            label: "县里审批"
            timeText: ""
            done: false
        }
    }

    function tapPoint(pointId: string): void {
        emergency.ask("point " + pointId);
    }
    function toggleCheck(checkId: string): void {
        emergency.ask("check " + checkId);
    }
    function addCheck(text: string): void {
        emergency.ask("add " + text);
    }
    function noteStep(): void {
        emergency.ask("step");
    }
    function noteApproval(): void {
        emergency.ask("approval");
    }
    function callDuty(): void {
        emergency.ask("duty");
    }
    function edit(): void {
        emergency.ask("edit");
    }
    function openAttachment(attachmentId: string): void {
        emergency.ask("openAttachment " + attachmentId);
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: sync

    property string lastText: "上次连上 10月13日 17:40，镇里Wi-Fi"
    property bool busy: false
    property string busyText
    property bool canConnect: true
    property string stuckHeading: "有1张照片在等Wi-Fi"
    property string stuckLine: "3.2 MB，照片默认不用流量；文字都不受影响。"
    property string stuckAction: "用流量传这张"
    property string stuckIcon: "camera"
    property bool hasMore: false
    property string dataText: "18"
    property string lookText
    property string waitingText
    property string moreText
    readonly property AskedModel setAside: AskedModel {
    }
    readonly property ListModel waiting: ListModel {
    }
    readonly property ListModel places: ListModel {
        ListElement {
            place: 0
            label: "这台平板"
            countText: "3"
            line: "有网时自动传"
        }
        ListElement {
            place: 1
            label: "乡镇已代收"
            countText: "5"
            line: "镇里替您往上送"
        }
        ListElement {
            place: 2
            label: "省里已收到"
            countText: "412"
            line: "有回执，可以放心"
        }
    }
    readonly property ListModel records: ListModel {
        ListElement {
            recordId: "1"
            heading: "林阿姨 上门"
            whenText: "今天 10:20"
            iconName: "door"
            place: 0
            stateText: "这台平板"
            accessibleText: "林阿姨 上门，这台平板"
        }
        ListElement {
            recordId: "2"
            heading: "蓝伯伯 草稿"
            whenText: "昨天"
            iconName: "pen"
            place: 0
            stateText: "这台平板"
            accessibleText: "蓝伯伯 草稿，这台平板"
        }
        ListElement {
            recordId: "3"
            heading: "蓝伯伯 电话"
            whenText: "10月12日"
            iconName: "phone"
            place: 1
            stateText: "乡镇已代收"
            accessibleText: "蓝伯伯 电话，乡镇已代收"
        }
        ListElement {
            recordId: "4"
            heading: "陈叔叔 电话"
            whenText: "10月2日"
            iconName: "phone"
            place: 2
            stateText: "省里已收到"
            accessibleText: "陈叔叔 电话，省里已收到"
        }
        ListElement {
            recordId: "5"
            heading: "卫生间扶手 转镇里"
            whenText: "9月28日"
            iconName: "transfer"
            place: 2
            stateText: "省里已收到"
            accessibleText: "卫生间扶手，省里已收到"
        }
    }

    function connectNow(): void {
        sync.ask("connect");
    }
    function resolveStuck(): void {
        sync.ask("stuck");
    }
    function open(recordId: string): void {
        sync.ask("open " + recordId);
    }
    // Families and how many of each wait.
    function fillWaiting(families: int, each: int): void {
        const names = ["林阿姨", "陈叔叔", "蓝伯伯", "黄阿姨", "吴大姐"];
        for (let i = 0; i < families; ++i) {
            let records = [];
            for (let k = 0; k < Math.min(each, 6); ++k)
                records.push({
                        "recordId": i + "." + k,
                        "heading": ["上门", "电话", "求助"][k % 3],
                        "whenText": "今天 1" + k + ":20",
                        "iconName": ["door", "phone", "transfer"][k % 3],
                        "place": k === 1 ? 1 : 0,
                        "stateText": k === 1 ? "乡镇已代收" : k === 2 ? "邻近平板" : "这台平板",
                        "accessibleText": "上门，这台平板"
                    });
            sync.waiting.append({
                    "familyId": "f" + i,
                    "name": names[i % 5],
                    "initial": names[i % 5][0],
                    "tint": i % 4,
                    "countText": each + "条",
                    "moreText": each > 6 ? "还有" + (each - 6) + "条" : "",
                    "canOpen": true,
                    "accessibleText": names[i % 5] + "，" + each + "条",
                    "records": records
                });
        }
        sync.waitingText = "还在路上的" + families * each + "条";
    }
    function openFamily(familyId: string): void {
        sync.ask("family " + familyId);
    }
    function showMoreWaiting(): void {
        sync.ask("more waiting");
    }
    function showMore(): void {
        sync.ask("more");
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: noting

    property string heading: "林阿姨"
    property string initial: "林"
    property int tint: 0
    readonly property ListModel services: ListModel {
        Component.onCompleted: {
            append({
                    "serviceId": 1,
                    "label": "精神慰藉",
                    "items": [noting.item("attendance", "参加了活动", "group", "上次：9月29日")]
                });
            append({
                    "serviceId": 2,
                    "label": "走访慰问",
                    "items": [noting.item("care_need", "还在办的", "transfer", ""), noting.item("care_package_issue", "送了暖心包", "gift", "上次：8月3日"), noting.item("consent", "同意书", "shield", "")]
                });
            append({
                    "serviceId": 3,
                    "label": "志愿服务",
                    "items": [noting.item("vol_service", "志愿服务", "checkc", "")]
                });
            append({
                    "serviceId": 4,
                    "label": "保险保障",
                    "items": [noting.item("insured", "参保", "umbrella", "上次：1月1日"), noting.item("claim", "理赔", "umbrella", "")]
                });
            append({
                    "serviceId": 5,
                    "label": "政策与项目",
                    "items": [noting.item("project_aid", "项目帮扶", "path", ""), noting.item("preferential_card", "优待证", "shield", "")]
                });
        }
    }

    function item(kind: string, label: string, iconName: string, line: string): var {
        return {
            "kind": kind,
            "label": label,
            "iconName": iconName,
            "line": line
        };
    }
    function note(kind: string): void {
        noting.ask("note " + kind);
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: model

    property string heading: rows.count > 0 ? "省里请您再看一下" : ""
    property string whoDecides
    readonly property ListModel rows: ListModel {
    }
    readonly property ListModel settled: ListModel {
    }

    function fill(): void {
        rows.append(row("3", "林阿姨", "上门", "10月12日 09:30", "door", "林", 0, "这一条太长了，短一点再记一次", "看一看", true));
        rows.append(row("5", "陈叔叔", "电话", "10月13日 16:05", "phone", "陈", 1, "这家现在由别人联系，省里先存着，等人看过", "请省里决定", false));
        settled.append(row("2", "蓝伯伯", "求助", "10月9日 11:20", "transfer", "蓝", 2, "您重新记过了，等省里收尾", "", false));
        whoDecides = "都在省里存着，由省里的管理员定。定了以后，这里自动就没有了";
    }
    function row(number: string, name: string, kind: string, whenText: string, iconName: string, initial: string, tint: int, line: string, actionLabel: string, canLeave: bool): var {
        return {
            "number": number,
            "name": name,
            "kind": kind,
            "whenText": whenText,
            "iconName": iconName,
            "initial": initial,
            "tint": tint,
            "line": line,
            "actionLabel": actionLabel,
            "canLeave": canLeave,
            "accessibleText": name + "，" + kind + "，" + line
        };
    }
    function open(number: string): void {
        model.ask("open " + number);
    }
    function act(number: string): void {
        model.ask("act " + number);
    }
    function leave(number: string): void {
        model.ask("leave " + number);
    }
}

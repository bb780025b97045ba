// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: intake

    enum Step {
        Choose,
        Look,
        Write,
        Done
    }

    property int step: IntakeModel.Choose
    property int shown: 0
    property string fileName
    property string troubleText
    property string sumText
    property string strangeText
    property string takeLabel
    property string noFilesText
    property bool canTake: false
    readonly property ListModel files: ListModel {
        ListElement {
            path: "/a/2026年特扶名册.xlsx"
            name: "2026年特扶名册.xlsx"
            line: "下载·今天 10:20"
        }
        ListElement {
            path: "/a/伤残家庭.csv"
            name: "伤残家庭.csv"
            line: "KINGSTON·10月9日"
        }
    }
    readonly property ListModel filters: ListModel {
        ListElement {
            which: 3
            label: "表里要改·2行"
            chosen: true
        }
        ListElement {
            which: 0
            label: "收下，请看看·1行"
            chosen: false
        }
        ListElement {
            which: 1
            label: "新的·18行"
            chosen: false
        }
        ListElement {
            which: 2
            label: "已经有的·3行"
            chosen: false
        }
    }
    readonly property ListModel rows: ListModel {
        ListElement {
            number: 7
            heading: "黄木生"
            line: "所在村“上海市”：不是这个镇的村"
            stateText: "没有写"
            tone: "look"
        }
        ListElement {
            number: 19
            heading: "没写名字"
            line: "名字空着；身份证号码“3.59901E+17”：号码被表格截短了，先空着"
            stateText: "没有写"
            tone: "look"
        }
    }

    function showLook(): void {
        intake.step = IntakeModel.Look;
        intake.fileName = "2026年特扶名册.xlsx";
        intake.sumText = "新的12户，18人";
        intake.strangeText = "没有读：备注、序号";
        intake.takeLabel = "记下18人";
        intake.canTake = true;
    }
    function read(path: string): void {
        intake.ask("read " + path);
    }
    function lookAgain(): void {
        intake.ask("look");
    }
    function show(which: int): void {
        intake.ask("show " + which);
    }
    function take(): void {
        intake.ask("take");
    }
    function stop(): void {
        intake.ask("stop");
    }
    function again(): void {
        intake.ask("again");
    }
    function goFamilies(): void {
        intake.ask("families");
    }
}

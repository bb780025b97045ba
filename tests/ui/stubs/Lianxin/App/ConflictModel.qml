// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: conflict

    enum Kind {
        None,
        Value,
        Text
    }

    property int kind: ConflictModel.Value
    property string heading: "有一处需要您看一下"
    property string line: "林阿姨的电话，两个人都改过。看看哪个对。"
    property string queueText: "后面还有2处"
    property string emptyText: "都看好了"
    property string beforeText: "199 0000 0008"
    property string beforeLine: "2024年3月起，林阿姨自己留的"
    property string newHint: "写一个新的号码"
    property string newErrorText
    property bool maySettle: true
    property bool canKeepBoth: true
    property bool hasProposal: false
    property string proposalText
    property string proposalLine
    readonly property ListModel proposalParts: ListModel {
    }
    readonly property ListModel optionsNew: ListModel {
    }
    readonly property ListModel sides: ListModel {
    }

    function side(id: string, tag: string, current: bool, value: string, name: string, place: string, tint: int, when: string, why: string, action: string, call: bool, parts: var): void {
        sides.append({
                "sideId": id,
                "tag": tag,
                "current": current,
                "value": value,
                "name": name,
                "place": place,
                "initial": name.charAt(0),
                "tint": tint,
                "whenText": when,
                "whyText": why,
                "actionLabel": action,
                "canCall": call,
                "parts": parts,
                "accessibleText": tag + value
            });
    }
    function showValue(): void {
        sides.clear();
        kind = ConflictModel.Value;
        side("a", "现在用着的", true, "199 0000 0012", "吴美华", "桥头村", 0, "10月12日 09:40，在村里的平板上改的", "阿姨换了新号，当面存的", "留着这个", true, []);
        side("b", "也有人写了", false, "199 0000 0021", "郑志强", "示例镇", 1, "10月13日 15:05，在镇里的平板上改的", "", "换成这个", true, []);
    }
    function showText(): void {
        sides.clear();
        proposalParts.clear();
        kind = ConflictModel.Text;
        line = "林阿姨家怎么走，两个人都添了话。";
        beforeText = "村口榕树右拐第三家。";
        beforeLine = "";
        hasProposal = true;
        canKeepBoth = false;
        proposalText = "村口榕树右拐第三家，门前有菜园。修路，车停祠堂边。";
        proposalLine = "可以直接改；实线是美华添的，虚线是志强添的";
        side("a", "", true, "村口榕树右拐第三家，门前有菜园。", "吴美华", "桥头村", 0, "10月12日 09:40", "", "留美华的", false, [{
                    "line": "村口榕树右拐第三家",
                    "mark": 0
                }, {
                    "line": "，门前有菜园",
                    "mark": 1
                }, {
                    "line": "。",
                    "mark": 0
                }]);
        side("b", "", false, "村口榕树右拐第三家。修路，车停祠堂边。", "郑志强", "示例镇", 1, "10月13日 15:05", "", "留志强的", false, [{
                    "line": "村口榕树右拐第三家。",
                    "mark": 0
                }, {
                    "line": "修路，车停祠堂边。",
                    "mark": 2
                }]);
        proposalParts.append([{
                    "line": "村口榕树右拐第三家",
                    "mark": 0
                }, {
                    "line": "，门前有菜园",
                    "mark": 1
                }, {
                    "line": "。",
                    "mark": 0
                }, {
                    "line": "修路，车停祠堂边。",
                    "mark": 2
                }]);
    }
    Component.onCompleted: showValue()

    function choose(sideId: string): void {
        conflict.ask("choose " + sideId);
    }
    function useNew(text: string): void {
        conflict.ask("new " + text);
    }
    function useNewCode(code: int): void {
        conflict.ask("newCode " + code);
    }
    function keepBoth(): void {
        conflict.ask("both");
    }
    function useProposal(text: string): void {
        conflict.ask("proposal " + text);
    }
    function putAside(): void {
        conflict.ask("aside");
    }
    function call(sideId: string): void {
        conflict.ask("call " + sideId);
    }
}

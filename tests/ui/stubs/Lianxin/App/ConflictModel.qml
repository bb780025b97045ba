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
        Text,
        Life,
        Matter
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
    property string keepBothText: "两个都留着"
    property bool hasHistory: true
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
    function showLife(): void {
        sides.clear();
        kind = ConflictModel.Life;
        line = "林阿姨·需要，有人收起来了，有人又写了。看看还留不留。";
        canKeepBoth = false;
        side("a", "又写了", false, "需要：帮忙买菜\n什么时候要：每周三", "吴美华", "桥头村", 0, "10月13日 15:05，在村里的平板上改的", "", "留着用", false, []);
        side("b", "收起来", false, "收起来，不再用", "郑志强", "示例镇", 1, "10月12日 09:40，在镇里的平板上改的", "志愿者已经每周去", "收起来", false, []);
    }
    function showVisits(): void {
        sides.clear();
        kind = ConflictModel.Matter;
        heading = "这两条，是同一次吗";
        line = "林阿姨，昨天记了两条";
        canKeepBoth = true;
        keepBothText = "是两次，都对";
        side("a", "先记的", false, "上门·10:20", "吴美华", "桥头村", 0, "昨天 10:32记的", "吴美华、郑志强·见到了·重阳去看看，带了水果。", "是同一次，留这份", false, []);
        side("b", "后记的", false, "上门·10:25", "郑志强", "示例镇", 1, "昨天 17:05记的", "郑志强·见到了·重阳同去，聊得不错。", "是同一次，留这份", false, []);
    }
    function showPayments(): void {
        sides.clear();
        kind = ConflictModel.Matter;
        heading = "这两笔，是同一笔吗";
        line = "林阿姨，几天里有两笔一样的";
        canKeepBoth = true;
        keepBothText = "是两笔，都对";
        side("a", "先记的一笔", false, "2000元", "吴美华", "桥头村", 0, "10月12日 09:40记的", "紧急的事·突发疾病·县·10月12日", "是同一笔，留这份", false, []);
        side("b", "后记的一笔", false, "2000元", "郑志强", "示例镇", 1, "10月13日 15:05记的", "紧急的事·突发疾病·县·10月13日", "是同一笔，留这份", false, []);
    }
    function showMains(): void {
        sides.clear();
        kind = ConflictModel.Matter;
        heading = "主要联系人是哪一位";
        line = "林阿姨，写着两位主要联系人";
        canKeepBoth = true;
        keepBothText = "两位都是";
        side("a", "先写的", false, "吴美华", "吴美华", "桥头村", 0, "3月1日 09:40记的", "村(社区)联系人·2026年3月1日起", "主要联系人是吴美华", false, []);
        side("b", "后写的", false, "郑志强", "郑志强", "示例镇", 1, "10月13日 15:05记的", "乡镇(街道)联系人·2026年10月13日起", "主要联系人是郑志强", false, []);
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
    function openHistory(): void {
        conflict.ask("history");
    }
    function putAside(): void {
        conflict.ask("aside");
    }
    function call(sideId: string): void {
        conflict.ask("call " + sideId);
    }
}

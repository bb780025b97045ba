// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: supervision

    property string supervisionId: "u1"
    property string heading: "上厝暖心家园"
    property string line: "督导评估·10月2日·县计生协"
    property string stateText: "整改中"
    property int position: 4
    property int count: 6
    property string pointsText: "10项看了10项"
    property string openText: "还有2条没办好"
    property string settledText: "办妥了的1条"
    property string emptyText
    property string actionLabel: "记做了什么"
    property bool canEdit: true
    property bool canLook: true
    property bool canFind: true
    property bool listFirst: false
    property bool settledShown: false
    readonly property ListModel answers: ListModel {
        ListElement {
            code: 1
            label: "做到了"
        }
        ListElement {
            code: 2
            label: "一部分"
        }
        ListElement {
            code: 3
            label: "还没有"
        }
        ListElement {
            code: 4
            label: "不用看"
        }
    }
    readonly property ListModel results: ListModel {
        ListElement {
            code: 1
            label: "办好了"
        }
        ListElement {
            code: 2
            label: "还差一点"
        }
        ListElement {
            code: 3
            label: "还没有动"
        }
    }
    readonly property ListModel points: ListModel {
        Component.onCompleted: {
            const says = ["资料里写着有", "资料里还没有", "资料里写着有", "资料里写着有", "资料里写着有", "资料里写着有", "资料里写着有", "今年有9个月办过活动", "", ""];
            const names = ["有场所", "有标识", "有制度", "有计划", "有活动", "有管理", "一年的计划贴出来了", "月月有活动", "门口写着电话和开门时间", "记录和花费对得上"];
            const words = ["", "做到了", "一部分", "还没有", "不用看"];
            for (let i = 0; i < names.length; ++i) {
                const answer = [1, 2, 1, 1, 1, 1, 1, 2, 3, 4][i];
                append({
                        "pointId": String(i + 1),
                        "label": names[i],
                        "line": says[i],
                        "answer": answer,
                        "answerText": words[answer]
                    });
            }
        }
    }
    readonly property ListModel findings: ListModel {
        Component.onCompleted: {
            append(supervision.finding("g1", "不够的地方", "门口的牌子旧了，字看不清", "邱美珠来办·小", "约好10月8日，方便时问问怎么样了", true, [{
                            "mendingId": "m1",
                            "text": "换了新牌子，装在路口也能看见",
                            "line": "10月5日·等再去看一次"
                        }]));
            append(supervision.finding("g2", "要解决的事", "上半年有一个月没有办活动", "邱美珠来办·中", "约好10月21日，还有7天", false, []));
        }
    }
    readonly property ListModel praise: ListModel {
        Component.onCompleted: append(supervision.finding("g4", "做得好的", "茶话会办得自在，家人愿意来", "", "", false, []))
    }
    readonly property ListModel settled: ListModel {
    }
    readonly property ListModel others: ListModel {
    }

    function finding(id: string, kind: string, text: string, line: string, due: string, late: bool, mendings: var): var {
        return {
            "findingId": id,
            "kindText": kind,
            "text": text,
            "line": line,
            "dueText": due,
            "late": late,
            "canMend": due.length > 0,
            "canRecheck": mendings.length > 0 && due.length > 0,
            "accessibleText": kind + "·" + text + "·" + line + "·" + due,
            "mendings": mendings
        };
    }
    function answer(id: string, code: int): void {
        supervision.ask("answer " + id + " " + code);
    }
    function act(): void {
        supervision.ask("act");
    }
    function take(state: int): void {
        supervision.ask("take " + state);
    }
    function addPoint(): void {
        supervision.ask("point");
    }
    function addFinding(): void {
        supervision.ask("finding");
    }
    function openFinding(id: string): void {
        supervision.ask("open " + id);
    }
    function noteMending(id: string): void {
        supervision.ask("mend " + id);
    }
    function openMending(id: string): void {
        supervision.ask("mending " + id);
    }
    function recheck(id: string, result: int): void {
        supervision.ask("recheck " + id + " " + result);
    }
    function edit(): void {
        supervision.ask("edit");
    }
    function onSite(): void {
        supervision.listFirst = true;
        supervision.position = 2;
        supervision.stateText = "现场";
        supervision.actionLabel = "记一条看到的";
        supervision.canFind = false;
        supervision.pointsText = "10项看了4项";
        supervision.settledText = "";
        supervision.openText = "还有1条没办好";
        supervision.praise.clear();
        supervision.findings.remove(0);
        supervision.others.append({
                "state": 3,
                "label": "下一步：已反馈"
            });
        for (let i = 4; i < 10; ++i)
            supervision.points.setProperty(i, "answer", 0);
    }
    function clearAll(): void {
        supervision.onSite();
        supervision.position = 1;
        supervision.stateText = "已安排";
        supervision.line = "实地调研·10月23日";
        supervision.actionLabel = "下一步：现场";
        supervision.canFind = true;
        supervision.others.clear();
        supervision.findings.clear();
        supervision.openText = "还没有记";
        supervision.pointsText = "10项看了0项";
        for (let i = 0; i < 10; ++i)
            supervision.points.setProperty(i, "answer", 0);
    }
    function wait(): void {
        supervision.supervisionId = "";
        supervision.heading = "";
        supervision.line = "";
        supervision.canEdit = false;
        supervision.actionLabel = "";
        supervision.emptyText = "正在找，还没有传到这台平板";
    }
    function fill(): void {
        supervision.settledShown = true;
        supervision.settled.append(supervision.finding("g3", "还有距离", "计划里的主题和办的活动对不上", "办妥了·邱美珠来办", "", false, [{
                        "mendingId": "m3",
                        "text": "重新排了下半年的计划，贴在门口",
                        "line": "9月12日·办好了·郑志强"
                    }]));
        for (let i = 0; i < 12; ++i)
            supervision.findings.append(supervision.finding("x" + i, "要解决的事", "活动室的地有一块不平，椅子放不稳，来的人多是上了年纪的，走过去要扶着桌子，想请人来看看怎么铺" + i, "示例镇计生协和上厝村一起来办·大", "约好12月31日，还有77天", false, []));
        for (let i = 0; i < 30; ++i)
            supervision.points.append(Object.assign({}, supervision.points.get(i % 10), {
                        "pointId": "x" + i,
                        "label": "自己加的一项，名字很长很长，写下去还是放得下" + i
                    }));
        supervision.openText = "还有14条没办好";
    }
}

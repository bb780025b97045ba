// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: project

    property string projectId: "p1"
    property string initial: "林"
    property int tint: 0
    property string heading: "林阿姨·幸福工程"
    property string line: "2026年·桥头村"
    property string purpose: "养土鸡两百只，买鸡苗和饲料"
    property string whoText: "轮到您这边，下一步是乡镇审核"
    property string emptyText
    property string actionLabel: "下一步：乡镇审核"
    property string repaidText
    property bool canEdit: true
    property bool canRepay: false
    readonly property ListModel figures: ListModel {
        ListElement {
            name: "amount"
            label: "帮扶"
            amount: "16000"
        }
    }
    readonly property ListModel ladder: ListModel {
        ListElement {
            state: 1
            label: "申请"
            line: "9月20日"
            opinion: ""
            done: true
            here: false
            accessibleText: "申请，走过了，9月20日"
        }
        ListElement {
            state: 2
            label: "村里评议公示"
            line: "同意·10月2日·吴美华"
            opinion: "公示没有人提出不同意见。"
            done: false
            here: true
            accessibleText: "村里评议公示，现在在这里，同意·10月2日·吴美华"
        }
        ListElement {
            state: 3
            label: "乡镇审核"
            line: ""
            opinion: ""
            done: false
            here: false
            accessibleText: "乡镇审核，还没到"
        }
        ListElement {
            state: 4
            label: "县级审批"
            line: ""
            opinion: ""
            done: false
            here: false
            accessibleText: "县级审批，还没到"
        }
        ListElement {
            state: 5
            label: "拨付"
            line: ""
            opinion: ""
            done: false
            here: false
            accessibleText: "拨付，还没到"
        }
        ListElement {
            state: 6
            label: "实施"
            line: ""
            opinion: ""
            done: false
            here: false
            accessibleText: "实施，还没到"
        }
        ListElement {
            state: 7
            label: "验收"
            line: ""
            opinion: ""
            done: false
            here: false
            accessibleText: "验收，还没到"
        }
        ListElement {
            state: 8
            label: "还款"
            line: ""
            opinion: ""
            done: false
            here: false
            accessibleText: "还款，还没到"
        }
        ListElement {
            state: 9
            label: "结项"
            line: ""
            opinion: ""
            done: false
            here: false
            accessibleText: "结项，还没到"
        }
    }
    readonly property ListModel missing: ListModel {
        ListElement {
            what: "钱从哪来"
            label: "钱从哪来"
        }
    }
    readonly property ListModel others: ListModel {
        ListElement {
            state: 10
            label: "请补材料"
        }
    }
    readonly property ListModel facts: ListModel {
        ListElement {
            label: "为谁"
            line: "林秀英"
        }
        ListElement {
            label: "自己出多少"
            line: "4000元"
        }
        ListElement {
            label: "到哪天"
            line: "2028年10月1日"
        }
    }
    readonly property ListModel repayments: ListModel {
    }

    function act(): void {
        project.ask("act");
    }
    function take(state: int): void {
        project.ask("take " + state);
    }
    function fill(what: string): void {
        project.ask("fill " + what);
    }
    function noteRepayment(): void {
        project.ask("repay");
    }
    function openRepayment(id: string): void {
        project.ask("repayment " + id);
    }
    function edit(): void {
        project.ask("edit");
    }
    function stand(at: int): void {
        for (let i = 0; i < project.ladder.count; ++i) {
            project.ladder.setProperty(i, "done", i < at);
            project.ladder.setProperty(i, "here", i === at);
        }
    }
    function payBack(): void {
        project.stand(7);
        for (const [i, line, opinion] of [[2, "同意·10月8日·郑志强", "情况属实，同意。"], [3, "同意·10月15日·王谷雨", "材料齐了，同意。"], [5, "11月1日", ""], [6, "去年12月20日", ""]]) {
            project.ladder.setProperty(i, "line", line);
            project.ladder.setProperty(i, "opinion", opinion);
        }
        project.missing.clear();
        project.others.clear();
        project.others.append({
                "state": 9,
                "label": "结项"
            });
        project.whoText = "慢慢在还";
        project.actionLabel = "记一笔还款";
        project.repaidText = "还过2次";
        project.figures.append({
                "name": "repaid",
                "label": "已还",
                "amount": "4000"
            });
        project.figures.append({
                "name": "left",
                "label": "还没还",
                "amount": "12000"
            });
        for (const [id, day] of [["r2", "10月3日"], ["r1", "7月5日"]])
            project.repayments.append({
                    "recordId": id,
                    "dayText": day,
                    "amount": "2000元",
                    "line": "卖了一批鸡",
                    "accessibleText": day + "·2000元·卖了一批鸡"
                });
    }
    function wait(): void {
        project.heading = "";
        project.initial = "";
        project.line = "";
        project.canEdit = false;
        project.actionLabel = "";
        project.emptyText = "正在找，还没有传到这台平板";
    }
    function clearAll(): void {
        project.stand(0);
        project.purpose = "";
        project.figures.clear();
        project.facts.clear();
        project.others.clear();
        project.ladder.setProperty(1, "line", "");
        project.ladder.setProperty(1, "opinion", "");
        project.whoText = "轮到您这边，下一步是村里评议公示";
        project.actionLabel = "下一步：村里评议公示";
        project.missing.set(0, {
                "what": "用来做什么",
                "label": "用来做什么"
            });
    }
    function fillUp(): void {
        project.payBack();
        project.purpose = "养土鸡两百只，买鸡苗和饲料，搭两间棚子，再修一段从村口到山边的路，路修好了车才进得来";
        project.ladder.setProperty(2, "opinion", "情况属实，家里两位老人都愿意做，村里说会一起帮忙照看，鸡苗从县里的示范场拿，卖的时候合作社收。同意，请县里早一点看。");
        for (let i = 0; i < 24; ++i)
            project.repayments.append(Object.assign({}, project.repayments.get(0), {
                        "recordId": "x" + i
                    }));
        for (let i = 0; i < 8; ++i)
            project.facts.append({
                    "label": "以前怎样" + i,
                    "line": "瓦坏了一半，下雨要拿盆接，梁也有一根是朽的，冬天风从墙缝进来，夜里睡不暖"
                });
    }
}

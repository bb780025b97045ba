// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: form

    property string kind: "visit"
    property string heading: "记一笔·林阿姨"
    property string subheading
    property string initial: "林"
    property int tint: 0
    property string whenText: "今天 10:20"
    property string savedText: "写一个字，存一个字"
    property string footText: "要写的都有了"
    property bool footReady: true
    property string footLine
    property bool canCommit: true
    property string commitLabel: "记下"
    property string commitIcon
    property bool canPutAside: true
    property int columns: 2
    property string stepUpText
    property string readersText
    property string askedText
    property bool isSealed: false
    property bool canReadScale: false
    readonly property ListModel rows: ListModel {
        dynamicRoles: false
    }
    property bool inside: false
    property bool listOpen: false
    property bool canRemove: false
    property int itemPlace: 0
    readonly property ListModel items: ListModel {
    }
    readonly property RepeatRows repeats: RepeatRows {
    }

    readonly property var blank: ({
            "key": 0,
            "control": "text",
            "label": "",
            "mark": "",
            "hint": "",
            "value": "",
            "unit": "",
            "checked": false,
            "open": false,
            "errorText": "",
            "noteText": "",
            "options": [],
            "optionColumns": 3,
            "suggestions": [],
            "column": 0,
            "look": "",
            "badge": "",
            "counterText": "",
            "iconName": "",
            "lines": 4,
            "canSpeak": false,
            "readOnly": false,
            "items": [],
            "pictures": []
        })

    readonly property HouseholdRows household: HouseholdRows {
    }
    readonly property SafetyRows safety: SafetyRows {
    }
    readonly property SessionRows session: SessionRows {
    }
    readonly property HandRows hands: HandRows {
    }

    signal focusRequested(int key)

    function edit(key: int, text: string): void {
        form.ask("edit " + key + " " + text);
        for (let i = 0; i < rows.count; ++i)
            if (rows.get(i).key === key)
                rows.setProperty(i, "value", text);
    }
    function leave(key: int): void {
    }
    function toggle(key: int, code: int): void {
        form.ask("toggle " + key + " " + code);
        for (let i = 0; i < rows.count; ++i) {
            const row = rows.get(i);
            if (row.key !== key)
                continue;
            for (let j = 0; j < row.options.count; ++j) {
                const option = row.options.get(j);
                row.options.setProperty(j, "chosen", option.code === code ? row.control !== "chips" || !option.chosen : row.control === "chips" && option.chosen);
            }
        }
    }
    function setChecked(key: int, on: bool): void {
        form.ask("check " + key + " " + on);
    }
    function append(key: int, words: string): void {
        form.ask("append " + key + " " + words);
    }
    function step(key: int, delta: int): void {
        form.ask("step " + key + " " + delta);
    }
    function clear(key: int): void {
        form.ask("clear " + key);
    }
    function toggleSection(key: int): void {
        form.ask("section " + key);
    }
    function speak(key: int): void {
        form.ask("speak " + key);
    }
    function attach(key: int, kind: int): void {
        form.ask("attach " + key + " " + kind);
    }
    function openAttachment(attachmentId: string): void {
        form.ask("openAttachment " + attachmentId);
    }
    function removeAttachment(key: int, attachmentId: string): void {
        form.ask("removeAttachment " + key + " " + attachmentId);
    }
    function notePlace(key: int): void {
        form.ask("notePlace " + key);
    }
    function scan(key: int): void {
        form.ask("scan " + key);
    }
    function showHands(): void {
        kind = "vol_service";
        columns = 1;
        fill(hands.rows());
    }
    function toggleWhen(): void {
        form.ask("when");
    }
    function addItem(key: int): void {
        form.ask("addItem " + key);
    }
    function openItem(itemId: string): void {
        form.ask("openItem " + itemId);
    }
    function removeItem(itemId: string): void {
        form.ask("removeItem " + itemId);
    }
    function removeOpenItem(): void {
        form.ask("removeOpenItem");
    }
    function listItems(key: int): void {
        form.ask("listItems " + key);
    }
    function commit(): void {
        form.ask("commit");
    }
    function putAside(): void {
        form.ask("putAside");
    }
    function lockStepUp(): void {
        form.ask("lockStepUp");
    }
    function discard(): void {
        form.ask("discard");
    }
    function readScale(): void {
        form.ask("readScale");
    }
    function call(key: int): void {
        form.ask("call " + key);
    }

    function fill(list: var): void {
        rows.clear();
        for (const row of list)
            rows.append(Object.assign({}, blank, row));
    }
    function choices(words: string, chosen: list<int>): var {
        return words.split(" ").map((word, i) => ({
                        "code": i + 1,
                        "label": word.split("|")[0],
                        "iconName": word.split("|")[1] ?? "",
                        "chosen": chosen.indexOf(i + 1) >= 0
                    }));
    }
    function showVisit(chosen: bool): void {
        const on = code => chosen ? [code] : [];
        kind = "visit";
        fill([{
                    "key": 21,
                    "control": "options",
                    "label": "怎么联系的",
                    "mark": "要写",
                    "options": choices("上门|door 电话|phone 微信视频|chat 活动见面|group 医院看望|cross 家里来人|visitor", on(1)),
                    "optionColumns": 3
                }, {
                    "key": 22,
                    "control": "options",
                    "label": "见到了谁",
                    "mark": "要写",
                    "options": choices("林阿姨 家里别人 没遇上 想安静", on(1)),
                    "optionColumns": 4
                }, {
                    "key": 23,
                    "control": "options",
                    "label": "心情看着怎样",
                    "mark": "您的印象，不是诊断",
                    "options": choices("平稳 有些低落 明显低落 需要专业帮助", on(2)),
                    "optionColumns": 2
                }, {
                    "key": 24,
                    "control": "options",
                    "label": "身体",
                    "mark": "可不填",
                    "options": choices("如常 有变化 住院卧床", on(2)),
                    "optionColumns": 3
                }, {
                    "key": 25,
                    "control": "chips",
                    "label": "有什么要帮的",
                    "mark": "可不填，点一下就记上",
                    "options": choices("看病就医 家务照料 修修房子 补贴政策 保险理赔 想说说话 其他", on(1)),
                    "column": 1
                }, {
                    "key": 26,
                    "control": "longText",
                    "label": "一句话",
                    "mark": "打字、说话都行，可不填",
                    "value": chosen ? "膝盖还是疼，想下周去卫生院看看。菜园里种了萝卜。" : "",
                    "canSpeak": true,
                    "suggestions": [{
                            "label": "精神不错"
                        }, {
                            "label": "聊了家常"
                        }, {
                            "label": "夜里睡不好"
                        }],
                    "column": 1
                }, {
                    "key": 90,
                    "control": "section",
                    "label": "还想多写一点",
                    "hint": "居家安全、慰问品、下次联系、照片（可以不拍）",
                    "column": 1
                }, {
                    "key": 91,
                    "control": "note",
                    "label": "看病就医：记下后可以转给镇里一起办",
                    "iconName": "transfer",
                    "column": 1
                }]);
    }
    function showSession(): void {
        kind = "counsel_session";
        heading = "林阿姨·第7次";
        subheading = "10月14日 14:30·50分钟·家中";
        whenText = "";
        columns = 3;
        isSealed = true;
        canReadScale = true;
        stepUpText = "已单独解锁";
        readersText = "能看的人：您、督导王老师";
        savedText = "草稿已加密存好";
        footText = "";
        footLine = "签名后不能改，可以补充";
        canCommit = false;
        commitLabel = "签名存好";
        commitIcon = "pen";
        fill(session.rows(choices));
    }
    function showSafety(): void {
        kind = "risk_assessment";
        heading = "安全评估·林阿姨";
        whenText = "";
        columns = 2;
        isSealed = true;
        savedText = "草稿已加密存好";
        footText = "还差：为什么这样定";
        footReady = false;
        canCommit = false;
        fill(safety.rows(choices));
    }
    function showHousehold(): void {
        kind = "household";
        heading = "改档案·林阿姨";
        whenText = "";
        footText = "还差：住址";
        footReady = false;
        fill(household.rows(choices));
    }
    function showRepeat(count: int): void {
        showVisit(true);
        rows.remove(4, rows.count - 4);
        rows.append(Object.assign({}, blank, repeats.question(count)));
    }
    function showList(count: int): void {
        heading = "带去的东西";
        subheading = "记一笔·林阿姨";
        whenText = "";
        footText = "共 " + count + " 项";
        footReady = canPutAside = false;
        commitLabel = "添一项";
        commitIcon = "plus";
        items.clear();
        items.append(repeats.list(0, count));
        itemPlace = count - 1;
        inside = listOpen = true;
    }
    // A form as long as an imported one may be: lines to write in, and every fifth a choice.
    function showMany(count: int): void {
        columns = 1;
        const list = [];
        for (let i = 0; i < count; ++i)
            list.push(i % 5 === 4 ? {
                    "key": 100 + i,
                    "control": "options",
                    "label": "第" + i + "问",
                    "options": choices("有 没有 说不准", []),
                    "optionColumns": 3
                } : {
                    "key": 100 + i,
                    "control": "text",
                    "label": "第" + i + "问",
                    "mark": "可不填"
                });
        fill(list);
    }
    function changeRow(at: int, words: string): void {
        if (listOpen)
            items.setProperty(at, "heading", words);
        else
            rows.setProperty(at, "value", words);
    }
    Component.onCompleted: showVisit(true)
}

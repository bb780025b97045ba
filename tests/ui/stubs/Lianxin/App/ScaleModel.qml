// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: scale

    enum Step {
        Closed,
        Choose,
        Consent,
        Item,
        Thanks,
        Score,
        Found
    }

    property int step: ScaleModel.Item
    property string heading: "林阿姨"
    property string subheading
    property int position: 3
    property int count: 10
    property string stemText: "最近两周，您有多少时候被这件事困扰"
    property string itemText: "入睡困难、睡不安稳，或睡得过多"
    property bool declined: false
    property bool canGoBack: true
    property bool staysToTalk: false
    property string handBackText: "看好了，交还给王老师"
    property string scoreText
    property string scoreNote: "0到20"
    property string scoreTrouble
    property string licenceText: "版权属世界卫生组织，拿到许可前只记分数"
    property bool canKeepScore: false
    property string totalText: "17"
    property string totalLine: "满分27"
    property string bandText: "中重度"
    property string nextText: "陪着去精神心理科看看，一周内再联系。"
    property string safetyText: "请现在再问三个问题"
    property bool safetyDue: true
    property string profileText: "2026年1月1日的界值：Kroenke, Spitzer, Williams 2001；界值10"
    readonly property ListModel choices: ListModel {
    }
    readonly property ListModel answers: ListModel {
    }
    readonly property ListModel bands: ListModel {
    }
    readonly property ListModel checks: ListModel {
    }
    readonly property ListModel resultRows: ListModel {
    }

    function take(code: int): void {
        scale.ask("take " + code);
    }
    function consent(willing: bool): void {
        scale.ask("consent " + willing);
    }
    function answer(value: int): void {
        scale.ask("answer " + value);
        position = position + 1;
    }
    function decline(): void {
        scale.ask("decline");
        position = position + 1;
    }
    function previous(): void {
        scale.ask("previous");
        position = position - 1;
    }
    function stopHere(): void {
        scale.ask("stop");
    }
    function handBack(): void {
        scale.ask("handBack");
    }
    function typeScore(text: string): void {
        scale.ask("score " + text);
    }
    function chooseBand(value: int): void {
        scale.ask("band " + value);
    }
    function check(number: int, yes: bool): void {
        scale.ask("check " + number + " " + yes);
    }
    function keepScore(): void {
        scale.ask("keep");
    }
    function askSafety(): void {
        scale.ask("safety");
    }
    function leave(): void {
        scale.ask("leave");
    }

    function offer(words: string, chosen: int): void {
        answers.clear();
        words.split(" ").forEach((label, i) => answers.append({
                        "value": i,
                        "label": label,
                        "chosen": i === chosen
                    }));
    }
    function showItem(): void {
        step = ScaleModel.Item;
        offer("完全不会 好几天 一半以上天数 几乎每天", -1);
    }
    function showLong(): void {
        showItem();
        position = 8;
        itemText = "动作、说话慢到别人都看得出来；或者正好相反，烦躁坐不住，比平时动得多";
        offer("完全不会 好几天 一半以上天数 几乎每天", 1);
    }
    function showYesNo(): void {
        step = ScaleModel.Item;
        position = 1;
        count = 15;
        canGoBack = false;
        stemText = "说的是最近一周";
        itemText = "总的来说，您对现在的日子满意吗";
        offer("是 否", -1);
    }
    function showChoose(): void {
        step = ScaleModel.Choose;
        choices.clear();
        ["心情两问|PHQ-2·2句", "心情九问|PHQ-9·10句", "担心两问|GAD-2·2句", "担心七问|GAD-7·7句", "长辈心情十五问|GDS-15·15句", "孤单三问|UCLA-3·3句", "自评二十问|SRQ-20", "延长哀伤问卷|PG-13-R", "复杂哀伤问卷|ICG", "幸福感五问|WHO-5", "哥伦比亚筛查|C-SSRS"].forEach((words, i) => choices.append({
                        "code": i + 1,
                        "name": words.split("|")[0],
                        "line": words.split("|")[1],
                        "gated": i > 5,
                        "first": i === 0 || i === 6
                    }));
    }
    function showScore(): void {
        step = ScaleModel.Score;
        heading = "林阿姨·自评二十问";
        scoreText = "8";
        canKeepScore = true;
        checks.clear();
        checks.append({
                "number": 17,
                "label": "第17题答了“是”吗",
                "yes": false,
                "no": true
            });
    }
    function showBands(): void {
        step = ScaleModel.Score;
        heading = "林阿姨·哥伦比亚筛查";
        bands.clear();
        ["没有", "低", "中", "高"].forEach((label, i) => bands.append({
                        "value": i,
                        "label": label,
                        "chosen": i === 2
                    }));
    }
    function showFound(): void {
        step = ScaleModel.Found;
        heading = "林阿姨·心情九问";
        subheading = "PHQ-9·念给本人听·今天 10:20";
        resultRows.clear();
        ["做事时提不起劲，或没有兴趣|一半以上天数", "心情低落、沮丧，或觉得没有希望|一半以上天数", "入睡困难、睡不安稳，或睡得过多|几乎每天", "觉得疲倦，或没有活力|一半以上天数", "胃口不好，或吃得太多|好几天", "觉得自己很糟、一无是处，或让自己和家里人失望了|一半以上天数", "做事难以专心，比如看报纸、看电视的时候|一半以上天数", "动作、说话慢到别人都看得出来；或者正好相反，烦躁坐不住，比平时动得多|一半以上天数", "有过不如死了好，或想用什么办法伤害自己的念头|好几天", "这些事让您干活、料理家里、和人相处，有多困难|不想回答"].forEach((words, i) => resultRows.append({
                        "number": i + 1,
                        "line": words.split("|")[0],
                        "answerText": words.split("|")[1],
                        "strong": i === 8
                    }));
    }
    Component.onCompleted: showItem()
}

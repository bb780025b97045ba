// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: capture

    enum Step {
        Closed,
        Camera,
        Album,
        Check,
        Voice,
        Sign,
        Place,
        Scan,
        Look
    }

    property int step: CaptureModel.Closed
    property string heading: "照片（可以不拍）"
    property string sayText
    property string troubleText
    property bool hasCamera: true
    property var view: "seen"
    property var picture: ""
    property var ink: ""
    property bool hasInk: false
    readonly property ListModel album: ListModel {
    }
    property string questionText
    readonly property ListModel answers: ListModel {
    }
    property string consentText
    readonly property ListModel consents: ListModel {
    }
    property bool asksConsent: consents.count > 0
    property bool asksWitnesses: false
    property string witnesses
    property string caption
    property bool recording: false
    property bool playing: false
    property string timeText: "0:18"
    property int loudness: 0
    property bool waiting: false
    property string placeText
    property string lineText
    property string sharingText
    property bool canKeep: false
    property string keepLabel: "放进去"

    function fill(list: ListModel, words: list<string>, chosen: int): void {
        list.clear();
        for (let i = 0; i < words.length; ++i)
            list.append({
                    "code": i,
                    "label": words[i],
                    "iconName": "",
                    "chosen": i === chosen
                });
    }
    function showCamera(): void {
        sayText = "先问一句：“想拍一张照片，可以吗？不拍也没关系。”";
        step = CaptureModel.Camera;
    }
    function showAlbum(): void {
        for (let i = 0; i < 7; ++i)
            album.append({
                    "entryId": "p" + i,
                    "picture": "seen"
                });
        step = CaptureModel.Album;
    }
    function showCheck(faces: bool): void {
        heading = "这样可以吗";
        picture = "seen";
        questionText = "照片里看得见谁";
        canKeep = true;
        fill(answers, ["没有人", "背影", "看得见脸"], faces ? 2 : 0);
        if (faces) {
            fill(consents, ["还没问", "答应了，签个字", "答应了，两人在场"], 0);
            consentText = "没答应之前，只放在这台平板上";
        }
        step = CaptureModel.Check;
    }
    function showVoice(done: bool): void {
        heading = "说一段（可以不说）";
        recording = !done;
        loudness = 60;
        timeText = done ? "0:18" : "0:07，最长 3:00";
        if (done) {
            questionText = "录的是谁的声音";
            fill(answers, ["只有我自己", "有家里人的"], 0);
            canKeep = true;
        }
        step = CaptureModel.Voice;
    }
    function showSign(): void {
        heading = "请签名：志愿服务";
        keepLabel = "签好了";
        step = CaptureModel.Sign;
    }
    function showPlace(): void {
        heading = "记下这里的位置吗";
        placeText = "北纬25.50316°·东经119.78943°·12米以内";
        keepLabel = "记下";
        canKeep = true;
        step = CaptureModel.Place;
    }
    function showScan(): void {
        heading = "把码对着镜头";
        step = CaptureModel.Scan;
    }
    function showLook(voice: bool): void {
        heading = voice ? "录音" : "院子里的萝卜";
        lineText = "今天 10:20·吴美华";
        picture = voice ? "" : "seen";
        sharingText = voice ? "" : "家里人答应以前，只留在这台平板上";
        step = CaptureModel.Look;
    }
    function shoot(): void {
        capture.ask("shoot");
    }
    function openAlbum(): void {
        capture.ask("album");
    }
    function pick(entryId: string): void {
        capture.ask("pick " + entryId);
    }
    function again(): void {
        capture.ask("again");
    }
    function answer(code: int): void {
        capture.ask("answer " + code);
    }
    function agree(way: int): void {
        capture.ask("agree " + way);
    }
    function setWitnesses(names: string): void {
        capture.ask("witnesses " + names);
    }
    function setCaption(words: string): void {
        capture.ask("caption " + words);
    }
    function toggleRecording(): void {
        capture.ask("record");
    }
    function togglePlaying(): void {
        capture.ask("play");
    }
    function press(x: real, y: real): void {
        capture.ask("press " + x.toFixed(1) + " " + y.toFixed(1));
        hasInk = canKeep = true;
    }
    function draw(x: real, y: real): void {
    }
    function wipe(): void {
        capture.ask("wipe");
    }
    function askPlace(): void {
        capture.ask("place");
    }
    function keep(): void {
        capture.ask("keep");
    }
    function back(): void {
        capture.ask("back");
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml

Stub {
    id: near

    enum Step {
        Choose,
        Waiting,
        Typing,
        Going,
        Done,
        Stopped
    }

    property int step: NearModel.Choose
    property string noteText
    property var codePicture: ""
    property bool hasPicture: false
    property string codeText
    property string leftText
    property string typed
    property string typedTrouble
    property bool understood: false
    property bool canScan: true
    property string heading
    property string givenText
    property string takenText
    property string confirmedText
    property string sentence
    property string actionLabel

    function showCode(): void {
        near.codePicture = "seen";
        near.hasPicture = true;
        near.codeText = "0FJ2-K7QX-M0V2-D8RT";
        near.leftText = "9分钟以后自己关上";
        near.step = NearModel.Waiting;
    }
    function showTyping(): void {
        near.typed = "0FJ2-K7QX";
        near.step = NearModel.Typing;
    }
    function showDone(): void {
        near.heading = "互相带好了";
        near.givenText = "您的3条，旁边那台也带上了";
        near.takenText = "这台平板替它带上了5条";
        near.confirmedText = "它捎来了回执：省里已收到您的2条";
        near.step = NearModel.Done;
    }
    function showStopped(): void {
        near.sentence = "没找到旁边那台平板。看看它那一页还开着没有，两台是不是同一个无线网，再试一次";
        near.actionLabel = "再试一次";
        near.step = NearModel.Stopped;
    }
    function openDoor(): void {
        near.ask("door");
    }
    function goVisiting(): void {
        near.ask("scan");
    }
    function typeCode(): void {
        near.ask("type");
    }
    function read(text: string): void {
        near.ask("read " + text);
    }
    function go(): void {
        near.ask("go");
    }
    function resolve(): void {
        near.ask("resolve");
    }
    function again(): void {
        near.ask("again");
    }
}

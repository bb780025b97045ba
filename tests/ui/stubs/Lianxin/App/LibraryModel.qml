// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: library

    property string itemId
    property string heading
    property string line
    property string body
    property string emptyText
    property bool canPlay: false
    property bool playing: false
    property string playLabel
    readonly property ListModel shelves: ListModel {
        ListElement {
            shelf: 0
            label: "手册"
            iconName: "book"
            chosen: true
        }
        ListElement {
            shelf: 1
            label: "政策"
            iconName: "doc"
            chosen: false
        }
        ListElement {
            shelf: 2
            label: "听一听"
            iconName: "speaker"
            chosen: false
        }
    }
    property string missingText
    readonly property ListModel pictures: ListModel {
    }
    readonly property ListModel sounds: ListModel {
    }
    readonly property ListModel items: ListModel {
        ListElement {
            itemId: "own/first-visit"
            heading: "头一回上门"
            line: "带着耳朵去，不带表格去"
            iconName: "book"
        }
        ListElement {
            itemId: "own/words"
            heading: "说什么，不说什么"
            line: "话不在多，在肯听"
            iconName: "book"
        }
        ListElement {
            itemId: "own/low-mood"
            heading: "看着心情很低的时候"
            line: "问出来，不会把人问坏"
            iconName: "book"
        }
    }

    function showBreath(): void {
        library.itemId = "own/breathe";
        library.heading = "跟着呼吸，三分钟";
        library.line = "声音往上，吸气；声音往下，呼气";
        library.body = "坐好，肩膀放下来。声音慢慢升高的时候吸气，慢慢降低的时候呼气。\n\n跟不上就按自己的来，随时可以停。\n\n这是机器合成的声音，没有人说话。";
        library.canPlay = true;
        library.playLabel = "开始，3分钟";
    }
    function showMaterial(): void {
        library.itemId = "m1";
        library.heading = "心里难受的时候";
        library.line = "三段录音，闽南话";
        library.body = "躺着听、坐着听都行。听到一半不想听，就停在那里。";
        library.sounds.append({
                "soundId": "s1",
                "label": "睡不着的夜里",
                "line": "6分钟",
                "playing": true
            });
        library.sounds.append({
                "soundId": "s2",
                "label": "快过节了",
                "line": "4分钟",
                "playing": false
            });
        library.pictures.append({
                "attachmentId": "a1",
                "picture": "seen",
                "iconName": "doc",
                "label": "原件第一页",
                "accessibleText": "扫描件，原件第一页"
            });
        library.missingText = "还有1份没到这台平板";
    }
    function toggleSound(soundId: string): void {
        library.ask("sound " + soundId);
    }
    function openAttachment(attachmentId: string): void {
        library.ask("openAttachment " + attachmentId);
    }
    function choose(shelf: int): void {
        library.ask("choose " + shelf);
    }
    function open(itemId: string): void {
        library.ask("open " + itemId);
    }
    function togglePlay(): void {
        library.ask("play");
    }
}

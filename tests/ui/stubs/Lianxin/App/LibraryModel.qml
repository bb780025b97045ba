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

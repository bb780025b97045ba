// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tablet, township, province: how far a record has come. Passed is green, bold and ticked.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Flow {
    id: way

    property int place: 0
    readonly property list<string> icons: ["tablet", "town", "province"]
    readonly property list<string> words: [qsTr("这台平板"), qsTr("乡镇"), qsTr("省里")]

    spacing: 10
    Accessible.role: Accessible.StaticText
    Accessible.name: words[place]

    Repeater {
        model: 3
        delegate: Row {
            id: stop

            required property int index
            readonly property bool passed: index <= way.place

            spacing: 8

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                visible: stop.index > 0
                width: 48
                height: 2
                color: stop.passed ? Theme.pri : Theme.line
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: way.icons[stop.index]
                size: 22
                color: stop.passed ? Theme.pri : Theme.ink2
            }
            AppText {
                text: way.words[stop.index]
                strong: stop.passed
                color: stop.passed ? Theme.pri : Theme.ink2
                Accessible.ignored: true
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: stop.passed
                name: "check"
                size: 20
                color: Theme.pri
            }
        }
    }
}

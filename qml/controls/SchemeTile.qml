// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A small picture of the page in light, dark, or as the tablet has it.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

ChoiceArea {
    id: tile

    property string label
    property bool halfDark: false
    property bool allDark: false

    implicitHeight: Math.max(128, 96 + words.implicitHeight)
    corner: 16
    text: label

    background: Rectangle {
        radius: 16
        color: tile.down ? Theme.inset : Theme.surf
        border.width: tile.chosen ? 3 : 1
        border.color: tile.chosen ? Theme.pri : Theme.edge

        FocusRing {
            shown: tile.visualFocus
            inner: 16
        }
    }
    contentItem: Item {
    }

    Item {
        anchors.fill: parent

        Rectangle {
            id: sheet

            x: 13
            y: 13
            width: parent.width - 26
            height: 70
            radius: 10
            clip: true
            color: Theme.bgs[tile.allDark ? 1 : 0]
            border.width: 1
            border.color: Theme.line

            Rectangle {
                anchors.right: parent.right
                width: parent.width / 2
                height: parent.height
                radius: 10
                visible: tile.halfDark
                color: Theme.bgs[1]
            }
            Rectangle {
                x: 10
                y: 10
                width: parent.width * 0.3
                height: 8
                radius: 4
                color: Theme.inks[tile.allDark ? 1 : 0]
            }
            Rectangle {
                x: 10
                y: 26
                width: parent.width * (tile.halfDark ? 0.35 : 0.7)
                height: 24
                radius: 6
                color: Theme.priss[tile.allDark ? 1 : 0]
            }
            Rectangle {
                x: parent.width * 0.57
                y: 26
                width: parent.width * 0.35
                height: 24
                radius: 6
                visible: tile.halfDark
                color: Theme.priss[1]
            }
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 88
            spacing: 8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: tile.chosen
                name: "check"
                size: 20
                color: Theme.ink
            }
            AppText {
                id: words

                text: tile.label
                strong: tile.chosen
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One of the people who share the tablet.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

ChoiceArea {
    id: tile

    required property string name
    required property string place
    required property string initial
    required property int tint
    required chosen

    implicitHeight: Math.max(Theme.low ? 88 : 112, implicitContentHeight + 24)
    corner: 20
    text: place.length > 0 ? name + "，" + place : name
    leftPadding: 16
    rightPadding: 12

    background: Rectangle {
        radius: 20
        color: tile.down ? Theme.inset : Theme.surf
        border.width: tile.chosen ? 3 : 1
        border.color: tile.chosen ? Theme.pri : Theme.edge

        FocusRing {
            shown: tile.visualFocus
            inner: 20
        }
    }
    contentItem: RowLayout {
        spacing: 12

        Avatar {
            initial: tile.initial
            tint: tile.tint
            size: 56

            Rectangle {
                x: 34
                y: 32
                width: 26
                height: 26
                radius: 13
                visible: tile.chosen
                color: Theme.pri
                border.width: 2
                border.color: Theme.surf

                Icon {
                    anchors.centerIn: parent
                    name: "check"
                    size: 16
                    color: Theme.onpri
                }
            }
        }
        Column {
            Layout.fillWidth: true

            AppText {
                width: parent.width
                text: tile.name
                size: Theme.lead
                strong: true
                Accessible.ignored: true
            }
            MetaText {
                width: parent.width
                visible: text.length > 0 // known from the first unlock on
                text: tile.place
                Accessible.ignored: true
            }
        }
    }
}

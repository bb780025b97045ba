// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A family to choose: how they are called, and where they are.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Rectangle {
    id: tile

    required property string name
    required property string line
    required property string initial
    required property int tint

    signal clicked

    implicitWidth: 240
    implicitHeight: Math.max(Theme.large ? 92 : 80, row.implicitHeight + 24)
    radius: 16
    color: Theme.surf
    border.width: 1
    border.color: Theme.line

    PressArea {
        anchors.fill: parent
        anchors.margins: 1
        text: tile.line.length > 0 ? tile.name + "，" + tile.line : tile.name
        onClicked: tile.clicked()
    }
    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: 12
        anchors.leftMargin: 16
        spacing: 16

        Avatar {
            initial: tile.initial
            tint: tile.tint
            size: 48
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
                visible: text.length > 0
                text: tile.line
                Accessible.ignored: true
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Something that must be answered or read before going on: a card over a veil. Touching the veil goes back.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

FocusScope {
    id: sheet

    default property alias content: holder.data
    property bool opened: false
    property string name
    property int sheetWidth: 480

    signal closed

    anchors.fill: parent
    visible: opened
    focus: opened
    Accessible.role: Accessible.Dialog
    Accessible.name: name

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim

        MouseArea {
            anchors.fill: parent
            onClicked: sheet.closed()
        }
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(sheet.sheetWidth, sheet.width - 32)
        height: holder.implicitHeight + 64
        radius: 24
        color: Theme.surf
        border.width: 1
        border.color: Theme.line

        MouseArea {
            anchors.fill: parent
        }
        Column {
            id: holder

            x: 32
            y: 32
            width: parent.width - 64
            spacing: 16
        }
    }
}

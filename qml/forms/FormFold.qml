// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What may be left out, folded.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

PressArea {
    id: fold

    property string label
    property string line
    property bool open: false

    implicitHeight: Math.max(72, implicitContentHeight + 20)
    implicitWidth: 320
    text: open ? label + "，" + qsTr("已打开") : line.length > 0 ? label + "，" + line : label
    leftPadding: 20
    rightPadding: 20

    background: Rectangle {
        radius: 16
        color: fold.down ? Theme.inset : Theme.surf
        border.width: 1
        border.color: Theme.line

        FocusRing {
            shown: fold.visualFocus
            inner: 16
        }
    }
    contentItem: RowLayout {
        spacing: 16

        Column {
            Layout.fillWidth: true

            AppText {
                width: parent.width
                text: fold.label
                strong: true
                Accessible.ignored: true
            }
            MetaText {
                width: parent.width
                visible: text.length > 0
                text: fold.line
                Accessible.ignored: true
            }
        }
        Icon {
            name: fold.open ? "up" : "down"
        }
    }
}

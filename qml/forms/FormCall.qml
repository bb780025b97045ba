// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A number beside the decision: a row that dials, or shows the number large enough to read off.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

PressArea {
    id: call

    property string label
    property string number
    property string line

    implicitHeight: Math.max(72, implicitContentHeight + 20)
    corner: 16
    rest: Theme.surf
    text: label + "，" + number + (line.length > 0 ? "，" + line : "")

    contentItem: RowLayout {
        spacing: 16

        Rectangle {
            Layout.leftMargin: 12
            Layout.preferredWidth: 48
            Layout.preferredHeight: 48
            radius: 24
            color: Theme.pris

            Icon {
                anchors.centerIn: parent
                name: "phone"
                color: Theme.onpris
            }
        }
        Column {
            Layout.fillWidth: true

            AppText {
                width: parent.width
                text: call.label
                Accessible.ignored: true
            }
            MetaText {
                width: parent.width
                visible: text.length > 0
                text: call.line
                Accessible.ignored: true
            }
        }
        AppText {
            Layout.rightMargin: 20
            text: call.number
            size: Theme.title
            strong: true
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One row of somebody's spreadsheet: its number there, who it is about, what to look at, and what becomes of it. Reading only.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Item {
    id: row

    property int number
    property string heading
    property string line
    property string stateText
    property bool look: false

    implicitHeight: Math.max(64, words.implicitHeight + 20)
    implicitWidth: 320
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("第%1行，%2，%3").arg(number).arg(heading).arg(stateText) + (line.length > 0 ? "，" + line : "")

    RowLayout {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        spacing: 16

        MetaText {
            Layout.preferredWidth: Theme.large ? 96 : 72
            text: qsTr("第%1行").arg(row.number)
            Accessible.ignored: true
        }
        Column {
            Layout.fillWidth: true

            AppText {
                width: parent.width
                text: row.heading
                strong: true
                Accessible.ignored: true
            }
            MetaText {
                width: parent.width
                visible: text.length > 0
                text: row.line
                color: row.look ? Theme.clay : Theme.ink2
                Accessible.ignored: true
            }
        }
        MetaText {
            Layout.maximumWidth: parent.width / 3
            horizontalAlignment: Text.AlignRight
            text: row.stateText
            Accessible.ignored: true
        }
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}

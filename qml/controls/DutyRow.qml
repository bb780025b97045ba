// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One thing to do for a family: its reason, until when, and a quiet way to say why it does not suit.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

RowLayout {
    id: row

    required property string taskId
    required property string heading
    required property string line
    required property string iconName
    required property bool canExplain

    signal explained(string taskId)

    spacing: 14

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: 6
        name: row.iconName
        size: 24
    }
    Column {
        Layout.fillWidth: true
        Layout.topMargin: 4
        Layout.bottomMargin: 4

        AppText {
            width: parent.width
            text: row.heading
            strong: true
        }
        MetaText {
            width: parent.width
            visible: text.length > 0
            text: row.line
        }
    }
    AppButton {
        visible: row.canExplain
        compact: true
        kind: AppButton.Quiet
        text: qsTr("说明一下")
        Accessible.name: qsTr("说明一下，%1").arg(row.heading)
        onClicked: row.explained(row.taskId)
    }
}

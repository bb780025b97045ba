// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 今天, while a county's families are being read for the first time since the unlock: what will stand here, how far it is, and that nobody has to wait.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

ColumnLayout {
    id: reading

    required property TodayModel today

    spacing: 16

    Column {
        Layout.fillWidth: true
        spacing: 10

        AppText {
            width: parent.width
            text: reading.today.readingText
            size: Theme.lead
            strong: true
        }
        Rectangle {
            width: parent.width
            height: 6
            radius: 3
            color: Theme.inset
            Accessible.role: Accessible.ProgressBar
            Accessible.name: reading.today.readingText

            Rectangle {
                width: parent.width * reading.today.percentRead / 100
                height: parent.height
                radius: 3
                color: Theme.pri
            }
        }
        MetaText {
            width: parent.width
            text: qsTr("不用等：家人、家园、紧急都可以先打开。")
        }
    }
    Card {
        Layout.fillWidth: true
        paddingY: 8

        Repeater {
            model: 5
            delegate: PendingRow {
                width: parent?.width ?? 0
            }
        }
    }
}

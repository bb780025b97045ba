// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An activity of a home: its day as a tile, what it is, and where.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Item {
    id: row

    required property string activityId
    required property string dayText
    required property string underText
    required property string heading
    required property string line
    required property string accessibleText
    required property int index

    signal opened

    implicitHeight: Math.max(Theme.large ? 92 : 77, words.implicitHeight + 16, day.height + 16)

    Rule {
        width: parent.width
        visible: row.index > 0
    }
    PressArea {
        anchors.fill: parent
        text: row.accessibleText
        onClicked: row.opened()
    }
    Rectangle {
        id: day

        anchors.verticalCenter: parent.verticalCenter
        width: Theme.large ? 96 : 72
        height: number.implicitHeight + under.implicitHeight + 10
        radius: 14
        color: Theme.inset

        AppText {
            id: number

            y: 5
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: row.dayText
            strong: true
            Accessible.ignored: true
        }
        MetaText {
            id: under

            anchors.top: number.bottom
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: row.underText
            Accessible.ignored: true
        }
    }
    Column {
        id: words

        anchors.left: day.right
        anchors.leftMargin: 16
        anchors.right: arrow.left
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            width: parent.width
            text: row.heading
            size: Theme.lead
            strong: true
            Accessible.ignored: true
        }
        MetaText {
            width: parent.width
            text: row.line
            Accessible.ignored: true
        }
    }
    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        name: "right"
        size: 22
        color: Theme.ink3
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the team was: the day, whose door, what was done, who went; its slip on paper.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Item {
    id: row

    required property string serviceId
    required property string dayText
    required property string heading
    required property string line
    required property string accessibleText
    required property int index
    property bool canSlip: false

    signal opened(string id)
    signal slipped(string id)

    implicitWidth: 320
    implicitHeight: Math.max(Theme.large ? 88 : 76, words.implicitHeight + 20)

    Rule {
        width: parent.width
        visible: row.index > 0
    }
    PressArea {
        anchors.left: parent.left
        anchors.right: slip.visible ? slip.left : parent.right
        anchors.leftMargin: -8
        anchors.rightMargin: 8
        height: parent.height
        corner: 14
        text: row.accessibleText
        onClicked: row.opened(row.serviceId)
    }
    Column {
        id: words

        anchors.left: parent.left
        anchors.right: slip.visible ? slip.left : parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        AppText {
            width: parent.width
            text: row.heading
            strong: true
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        MetaText {
            width: parent.width
            text: row.line.length > 0 ? row.dayText + "·" + row.line : row.dayText
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    RoundButton {
        id: slip

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: row.canSlip
        tonal: false
        name: qsTr("印服务单：%1").arg(row.heading)
        iconName: "print"
        onClicked: row.slipped(row.serviceId)
    }
}

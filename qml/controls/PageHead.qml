// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a deep page: back, who it is about, and the page's own buttons at the right.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Item {
    id: head

    default property alias content: side.data
    property bool canGoBack: true
    property string backIcon: "left"
    property string initial
    property int tint: 0
    property string heading
    property string line
    property int size: Theme.page
    property int avatarSize: 72
    property int least: Theme.low ? 72 : 112
    property bool ruled: true
    property alias beside: near.data

    signal back

    implicitHeight: Math.max(least, row.implicitHeight + 16)
    implicitWidth: 480

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: head.canGoBack ? Theme.margin - 16 : Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: 16

        RoundButton {
            visible: head.canGoBack
            name: head.backIcon === "x" ? qsTr("关上，先放着") : qsTr("返回")
            iconName: head.backIcon
            tonal: false
            onClicked: head.back()
        }
        Avatar {
            visible: head.initial.length > 0
            initial: head.initial
            tint: head.tint
            size: Theme.low ? 48 : head.avatarSize
        }
        Column {
            Layout.fillWidth: true
            Layout.maximumWidth: near.children.length > 0 ? Math.ceil(Math.max(title.implicitWidth, under.implicitWidth)) : 100000
            spacing: -4

            AppText {
                id: title

                width: parent.width
                text: head.heading
                size: head.size
                strong: true
                Accessible.role: Accessible.Heading
                maximumLineCount: 2
            }
            AppText {
                id: under

                width: parent.width
                visible: text.length > 0
                text: head.line
                color: Theme.ink2
                maximumLineCount: 2
            }
        }
        RowLayout {
            id: near
        }
        Item {
            Layout.fillWidth: near.children.length > 0
            visible: near.children.length > 0
        }
        RowLayout {
            id: side

            spacing: 16
        }
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
        visible: head.ruled
    }
}

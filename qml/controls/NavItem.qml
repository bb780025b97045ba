// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

PressArea {
    id: item

    property string label
    property string iconName
    property bool urgent: false
    property bool hasLook: false
    readonly property color tone: urgent ? Theme.onclays : (chosen ? Theme.onpris : Theme.ink2)

    implicitWidth: Theme.medium ? 80 : (Theme.large ? 112 : 88)
    implicitHeight: Theme.large ? 84 : 72
    rest: urgent ? Theme.clays : "transparent"
    text: hasLook ? label + "，" + qsTr("有一处需要您看一下") : label
    Accessible.selected: chosen

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: 2

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: item.iconName
                size: Theme.large ? 28 : 26
                color: item.tone
            }
            AppText {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(implicitWidth, item.width - 4)
                elide: Text.ElideRight
                size: Math.min(Theme.meta, 20)
                text: item.label
                strong: item.chosen || item.urgent
                color: item.tone
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        Rectangle {
            anchors.right: parent.right
            anchors.rightMargin: 18
            anchors.top: parent.top
            anchors.topMargin: 8
            width: 10
            height: 10
            radius: 5
            visible: item.hasLook
            color: Theme.clay
        }
    }
}

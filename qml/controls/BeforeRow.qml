// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 改之前: what stood there before both of them wrote.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Rectangle {
    id: row

    property string value
    property string line
    property bool inset: false

    implicitHeight: Math.max(inset ? 60 : 80, content.implicitHeight + 24)
    radius: inset ? 16 : 20
    color: inset ? Theme.inset : Theme.surf
    border.width: inset ? 0 : 1
    border.color: Theme.line

    RowLayout {
        id: content

        anchors.fill: parent
        anchors.leftMargin: 24
        anchors.rightMargin: 24
        spacing: 16

        Icon {
            name: "history"
            size: 22
        }
        AppText {
            Layout.preferredWidth: Theme.compact || row.inset ? implicitWidth : 120
            text: qsTr("改之前")
            color: Theme.ink2
            wrapMode: Text.NoWrap
        }
        Flow {
            Layout.fillWidth: true
            spacing: 16

            AppText {
                width: Math.min(implicitWidth, parent.width)
                text: row.value.length > 0 ? row.value : qsTr("以前没有写")
                size: row.inset ? Theme.lead + 2 : Theme.title
                strong: !row.inset && row.value.length > 0
            }
            MetaText {
                width: Math.min(implicitWidth, parent.width)
                height: Math.max(implicitHeight, Theme.title * 1.448)
                visible: text.length > 0
                text: row.line
            }
        }
    }
}

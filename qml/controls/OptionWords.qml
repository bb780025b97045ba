// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an answer, with its picture, or with the tick when it is chosen.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Item {
    id: face

    required property string label
    required property string iconName
    required property bool chosen
    readonly property real wanted: row.implicitHeight
    readonly property color tone: !enabled ? Theme.ink3 : (chosen ? Theme.onpris : Theme.ink)
    readonly property real beside: sign.visible ? sign.width + 8 : 0

    implicitWidth: Math.ceil(words.implicitWidth) + beside

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 8

        Icon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            name: face.chosen ? "check" : (Theme.large ? "" : face.iconName)
            size: face.chosen ? 20 : 22
            color: face.chosen ? Theme.onpris : Theme.ink3
        }
        AppText {
            id: words

            width: Math.min(implicitWidth, face.width - face.beside - 16)
            text: face.label
            strong: face.chosen
            color: face.tone
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 2
            Accessible.ignored: true
        }
    }
}

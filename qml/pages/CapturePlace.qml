// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The place, in the words in which it will be written down. Nothing is written before the button.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Item {
    id: part

    required property CaptureModel capture

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width, 640)
        spacing: 20

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "pin"
            size: 56
            color: Theme.pri
        }
        AppText {
            width: parent.width
            text: part.capture.waiting ? qsTr("在找，稍等一会儿") : part.capture.placeText
            size: Theme.title
            strong: true
            horizontalAlignment: Text.AlignHCenter
        }
        AppText {
            width: parent.width
            visible: part.capture.canKeep
            text: qsTr("只记这一处、这一次，不会跟着走。")
            color: Theme.ink2
            horizontalAlignment: Text.AlignHCenter
        }
        AppButton {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: part.capture.canKeep
            implicitHeight: Theme.save
            implicitWidth: 240
            kind: AppButton.Primary
            text: part.capture.keepLabel
            onClicked: part.capture.keep()
        }
        AppButton {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !part.capture.waiting
            kind: AppButton.Quiet
            iconName: "refresh"
            text: qsTr("再找一次")
            onClicked: part.capture.askPlace()
        }
    }
}

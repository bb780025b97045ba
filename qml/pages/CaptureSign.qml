// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet to sign on: as wide as the tablet, a line to write on, and a way to begin again.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

ColumnLayout {
    id: part

    required property CaptureModel capture

    spacing: 20

    Rectangle {
        id: pad

        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(part.height - 120, width / 3)
        Layout.alignment: Qt.AlignVCenter
        radius: 20
        color: Theme.paper
        border.width: 1
        border.color: Theme.edge
        Accessible.role: Accessible.Canvas
        Accessible.name: qsTr("签名的地方")

        Rectangle {
            x: parent.width * 0.06
            y: parent.height * 0.78
            width: parent.width * 0.88
            height: 2
            color: Theme.paperLine
        }
        PictureView {
            anchors.fill: parent
            picture: part.capture.ink
        }
        MouseArea {
            anchors.fill: parent
            preventStealing: true
            onPressed: mouse => part.capture.press(mouse.x / pad.width, mouse.y / pad.height)
            onPositionChanged: mouse => part.capture.draw(mouse.x / pad.width, mouse.y / pad.height)
        }
    }
    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        spacing: 16

        AppButton {
            kind: AppButton.Quiet
            iconName: "undo"
            text: qsTr("重新签")
            enabled: part.capture.hasInk
            onClicked: part.capture.wipe()
        }
        AppButton {
            implicitHeight: Theme.save
            least: 200
            kind: AppButton.Primary
            text: part.capture.keepLabel
            enabled: part.capture.canKeep
            onClicked: part.capture.keep()
        }
    }
}

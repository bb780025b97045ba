// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the camera sees, and one button. For a code there is no button: it is read as soon as it is seen.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Item {
    id: part

    required property CaptureModel capture
    readonly property bool takes: capture.step === CaptureModel.Camera

    Rectangle {
        anchors.top: parent.top
        anchors.bottom: part.takes ? buttons.top : parent.bottom
        anchors.bottomMargin: part.takes ? 20 : 0
        width: parent.width
        radius: 20
        color: Theme.inset

        PictureView {
            anchors.fill: parent
            picture: part.capture.view
            corner: 20
        }
        Rectangle {
            anchors.centerIn: parent
            width: Math.min(parent.width, parent.height) * 0.6
            height: width
            visible: !part.takes && part.capture.hasCamera
            radius: 24
            color: "transparent"
            border.width: 4
            border.color: Theme.oninv
        }
    }
    Row {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        visible: part.takes
        spacing: 16

        AppButton {
            anchors.verticalCenter: parent.verticalCenter
            kind: AppButton.Quiet
            iconName: "tablet"
            text: qsTr("从平板里选一张")
            onClicked: part.capture.openAlbum()
        }
        AppButton {
            implicitHeight: Theme.save
            least: 200
            kind: AppButton.Primary
            iconName: "camera"
            text: qsTr("拍下来")
            focus: true
            onClicked: part.capture.shoot()
        }
    }
}

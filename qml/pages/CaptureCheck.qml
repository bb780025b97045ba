// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The picture, before it is put in: who can be seen, a word to it, and another try.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

GridLayout {
    id: part

    required property CaptureModel capture
    readonly property bool narrow: Theme.compact

    columns: narrow ? 1 : 2
    columnSpacing: 32
    rowSpacing: 20

    PictureView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 3
        Layout.minimumHeight: 160
        picture: part.capture.picture
        corner: 20
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("刚拍的照片")
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: !part.narrow
        Layout.preferredWidth: 2
        spacing: 16

        PageScroll {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: part.narrow ? Math.min(contentHeight, part.height * 0.5) : 100
            marginTop: 0
            marginBottom: 0
            margin: 0

            Column {
                width: scroll.contentRoom
                spacing: 16

                CaptureConsent {
                    width: parent.width
                    capture: part.capture
                }
                AppField {
                    width: parent.width
                    label: qsTr("一句话（可不写）")
                    placeholderText: label
                    value: part.capture.caption
                    onEdited: text => part.capture.setCaption(text)
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 12

            AppButton {
                kind: AppButton.Quiet
                text: qsTr("换一张")
                onClicked: part.capture.again()
            }
            AppButton {
                Layout.fillWidth: true
                implicitHeight: Theme.save
                kind: AppButton.Primary
                text: part.capture.keepLabel
                enabled: part.capture.canKeep
                onClicked: part.capture.keep()
            }
        }
    }
}

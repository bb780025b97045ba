// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the two tablets shows the code.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

GridLayout {
    id: part

    required property NearModel near

    columns: Theme.compact ? 1 : 2
    columnSpacing: 24
    rowSpacing: 16

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        paddingY: 24
        spacing: 12

        Icon {
            name: "tablet"
            size: 32
            color: Theme.ink2
        }
        AppText {
            width: parent.width
            text: qsTr("这台亮码")
            size: Theme.title
            strong: true
        }
        AppText {
            width: parent.width
            bottomPadding: 8
            text: qsTr("屏幕上出一个码，请对方来扫")
            color: Theme.ink2
        }
        AppButton {
            width: parent.width
            kind: AppButton.Primary
            text: qsTr("等旁边的平板来")
            onClicked: part.near.openDoor()
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        paddingY: 24
        spacing: 12

        Icon {
            name: "transfer"
            size: 32
            color: Theme.ink2
        }
        AppText {
            width: parent.width
            text: qsTr("对方亮码")
            size: Theme.title
            strong: true
        }
        AppText {
            width: parent.width
            bottomPadding: 8
            text: qsTr("对方已经亮出码了，这台去扫，或者照着抄")
            color: Theme.ink2
        }
        RowLayout {
            width: parent.width
            spacing: 12

            AppButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                visible: part.near.canScan
                kind: AppButton.Primary
                iconName: "camera"
                text: qsTr("扫它的码")
                onClicked: part.near.goVisiting()
            }
            AppButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                kind: AppButton.Outline
                iconName: "pen"
                text: qsTr("照着抄")
                onClicked: part.near.typeCode()
            }
        }
    }
}

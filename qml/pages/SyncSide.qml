// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the month's data may cost, what waits for Wi-Fi, and the sentence that lets one rest.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

ColumnLayout {
    id: side

    required property SyncModel sync

    spacing: 16

    Card {
        Layout.fillWidth: true
        visible: side.sync.limitText.length > 0
        paddingY: 20
        spacing: 8

        SectionLabel {
            text: qsTr("这个月的流量")
        }
        Row {
            spacing: 8

            AppText {
                id: figure

                text: side.sync.dataText
                size: Theme.num
                strong: true
            }
            AppText {
                anchors.baseline: figure.baseline
                text: side.sync.dataLine
                color: Theme.ink2
                wrapMode: Text.NoWrap
            }
        }
        Rectangle {
            width: parent.width
            height: 12
            radius: 6
            color: Theme.inset
            border.width: 1
            border.color: Theme.edge

            Rectangle {
                width: Math.max(12, parent.width * Math.min(1, side.sync.dataRatio))
                height: 12
                radius: 6
                color: Theme.pri
            }
        }
        RowLayout {
            width: parent.width
            spacing: 8

            AppButton {
                compact: true
                kind: AppButton.Outline
                implicitWidth: Theme.tap
                leftPadding: 8
                rightPadding: 8
                iconName: "minus"
                Accessible.name: qsTr("少用一点")
                onClicked: side.sync.stepLimit(-1)
            }
            AppText {
                Layout.fillWidth: true
                text: side.sync.limitText
                strong: true
                horizontalAlignment: Text.AlignHCenter
            }
            AppButton {
                compact: true
                kind: AppButton.Outline
                implicitWidth: Theme.tap
                leftPadding: 8
                rightPadding: 8
                iconName: "plus"
                Accessible.name: qsTr("多用一点")
                onClicked: side.sync.stepLimit(1)
            }
        }
    }
    Card {
        Layout.fillWidth: true
        paddingY: 8

        SwitchRow {
            width: parent.width
            text: qsTr("照片等Wi-Fi再传")
            on: side.sync.photosWait
            onFlipped: on => side.sync.photosWait = on
        }
        Rule {
            width: parent.width
        }
        SwitchRow {
            width: parent.width
            text: qsTr("镇里可以代收")
            on: side.sync.townMay
            onFlipped: on => side.sync.townMay = on
        }
    }
    InfoStrip {
        Layout.fillWidth: true
        iconName: "info"
        label: qsTr("不连网也能一直用。记录不会丢，换人登录也不会丢。")
    }
}

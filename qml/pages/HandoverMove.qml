// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one chosen family moves: where to, which door, and whether its file goes along.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Column {
    id: part

    required property HandoverModel handover
    property bool open: false

    visible: handover.movingText.length > 0
    spacing: 12

    FormFold {
        width: parent.width
        label: part.handover.movingText
        line: qsTr("记新住处，和换联系人分开记")
        open: part.open
        onClicked: part.open = !part.open
    }
    Card {
        width: parent.width
        visible: part.open
        paddingY: 20
        spacing: 12

        AppField {
            width: parent.width
            iconName: "search"
            label: qsTr("搬到哪个村、哪个县")
            placeholderText: qsTr("搬到哪个村、哪个县")
            value: part.handover.movePlace
            onEdited: text => part.handover.movePlace = text
        }
        Flow {
            width: parent.width
            visible: places.count > 0
            spacing: 12

            Repeater {
                id: places

                model: part.handover.places
                delegate: OptionButton {
                    required property string code

                    required label
                    required chosen
                    round: true
                    onClicked: part.handover.choosePlace(code)
                }
            }
        }
        AppField {
            width: parent.width
            label: qsTr("新的住处")
            placeholderText: qsTr("新的住处")
            value: part.handover.moveAddress
            onEdited: text => part.handover.moveAddress = text
        }
        InfoStrip {
            width: parent.width
            iconName: "info"
            label: part.handover.moveLine
        }
        AppButton {
            enabled: part.handover.canMove
            kind: AppButton.Tonal
            iconName: "house"
            text: part.handover.moveLabel
            onClicked: part.handover.move()
        }
    }
}

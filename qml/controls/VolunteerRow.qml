// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody of a team: the name, what they can do, one touch to call. Nothing says what kind of volunteer they are, or how often they went.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Item {
    id: row

    required property string volunteerId
    required property string name
    required property string line
    required property string initial
    required property int tint
    required property string stateText
    required property bool hasPhone
    property bool canOpen: true

    signal opened(string id)
    signal called(string id)

    implicitWidth: 320
    implicitHeight: Math.max(Theme.large ? 88 : 76, words.implicitHeight + 16)

    PressArea {
        anchors.left: parent.left
        anchors.right: phone.visible ? phone.left : parent.right
        anchors.leftMargin: -8
        anchors.rightMargin: 8
        height: parent.height
        corner: 14
        enabled: row.canOpen
        text: row.name + (row.line.length > 0 ? "，" + row.line : "") + (row.stateText.length > 0 ? "，" + row.stateText : "")
        onClicked: row.opened(row.volunteerId)
    }
    Avatar {
        id: face

        anchors.verticalCenter: parent.verticalCenter
        initial: row.initial
        tint: row.tint
        size: Theme.large ? 56 : 48
    }
    Column {
        id: words

        anchors.left: face.right
        anchors.leftMargin: 16
        anchors.right: phone.visible ? phone.left : parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter

        Row {
            width: parent.width
            spacing: 12

            AppText {
                width: Math.min(implicitWidth, parent.width - (state.visible ? state.width + 12 : 0))
                text: row.name
                size: Theme.lead
                strong: true
                Accessible.ignored: true
            }
            Tag {
                id: state

                anchors.verticalCenter: parent.verticalCenter
                label: row.stateText
            }
        }
        MetaText {
            width: parent.width
            visible: text.length > 0
            text: row.line
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    RoundButton {
        id: phone

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: row.hasPhone
        name: qsTr("给%1打电话").arg(row.name)
        iconName: "phone"
        onClicked: row.called(row.volunteerId)
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// On a quiet day: someone to call.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Rectangle {
    id: card

    required property string familyId
    required property string name
    required property string line
    required property string initial
    required property int tint
    required property string accessibleText

    signal opened
    signal called

    implicitHeight: Math.max(96, row.implicitHeight + 32)
    radius: 20
    color: Theme.surf
    border.width: 1
    border.color: Theme.line

    PressArea {
        anchors.fill: parent
        anchors.margins: 1
        corner: 19
        text: card.accessibleText
        onClicked: card.opened()
    }
    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: 20
        spacing: 16

        Avatar {
            initial: card.initial
            tint: card.tint
            size: 56
        }
        Column {
            Layout.fillWidth: true

            AppText {
                width: parent.width
                text: card.name
                size: Theme.lead
                strong: true
            }
            MetaText {
                width: parent.width
                text: card.line
            }
        }
        RoundButton {
            size: Theme.large ? 64 : 56
            name: qsTr("给%1打电话").arg(card.name)
            iconName: "phone"
            onClicked: card.called()
        }
    }
}

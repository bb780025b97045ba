// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A village of which nothing new came for a while: a kind question, no reproach.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Card {
    id: card

    required property string colleagueId
    required property string heading
    required property string line
    required property bool canAsk

    signal asked

    paddingY: 14

    RowLayout {
        width: parent.width
        spacing: 16

        Icon {
            name: "phone"
            color: Theme.ink2
        }
        Column {
            Layout.fillWidth: true

            AppText {
                width: parent.width
                text: card.heading
                strong: true
            }
            MetaText {
                width: parent.width
                text: card.line
            }
        }
        AppButton {
            visible: card.canAsk
            compact: true
            kind: AppButton.Outline
            text: qsTr("问一声")
            onClicked: card.asked()
        }
    }
}

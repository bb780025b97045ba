// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One of two files that may be of one family. What both say alike has a mark, so that the eye goes to what differs.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Card {
    id: card

    required property string sideId
    required property string tag
    required property bool stays
    required property string name
    required property string place
    required property string initial
    required property int tint
    required property QtObject facts
    required property string accessibleText

    signal opened

    padding: 24
    spacing: 16
    Accessible.role: Accessible.Grouping
    Accessible.name: accessibleText

    ColumnLayout {
        width: parent?.width ?? 0
        spacing: 14

        RowLayout {
            spacing: 16

            Avatar {
                initial: card.initial
                tint: card.tint
                size: 56
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                AppText {
                    Layout.fillWidth: true
                    text: card.name
                    size: Theme.title
                    strong: true
                }
                MetaText {
                    Layout.fillWidth: true
                    text: card.place
                }
            }
            Tag {
                Layout.alignment: Qt.AlignTop
                label: card.tag
                color: card.stays ? Theme.pris : Theme.inset
                ink: card.stays ? Theme.onpris : Theme.ink2
            }
        }
        Repeater {
            model: card.facts
            delegate: RowLayout {
                id: fact

                required property string label
                required property string value
                required property bool same

                Layout.fillWidth: true
                spacing: 12

                MetaText {
                    Layout.preferredWidth: Theme.large ? 136 : 108
                    Layout.alignment: Qt.AlignTop
                    text: fact.label
                }
                AppText {
                    Layout.fillWidth: true
                    text: fact.value.length > 0 ? fact.value : qsTr("没有写")
                    color: fact.value.length > 0 ? Theme.ink : Theme.ink3
                    Accessible.description: fact.same ? qsTr("两份一样") : ""
                }
                Icon {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 2
                    name: "check"
                    size: 22
                    color: Theme.pri
                    opacity: fact.same ? 1 : 0
                }
            }
        }
        AppButton {
            compact: true
            kind: AppButton.Outline
            text: qsTr("打开看看")
            Accessible.name: text + "，" + card.accessibleText
            onClicked: card.opened()
        }
    }
}

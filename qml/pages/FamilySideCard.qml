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
        Column {
            Layout.fillWidth: true
            spacing: 10

            Repeater {
                model: card.facts
                delegate: Item {
                    id: fact

                    required property string label
                    required property string value
                    required property bool same

                    width: parent?.width ?? 0
                    height: Math.max(name.implicitHeight, words.implicitHeight, 24)

                    MetaText {
                        id: name

                        width: Theme.large ? 132 : 96
                        height: Math.round(Theme.body * 1.448)
                        verticalAlignment: Text.AlignVCenter
                        text: fact.label
                    }
                    AppText {
                        id: words

                        x: name.width + 12
                        width: fact.width - x - 34
                        text: fact.value.length > 0 ? fact.value : qsTr("没有写")
                        color: fact.value.length > 0 ? Theme.ink : Theme.ink3
                        Accessible.description: fact.same ? qsTr("两份一样") : ""
                    }
                    Icon {
                        x: fact.width - width
                        y: 2
                        name: fact.same ? "check" : ""
                        size: 22
                        color: Theme.pri
                    }
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

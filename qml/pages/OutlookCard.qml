// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One person: how it looks, what comes next, and the conditions with what is known of each. What is still to be asked leads to where it is noted.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Card {
    id: card

    required property string personId
    required property string name
    required property string line
    required property string outlookText
    required property bool fits
    required property string nextText
    required property QtObject items

    signal answered(int item)

    paddingY: 20
    spacing: 8

    RowLayout {
        width: parent.width
        spacing: 12

        AppText {
            text: card.name
            size: Theme.title
            strong: true
            wrapMode: Text.NoWrap
        }
        MetaText {
            Layout.fillWidth: true
            text: card.line
        }
        Tag {
            label: card.outlookText
            color: card.fits ? Theme.pris : Theme.inset
            ink: card.fits ? Theme.onpris : Theme.ink2
        }
    }
    AppText {
        width: parent.width
        visible: text.length > 0
        text: card.nextText
        size: Theme.lead
    }
    Repeater {
        model: card.items
        delegate: PressArea {
            id: one

            required property int item
            required property string label
            required property string stateText
            required property bool have
            required property bool open

            width: parent?.width ?? 0
            implicitHeight: Math.max(Theme.large ? 60 : 52, implicitContentHeight + 12)
            corner: 14
            enabled: open
            text: label + "，" + stateText
            onClicked: card.answered(item)

            contentItem: RowLayout {
                spacing: 14

                Icon {
                    Layout.preferredWidth: 24
                    name: one.have ? "checkc" : one.open ? "chat" : "minus"
                    color: one.have ? Theme.pri : Theme.ink3
                }
                AppText {
                    Layout.fillWidth: true
                    text: one.label
                    Accessible.ignored: true
                }
                MetaText {
                    text: one.stateText
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Icon {
                    opacity: one.open ? 1 : 0
                    name: "right"
                    size: 22
                }
            }
        }
    }
}

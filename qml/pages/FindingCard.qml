// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that was seen: the words, who sees to it until when, what was done, and how it is when somebody looks again. A day that went by is
// said, in the colour of things to look at, and rings no bell.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Card {
    id: card

    required property string findingId
    required property string kindText
    required property string text
    required property string line
    required property string dueText
    required property bool late
    required property bool canMend
    required property bool canRecheck
    required property string accessibleText
    required property QtObject mendings
    property QtObject results
    property bool canOpen: false

    signal opened(string id)
    signal mended(string id)
    signal mendingOpened(string id)
    signal rechecked(string id, int code)

    padding: 20
    paddingY: 16
    spacing: 8

    PressArea {
        id: head

        width: parent.width
        implicitHeight: Math.max(Theme.small, words.implicitHeight + 8)
        enabled: card.canOpen
        corner: 12
        text: card.accessibleText
        onClicked: card.opened(card.findingId)

        contentItem: Item {
        }

        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            spacing: 2

            MetaText {
                width: parent.width
                text: card.kindText
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                text: card.text
                size: Theme.lead
                strong: true
                Accessible.ignored: true
            }
            MetaText {
                width: parent.width
                visible: text.length > 0
                text: card.line
                Accessible.ignored: true
            }
            MetaText {
                width: parent.width
                visible: text.length > 0
                text: card.dueText
                color: card.late ? Theme.clay : Theme.ink2
                Accessible.ignored: true
            }
        }
    }
    Repeater {
        model: card.mendings
        delegate: PressArea {
            id: mending

            required property string mendingId
            required property string line
            required text

            width: parent?.width ?? 0
            implicitHeight: Math.max(Theme.small, told.implicitHeight + 20)
            rest: Theme.inset
            corner: 14
            Accessible.name: mending.text + "，" + mending.line
            onClicked: card.mendingOpened(mending.mendingId)

            contentItem: Item {
            }

            Column {
                id: told

                x: 16
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - 32

                AppText {
                    width: parent.width
                    text: mending.text
                    Accessible.ignored: true
                }
                MetaText {
                    width: parent.width
                    text: mending.line
                    Accessible.ignored: true
                }
            }
        }
    }
    MetaText {
        width: parent.width
        visible: card.canRecheck
        text: qsTr("再去看过，现在")
    }
    Flow {
        width: parent.width
        visible: card.canRecheck
        spacing: 8

        Repeater {
            model: card.canRecheck ? card.results : null
            delegate: AppButton {
                id: result

                required property int code
                required property string label

                compact: true
                kind: AppButton.Outline
                text: result.label
                Accessible.name: qsTr("%1，现在%2").arg(card.text).arg(result.label)
                onClicked: card.rechecked(card.findingId, result.code)
            }
        }
    }
    AppButton {
        visible: card.canMend
        compact: true
        kind: AppButton.Quiet
        iconName: "plus"
        text: qsTr("记做了什么")
        Accessible.name: qsTr("记做了什么：%1").arg(card.text)
        onClicked: card.mended(card.findingId)
    }
}

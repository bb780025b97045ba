// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 以前写过的: one thing that was written more than once, newest first. What was not chosen is still there to be read.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Card {
    id: card

    required property string entryId
    required property string label
    required property QtObject steps
    property bool open: false
    readonly property int few: 3

    paddingY: 20
    spacing: 4

    AppText {
        width: parent.width
        text: card.label
        size: Theme.lead
        strong: true
        Accessible.role: Accessible.Heading
    }
    Repeater {
        id: list

        model: card.steps
        delegate: Item {
            id: step

            required property int index
            required property string value
            required property string line
            required property string why
            required property string tag
            required property bool current

            width: parent?.width ?? 0
            implicitHeight: words.implicitHeight + 20
            visible: card.open || index < card.few

            // The line of time: a dot for each writing, filled where it is what stands there now.
            Rectangle {
                x: 7
                y: step.index === 0 ? 24 : -4
                width: 2
                height: step.index === list.count - 1 ? 24 - y : step.height - y
                visible: list.count > 1
                color: Theme.line
            }
            Rectangle {
                y: 16
                width: 16
                height: 16
                radius: 8
                color: step.current ? Theme.pri : Theme.surf
                border.width: 2
                border.color: step.current ? Theme.pri : Theme.ink2
            }
            Column {
                id: words

                x: 32
                y: 10
                width: step.width - 32
                spacing: 2

                Item {
                    width: parent.width
                    implicitHeight: Math.max(value.implicitHeight, mark.visible ? mark.implicitHeight : 0)

                    AppText {
                        id: value

                        width: parent.width - (mark.visible ? mark.width + 12 : 0)
                        text: step.value
                        color: step.current ? Theme.ink : Theme.ink2
                        strong: step.current
                    }
                    Tag {
                        id: mark

                        anchors.right: parent.right
                        width: implicitWidth
                        visible: step.tag.length > 0
                        label: step.tag
                        color: step.current ? Theme.pris : Theme.inset
                        ink: step.current ? Theme.onpris : Theme.ink2
                    }
                }
                MetaText {
                    width: parent.width
                    text: step.why.length > 0 ? step.line + "，" + step.why : step.line
                }
            }
        }
    }
    AppButton {
        visible: !card.open && list.count > card.few
        compact: true
        kind: AppButton.Quiet
        iconName: "down"
        text: qsTr("再看更早的")
        Accessible.name: text + "，" + card.label
        onClicked: card.open = true
    }
}

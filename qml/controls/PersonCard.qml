// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A family as a person: a name to call, a reason, what was said last time, one action. Lying (portrait) or standing.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Rectangle {
    id: card

    required property string name
    required property string subtitle
    required property string initial
    required property int tint
    required property string reason
    required property string reasonLine
    required property QtObject notes
    required property string memoryWhen
    required property string memoryText
    required property string actionIcon
    required property string actionLabel
    required property bool actionPrimary
    required property bool canExplain
    required property string accessibleText
    property bool lying: false
    property bool brief: false
    property bool explains: false

    signal opened
    signal acted
    signal explained

    implicitWidth: 320
    implicitHeight: lying ? body.implicitHeight + 32 : Math.max(brief ? 0 : 420, body.implicitHeight + 48)
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

    ColumnLayout {
        id: body

        x: 24
        y: card.lying ? 16 : 24
        width: card.width - 48
        height: card.height - 2 * y
        spacing: 0

        RowLayout {
            spacing: 16

            Avatar {
                initial: card.initial
                tint: card.tint
                size: Theme.large ? 72 : 64
            }
            Column {
                Layout.fillWidth: true
                spacing: -2

                AppText {
                    width: parent.width
                    text: card.name
                    size: Theme.head
                    strong: true
                }
                MetaText {
                    width: parent.width
                    text: card.subtitle
                    maximumLineCount: 2
                }
            }
            AppButton {
                visible: card.lying && card.explains && card.canExplain
                compact: true
                kind: AppButton.Quiet
                text: qsTr("说明一下")
                onClicked: card.explained()
            }
            Icon {
                name: "right"
            }
        }
        RowLayout {
            Layout.topMargin: card.lying ? 8 : 16
            spacing: 16

            Column {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop

                AppText {
                    width: parent.width
                    text: card.reason
                    size: card.lying ? Theme.title - 2 : Theme.title
                    strong: true
                }
                AppText {
                    width: parent.width
                    visible: text.length > 0
                    text: card.reasonLine
                    color: Theme.ink2
                    maximumLineCount: 2
                }
                Flow {
                    width: parent.width
                    visible: card.lying && !card.brief
                    topPadding: 8
                    spacing: 24

                    Repeater {
                        model: card.lying && !card.brief ? card.notes : null
                        delegate: NoteLine {
                            width: implicitWidth
                            visible: !Theme.large || index === 0
                        }
                    }
                }
            }
            AppButton {
                Layout.alignment: Qt.AlignBottom
                Layout.preferredWidth: Math.max(200, implicitWidth)
                visible: card.lying && card.actionLabel.length > 0
                text: card.actionLabel
                iconName: card.actionIcon
                kind: card.actionPrimary ? AppButton.Primary : AppButton.Tonal
                onClicked: card.acted()
            }
        }
        Rule {
            Layout.fillWidth: true
            Layout.topMargin: 16
            Layout.bottomMargin: 14
            visible: !card.lying && noteList.count > 0
        }
        Column {
            Layout.fillWidth: true
            visible: !card.lying && !card.brief
            spacing: 8

            Repeater {
                id: noteList

                model: card.lying || card.brief ? null : card.notes
                delegate: NoteLine {
                    width: body.width
                    visible: Theme.large ? index === 0 : index < 3
                }
            }
        }
        Item {
            Layout.fillHeight: true
            Layout.minimumHeight: card.lying ? 0 : 16
        }
        MemoryBlock {
            Layout.fillWidth: true
            Layout.topMargin: card.lying ? 12 : 0
            whenText: card.memoryWhen
            words: card.memoryText
            oneLine: card.lying
        }
        RowLayout {
            Layout.topMargin: 16
            visible: !card.lying && card.actionLabel.length > 0
            spacing: 4

            AppButton {
                Layout.fillWidth: true
                text: card.actionLabel
                iconName: card.actionIcon
                kind: card.actionPrimary ? AppButton.Primary : AppButton.Tonal
                onClicked: card.acted()
            }
            AppButton {
                visible: card.explains && card.canExplain && !Theme.large // there the one action needs the room; the family's page has it
                kind: AppButton.Quiet
                text: qsTr("说明一下")
                onClicked: card.explained()
            }
        }
    }
}

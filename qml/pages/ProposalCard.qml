// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two texts put together, as an ordinary field: touch the sentence and write. Without a proposal there is only 自己写.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Rectangle {
    id: card

    required property ConflictModel conflict
    property bool own: !conflict.hasProposal

    implicitHeight: body.implicitHeight + 52
    radius: 24
    color: Theme.surf
    border.width: 2
    border.color: Theme.pri

    ColumnLayout {
        id: body

        x: 28
        y: 26
        width: parent.width - 56
        spacing: 16

        RowLayout {
            spacing: 12

            Rectangle {
                implicitWidth: 48
                implicitHeight: 48
                radius: 24
                color: Theme.pris

                Icon {
                    anchors.centerIn: parent
                    name: card.conflict.hasProposal ? "merge" : "pen"
                    color: Theme.onpris
                }
            }
            Column {
                Layout.fillWidth: true

                AppText {
                    width: parent.width
                    text: card.conflict.hasProposal ? qsTr("合在一起是这样") : qsTr("自己写")
                    size: Theme.title
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                MetaText {
                    width: parent.width
                    visible: text.length > 0
                    text: card.conflict.proposalLine
                }
            }
        }
        PressArea {
            Layout.fillWidth: true
            implicitHeight: marked.implicitHeight + 48
            visible: !card.own
            rest: Theme.inset
            text: qsTr("改一改：%1").arg(card.conflict.proposalText)
            onClicked: card.own = true

            contentItem: Item {
            }

            Item {
                anchors.fill: parent

                MarkedText {
                    id: marked

                    x: 24
                    y: 24
                    width: parent.width - 48
                    parts: card.conflict.proposalParts
                    size: Theme.head + 2
                    whole: card.conflict.proposalText
                }
            }
        }
        AppTextArea {
            id: field

            Layout.fillWidth: true
            visible: card.own
            lines: 2
            label: qsTr("自己写")
            font.pixelSize: Theme.title
            value: card.conflict.proposalText
        }
        Flow {
            Layout.fillWidth: true
            spacing: 12

            AppButton {
                width: parent.width - others.width - 12 < implicitWidth ? parent.width : parent.width - others.width - 12
                kind: AppButton.Primary
                iconName: "check"
                text: qsTr("就用这一段")
                enabled: !card.own || field.length > 0
                onClicked: card.conflict.useProposal(card.own ? field.text : card.conflict.proposalText)
            }
            Row {
                id: others

                spacing: 12

                Repeater {
                    model: card.conflict.sides
                    delegate: AppButton {
                        required property string sideId
                        required property string actionLabel

                        kind: AppButton.Outline
                        text: actionLabel
                        onClicked: card.conflict.choose(sideId)
                    }
                }
                AppButton {
                    visible: !card.own
                    kind: AppButton.Outline
                    iconName: "pen"
                    text: qsTr("自己写")
                    onClicked: card.own = true
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 可能是同一家: two files side by side, why one asks, one answer. Nothing is taken away, and every answer can be taken back.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property SameFamilyModel same: session.sameFamily
    readonly property real footHeight: same.hasPair ? foot.height : 0

    PageHead {
        id: head

        width: parent.width
        ruled: false
        heading: page.same.hasPair ? qsTr("这两份，是同一家吗") : qsTr("可能是同一家")
        line: page.same.reasonText
        onBack: page.session.back()

        Tag {
            implicitHeight: 44
            size: Theme.body
            visible: label.length > 0
            label: page.same.queueText
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: page.same.hasPair ? foot.top : parent.bottom
        width: parent.width
        marginTop: 8

        ColumnLayout {
            width: scroll.contentRoom
            spacing: 20

            AppText {
                Layout.fillWidth: true
                visible: text.length > 0
                text: page.same.emptyText
                size: Theme.lead
                color: Theme.ink2
            }
            GridLayout {
                Layout.fillWidth: true
                visible: page.same.hasPair
                columns: Theme.compact ? 1 : 2
                columnSpacing: 24
                rowSpacing: 16

                Repeater {
                    model: page.same.sides
                    delegate: FamilySideCard {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        onOpened: page.same.openSide(sideId)
                    }
                }
            }
            SectionLabel {
                visible: decided.count > 0
                text: qsTr("看过的")
            }
            Card {
                Layout.fillWidth: true
                visible: decided.count > 0
                paddingY: 8
                spacing: 0

                Repeater {
                    id: decided

                    model: page.same.decided
                    delegate: RowLayout {
                        id: entry

                        required property string pairId
                        required property string heading
                        required property string line
                        required property string actionLabel

                        width: parent?.width ?? 0
                        spacing: 16

                        ColumnLayout {
                            Layout.fillWidth: true
                            Layout.topMargin: 8
                            Layout.bottomMargin: 8
                            spacing: 0

                            AppText {
                                Layout.fillWidth: true
                                text: entry.heading
                            }
                            MetaText {
                                Layout.fillWidth: true
                                text: entry.line
                            }
                        }
                        AppButton {
                            compact: true
                            kind: AppButton.Outline
                            text: entry.actionLabel
                            Accessible.name: entry.actionLabel + "，" + entry.heading
                            onClicked: page.same.takeBack(entry.pairId)
                        }
                    }
                }
            }
        }
    }
    Rectangle {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: buttons.implicitHeight + 32
        visible: page.same.hasPair
        color: Theme.surf

        Rule {
            width: parent.width
        }
        GridLayout {
            id: buttons

            x: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 2 * Theme.margin
            columns: Theme.compact ? 2 : 4
            columnSpacing: 16
            rowSpacing: 8

            MetaText {
                Layout.fillWidth: true
                Layout.columnSpan: Theme.compact ? 2 : 1
                text: qsTr("并在一起以后，两份都还在，随时能分开")
            }
            AppButton {
                Layout.fillWidth: Theme.compact
                kind: AppButton.Quiet
                text: qsTr("先放着")
                onClicked: page.same.later()
            }
            AppButton {
                Layout.fillWidth: Theme.compact
                kind: AppButton.Outline
                text: qsTr("不是一家")
                onClicked: page.same.apart()
            }
            AppButton {
                Layout.fillWidth: Theme.compact
                Layout.columnSpan: Theme.compact ? 2 : 1
                kind: AppButton.Primary
                iconName: "check"
                text: qsTr("是一家，并在一起")
                onClicked: page.same.join()
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 今天收到 (township): which village brought what, and what wants a person's eye.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

PageScroll {
    id: page

    required property Session session
    readonly property ReceivedModel received: session.received

    marginTop: 20

    ColumnLayout {
        width: page.contentRoom
        spacing: 16

        TopBar {
            Layout.fillWidth: true
            heading: page.received.heading

            AppText {
                Layout.alignment: Qt.AlignVCenter
                text: page.received.countText
                color: Theme.ink2
            }
        }
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.compact || Theme.large ? 1 : 2
            columnSpacing: 24
            rowSpacing: 24

            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: 16

                Card {
                    Layout.fillWidth: true
                    visible: villages.count > 0
                    paddingY: 8

                    Row {
                        width: parent.width
                        height: 44

                        MetaText {
                            width: parent.width - 300
                            leftPadding: 56
                            anchors.verticalCenter: parent.verticalCenter
                            text: qsTr("村")
                        }
                        MetaText {
                            width: 80
                            anchors.verticalCenter: parent.verticalCenter
                            text: qsTr("新记的")
                            horizontalAlignment: Text.AlignRight
                        }
                        MetaText {
                            width: 84
                            anchors.verticalCenter: parent.verticalCenter
                            text: qsTr("改动")
                            horizontalAlignment: Text.AlignRight
                        }
                    }
                    Repeater {
                        id: villages

                        model: page.received.villages
                        delegate: VillageRow {
                            width: parent?.width ?? 0
                        }
                    }
                }
                AppText {
                    Layout.fillWidth: true
                    visible: villages.count === 0
                    topPadding: 24
                    text: page.received.emptyText
                    size: Theme.lead
                    color: Theme.ink2
                }
                SectionLabel {
                    visible: newcomers.count > 0
                    text: page.received.newcomersHeading
                }
                Card {
                    Layout.fillWidth: true
                    visible: newcomers.count > 0
                    padding: 12
                    paddingY: 8
                    spacing: 0

                    Repeater {
                        id: newcomers

                        model: page.received.newcomers
                        delegate: ListRow {
                            required property string familyId

                            required heading
                            required line
                            required iconName
                            width: parent?.width ?? 0
                            leftPadding: 12
                            rightPadding: 12
                            onClicked: page.received.openFamily(familyId)
                        }
                    }
                }
                Repeater {
                    model: page.received.quiet
                    delegate: QuietVillage {
                        Layout.fillWidth: true
                        onAsked: page.received.askAfter(colleagueId)
                    }
                }
                WeatherCard {
                    Layout.fillWidth: true
                    received: page.received
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: 10

                    Icon {
                        visible: page.received.sentText.length > 0
                        name: "cloudok"
                        size: 22
                        color: Theme.ink2
                    }
                    MetaText {
                        Layout.fillWidth: true
                        text: page.received.sentText
                    }
                    AppButton {
                        visible: villages.count > 0
                        compact: true
                        kind: AppButton.Outline
                        iconName: "print"
                        text: qsTr("打印清单")
                        onClicked: page.session.paper.printReceived(page.received)
                    }
                }
            }
            ColumnLayout {
                Layout.preferredWidth: Theme.compact || Theme.large ? page.contentRoom : 408
                Layout.fillWidth: Theme.compact || Theme.large
                Layout.alignment: Qt.AlignTop
                visible: looks.count > 0
                spacing: 16

                SectionLabel {
                    text: page.received.lookHeading
                }
                Repeater {
                    id: looks

                    model: page.received.looks
                    delegate: Card {
                        id: look

                        required property string lookId
                        required property string heading
                        required property string line
                        required property string iconName
                        required property bool primary

                        Layout.fillWidth: true
                        padding: 20
                        spacing: 14

                        RowLayout {
                            width: parent.width
                            spacing: 16

                            Rectangle {
                                Layout.alignment: Qt.AlignTop
                                implicitWidth: 48
                                implicitHeight: 48
                                radius: 24
                                color: Theme.clays

                                Icon {
                                    anchors.centerIn: parent
                                    name: look.iconName
                                    color: Theme.onclays
                                }
                            }
                            Column {
                                Layout.fillWidth: true

                                AppText {
                                    width: parent.width
                                    text: look.heading
                                    size: Theme.lead
                                    strong: true
                                }
                                AppText {
                                    width: parent.width
                                    text: look.line
                                    color: Theme.ink2
                                }
                            }
                        }
                        RowLayout {
                            width: parent.width
                            layoutDirection: Qt.RightToLeft
                            spacing: 16

                            AppButton {
                                least: 144
                                compact: true
                                kind: look.primary ? AppButton.Primary : AppButton.Tonal
                                text: qsTr("看一下")
                                onClicked: page.received.look(look.lookId)
                            }
                            AppButton {
                                compact: true
                                kind: AppButton.Quiet
                                text: qsTr("先放着")
                                onClicked: page.received.putAside(look.lookId)
                            }
                            Item {
                                Layout.fillWidth: true
                            }
                        }
                    }
                }
            }
        }
    }
}

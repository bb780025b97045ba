// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 今天: whom to see and why. People, not rows, while there are five families or fewer.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

PageScroll {
    id: page

    required property Session session
    readonly property TodayModel today: session.today
    readonly property bool few: cards.count > 3 && !Theme.compact
    readonly property int across: Theme.compact ? 1 : Math.min(cards.count, Theme.medium ? 2 : 3)

    marginTop: Theme.low ? 16 : (Theme.compact ? 24 : 32)

    ColumnLayout {
        width: page.contentRoom
        height: Math.max(implicitHeight, Theme.compact ? 0 : page.room)
        spacing: 0

        TopBar {
            Layout.fillWidth: true
            over: page.today.dateText
            heading: page.today.greeting

            UserChip {
                session: page.session
            }
        }
        LookStrip {
            Layout.fillWidth: true
            Layout.topMargin: 16
            label: page.today.lookText
            onLooked: page.session.openConflicts()
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: !Theme.compact
            Layout.topMargin: Theme.compact || Theme.large ? 16 : 24
            visible: page.today.layout === TodayModel.Cards
            columns: Math.max(1, page.across)
            columnSpacing: 24
            rowSpacing: Theme.compact ? 14 : 24

            Repeater {
                id: cards

                model: page.today.layout === TodayModel.Cards ? page.today.cards : null
                delegate: PersonCard {
                    required property string familyId

                    Layout.fillWidth: true
                    Layout.fillHeight: !Theme.compact
                    Layout.preferredWidth: 1
                    lying: Theme.compact
                    brief: page.few
                    explains: true
                    onOpened: page.today.open(familyId)
                    onActed: page.today.act(familyId)
                    onExplained: page.today.explain(familyId)
                }
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.topMargin: 20
            visible: page.today.layout === TodayModel.Rows
            paddingY: 8

            Repeater {
                model: page.today.layout === TodayModel.Rows ? page.today.cards : null
                delegate: ReasonRow {
                    required property string familyId

                    width: parent?.width ?? 0
                    onOpened: page.today.open(familyId)
                    onActed: page.today.act(familyId)
                    onExplained: page.today.explain(familyId)
                }
            }
        }
        AppButton {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: 8
            visible: page.today.layout === TodayModel.Rows && text !== ""
            compact: true
            kind: AppButton.Quiet
            iconName: "down"
            text: page.today.moreText
            onClicked: page.today.showMore()
        }
        ReadingDay {
            Layout.fillWidth: true
            Layout.topMargin: 24
            visible: page.today.layout === TodayModel.Reading
            today: page.today
        }
        Item {
            Layout.fillHeight: true
            visible: page.today.layout === TodayModel.Rows || page.today.layout === TodayModel.Reading
        }
        QuietDay {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: Theme.low ? 16 : 44
            visible: page.today.layout === TodayModel.Empty
            today: page.today
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.large ? 16 : 20
            spacing: 16

            SectionLabel {
                visible: follow.count > 0
                text: qsTr("正在跟进")
            }
            MetaText {
                Layout.fillWidth: true
                text: follow.count > 0 ? "" : page.today.aheadText
            }
            PressArea {
                implicitWidth: syncRow.implicitWidth + 16
                implicitHeight: Theme.small
                corner: 14
                text: page.today.syncText
                onClicked: page.session.show(Session.Sync)

                contentItem: Item {
                }

                Item {
                    anchors.fill: parent

                    Row {
                        id: syncRow

                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: 8

                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            name: page.today.syncIcon
                            size: 20
                            color: Theme.ink2
                        }
                        MetaText {
                            text: page.today.syncText
                            wrapMode: Text.NoWrap
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: followGrid.implicitHeight
            visible: follow.count > 0
            radius: 20
            color: Theme.surf
            border.width: 1
            border.color: Theme.line

            GridLayout {
                id: followGrid

                width: parent.width
                columns: Theme.compact ? 1 : 2
                columnSpacing: 0
                rowSpacing: 0

                Repeater {
                    id: follow

                    model: page.today.followUps
                    delegate: ListRow {
                        id: matter

                        required property int index
                        required property string followId

                        required heading
                        required line
                        required iconName
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.minimumHeight: 72
                        oneLine: true
                        leftPadding: 24
                        rightPadding: 24
                        corner: 20
                        onClicked: page.today.openFollowUp(followId)

                        Rule {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: matter.index > 0 && !Theme.compact
                            upright: true
                        }
                        Rule {
                            x: 24
                            width: parent.width - 48
                            visible: matter.index > 0 && Theme.compact
                        }
                    }
                }
            }
        }
    }
}

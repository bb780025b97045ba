// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 先别走开，陪着他。 Numbers and five things to do; no family, no network, no unlock needed.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Rectangle {
    id: page

    required property Session session
    readonly property CrisisModel crisis: session.crisis

    color: Theme.bg

    MouseArea {
        anchors.fill: parent
    }
    PageScroll {
        id: scroll

        anchors.fill: parent
        marginTop: Theme.low ? 16 : 28
        focus: true

        GridLayout {
            width: scroll.contentRoom
            height: Math.max(implicitHeight, Theme.compact ? 0 : scroll.room)
            columns: Theme.compact ? 1 : 2
            columnSpacing: 32
            rowSpacing: Theme.low ? 12 : 20

            RowLayout {
                Layout.columnSpan: Theme.compact ? 1 : 2
                Layout.fillWidth: true
                spacing: 16

                Column {
                    Layout.fillWidth: true
                    spacing: -2

                    AppText {
                        width: parent.width
                        text: qsTr("先别走开，陪着他。")
                        size: Theme.num
                        strong: true
                        Accessible.role: Accessible.Heading
                    }
                    AppText {
                        width: parent.width
                        text: qsTr("一件一件来，打完电话再记。")
                        size: Theme.lead
                        color: Theme.ink2
                    }
                }
                AppButton {
                    kind: AppButton.Outline
                    iconName: "left"
                    text: qsTr("先回去")
                    onClicked: page.session.closeCrisis()
                }
            }
            GridLayout {
                id: phones

                Layout.fillWidth: true
                Layout.fillHeight: !Theme.compact && phoneCards.count > 4
                Layout.alignment: Qt.AlignTop
                columns: 2
                columnSpacing: 16
                rowSpacing: 16

                Repeater {
                    id: phoneCards

                    model: page.crisis.telephones
                    delegate: TelCard {
                        required property int index

                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.fillHeight: true
                        Layout.minimumHeight: 120
                        Layout.preferredHeight: Theme.low ? 120 : 160
                        Layout.maximumHeight: 208
                        onClicked: page.crisis.call(index)
                    }
                }
                RowLayout {
                    Layout.columnSpan: 2
                    Layout.fillWidth: true
                    Layout.topMargin: 8
                    spacing: 12

                    Icon {
                        name: "info"
                        color: Theme.ink2
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: qsTr("平板打不了电话时，用手机照着拨。没有网也能看这一页。")
                        color: Theme.ink2
                    }
                }
            }
            Rectangle {
                Layout.preferredWidth: Theme.compact ? scroll.contentRoom : (Theme.large ? 440 : 368)
                Layout.fillWidth: Theme.compact
                Layout.fillHeight: true
                implicitHeight: steps.implicitHeight + 48
                radius: 20
                color: Theme.surf
                border.width: 1
                border.color: Theme.line

                ColumnLayout {
                    id: steps

                    x: 24
                    y: 16
                    width: parent.width - 48
                    height: parent.height - 36
                    spacing: 0

                    Repeater {
                        model: page.crisis.checks
                        delegate: CheckRow {
                            id: step

                            required property int index
                            required property string checkId
                            required property string heading

                            required line
                            required timeText
                            required done
                            Layout.fillWidth: true
                            Layout.minimumHeight: Theme.low ? 60 : 84
                            text: heading
                            onClicked: page.crisis.toggleCheck(checkId)

                            Rule {
                                width: parent.width
                                visible: step.index > 0
                            }
                        }
                    }
                    Item {
                        Layout.fillHeight: true
                        Layout.minimumHeight: 12
                    }
                    AppButton {
                        Layout.fillWidth: true
                        visible: page.crisis.canStart
                        kind: AppButton.Primary
                        iconName: "clock"
                        text: qsTr("记下开始时间")
                        onClicked: page.crisis.start()
                    }
                    MetaText {
                        Layout.fillWidth: true
                        Layout.topMargin: 10
                        text: page.crisis.startedText.length > 0 ? page.crisis.startedText : qsTr("不用解锁，先不选是哪一家")
                        horizontalAlignment: Text.AlignHCenter
                    }
                }
            }
        }
    }
}

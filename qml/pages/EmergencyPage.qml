// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An emergency as it runs: the clock in words, what to do, what was done, what follows. Late entries are never blamed.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property EmergencyModel emergency: session.emergency

    PageHead {
        id: head

        width: parent.width
        least: Theme.low ? 72 : 96
        initial: page.emergency.initial
        tint: page.emergency.tint
        heading: page.emergency.heading
        line: page.emergency.line
        size: Theme.head
        avatarSize: 56
        onBack: page.session.back()

        RoundButton {
            visible: page.emergency.dutyPhoneText.length > 0 && Theme.compact
            name: qsTr("打电话给值班")
            iconName: "phone"
            onClicked: page.emergency.callDuty()
        }
        AppButton {
            visible: page.emergency.dutyPhoneText.length > 0 && !Theme.compact
            kind: AppButton.Outline
            iconName: "phone"
            text: qsTr("打电话给值班")
            onClicked: page.emergency.callDuty()
        }
        AppButton {
            visible: page.emergency.canWrite
            kind: AppButton.Primary
            iconName: "pen"
            text: qsTr("记一步")
            onClicked: page.emergency.noteStep()
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        ColumnLayout {
            width: scroll.contentRoom
            height: Math.max(implicitHeight, Theme.compact ? 0 : scroll.room)
            spacing: 20

            Card {
                Layout.fillWidth: true

                GridLayout {
                    width: parent.width
                    columns: Theme.compact ? 1 : 2
                    columnSpacing: 24
                    rowSpacing: 16

                    Column {
                        Layout.preferredWidth: 264
                        spacing: -4

                        MetaText {
                            text: page.emergency.elapsedLabel
                        }
                        AppText {
                            text: page.emergency.elapsedText
                            size: Theme.num
                            strong: true
                            wrapMode: Text.NoWrap
                        }
                    }
                    Row {
                        id: points

                        Layout.fillWidth: true
                        Layout.preferredHeight: Math.round(76 + 16 * Theme.step)

                        Repeater {
                            id: stops

                            model: page.emergency.points
                            delegate: ClockPoint {
                                required property int index
                                required property string pointId

                                width: points.width / Math.max(1, stops.count)
                                last: index === stops.count - 1
                                enabled: page.emergency.canWrite
                                onClicked: page.emergency.tapPoint(pointId)
                            }
                        }
                    }
                }
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                columns: Theme.compact ? 1 : (Theme.medium ? 2 : 3)
                columnSpacing: 20
                rowSpacing: 16

                Card {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    paddingY: 20

                    SectionLabel {
                        text: qsTr("要做的几件")
                        bottomPadding: 8
                    }
                    Repeater {
                        model: page.emergency.checks
                        delegate: CheckRow {
                            required property string checkId
                            required property string label

                            required timeText
                            required done
                            width: parent?.width ?? 0
                            text: label
                            enabled: page.emergency.canWrite
                            onClicked: page.emergency.toggleCheck(checkId)
                        }
                    }
                    Item {
                        width: 1
                        height: 8
                    }
                    Rule {
                        width: parent.width
                    }
                    RowLayout {
                        width: parent.width
                        height: Theme.tap + 16
                        visible: page.emergency.canWrite
                        spacing: 8

                        AppField {
                            id: extra

                            Layout.fillWidth: true
                            label: qsTr("加一件")
                            placeholderText: qsTr("加一件")
                            onAccepted: add.clicked()
                        }
                        RoundButton {
                            id: add

                            name: qsTr("加一件")
                            iconName: "plus"
                            enabled: extra.length > 0
                            opacity: enabled ? 1 : 0.5
                            onClicked: (page.emergency.addCheck(extra.text), extra.clear())
                        }
                    }
                }
                Card {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    paddingY: 20

                    SectionLabel {
                        text: qsTr("做了什么")
                        bottomPadding: 8
                    }
                    MetaText {
                        visible: done.count === 0
                        text: qsTr("还没有记，先顾人")
                    }
                    Repeater {
                        id: done

                        model: page.emergency.steps
                        delegate: Item {
                            id: step

                            required property string timeText
                            required property string line
                            required property string byline

                            width: parent?.width ?? 0
                            implicitHeight: what.implicitHeight + 20

                            Rule {
                                width: parent.width
                            }
                            AppText {
                                y: 10
                                width: Theme.large ? 96 : 76
                                text: step.timeText
                                strong: true
                                wrapMode: Text.NoWrap
                            }
                            Column {
                                id: what

                                x: Theme.large ? 96 : 76
                                y: 10
                                width: parent.width - x

                                AppText {
                                    width: parent.width
                                    text: step.line
                                }
                                MetaText {
                                    width: parent.width
                                    text: step.byline
                                }
                            }
                        }
                    }
                }
                ColumnLayout {
                    Layout.preferredWidth: Theme.compact || Theme.medium ? 1 : 320
                    Layout.maximumWidth: Theme.compact || Theme.medium ? 100000 : (Theme.large ? 400 : 320)
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    spacing: 16

                    Card {
                        Layout.fillWidth: true
                        visible: page.emergency.aidAmountText.length > 0
                        paddingY: 20
                        spacing: 4

                        SectionLabel {
                            text: qsTr("救助钱")
                        }
                        Row {
                            spacing: 6

                            AppText {
                                id: amount

                                text: page.emergency.aidAmountText
                                size: Theme.page
                                strong: true
                            }
                            AppText {
                                anchors.baseline: amount.baseline
                                text: qsTr("元")
                            }
                        }
                        AppText {
                            width: parent.width
                            text: page.emergency.aidLine
                            color: Theme.ink2
                        }
                        Rule {
                            width: parent.width
                            visible: aid.count > 0
                        }
                        Repeater {
                            id: aid

                            model: page.emergency.aidSteps
                            delegate: RowLayout {
                                id: aidStep

                                required property string label
                                required property string timeText
                                required property bool done

                                width: parent?.width ?? 0
                                spacing: 12

                                Icon {
                                    name: aidStep.done ? "checkc" : "clock"
                                    size: 22
                                    color: aidStep.done ? Theme.ink : Theme.ink3
                                }
                                AppText {
                                    Layout.fillWidth: true
                                    text: aidStep.label
                                    color: aidStep.done ? Theme.ink : Theme.ink2
                                }
                                MetaText {
                                    text: aidStep.timeText
                                }
                            }
                        }
                        AppButton {
                            visible: page.emergency.canApprove
                            compact: true
                            kind: AppButton.Quiet
                            iconName: "plus"
                            text: qsTr("记审批意见")
                            onClicked: page.emergency.noteApproval()
                        }
                    }
                    Card {
                        Layout.fillWidth: true
                        visible: strip.count > 0
                        paddingY: 16
                        spacing: 8

                        SectionLabel {
                            text: qsTr("留下的照片和语音")
                        }
                        PictureStrip {
                            id: strip

                            width: parent.width
                            model: page.emergency.pictures
                            onOpened: id => page.emergency.openAttachment(id)
                        }
                    }
                    Card {
                        Layout.fillWidth: true
                        visible: page.emergency.revisitText.length > 0
                        paddingY: 16
                        spacing: 4

                        SectionLabel {
                            text: qsTr("回访")
                        }
                        Flow {
                            width: parent.width
                            spacing: 4

                            Repeater {
                                model: page.emergency.revisitText.split("\n")
                                delegate: AppText {
                                    required property string modelData

                                    rightPadding: 20
                                    text: modelData
                                    wrapMode: Text.NoWrap
                                }
                            }
                        }
                    }
                    InfoStrip {
                        Layout.fillWidth: true
                        iconName: "info"
                        label: page.emergency.noteText
                    }
                }
            }
        }
    }
}

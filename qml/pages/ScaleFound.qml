// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a published rule makes of the answers, for whoever is qualified: the next step first, the lines beside it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

FocusScope {
    id: page

    required property Session session
    readonly property ScaleModel scale: session.scale
    readonly property real footHeight: foot.height

    PageHead {
        id: head

        width: parent.width
        least: Theme.low ? 72 : 96
        size: Theme.title
        heading: page.scale.heading
        line: page.scale.subheading
        onBack: page.scale.leave()

        Tag {
            visible: !Theme.compact
            label: qsTr("内容只给咨询师看")
            iconName: "lock"
            color: Theme.skys
            ink: Theme.onskys
        }
        SosButton {
            session: page.session
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: foot.top
        width: parent.width
        focus: true

        GridLayout {
            width: scroll.contentRoom
            columns: Theme.compact ? 1 : 2
            columnSpacing: 32
            rowSpacing: 24

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.alignment: Qt.AlignTop
                spacing: 16

                Rectangle {
                    Layout.fillWidth: true
                    implicitHeight: due.implicitHeight + 40
                    visible: page.scale.safetyText.length > 0
                    radius: 20
                    color: page.scale.safetyDue ? Theme.clays : Theme.pris

                    RowLayout {
                        id: due

                        x: 24
                        y: 20
                        width: parent.width - 48
                        spacing: 16

                        Icon {
                            name: page.scale.safetyDue ? "note" : "checkc"
                            size: 28
                            color: page.scale.safetyDue ? Theme.onclays : Theme.onpris
                        }
                        AppText {
                            Layout.fillWidth: true
                            text: page.scale.safetyText
                            size: Theme.title
                            strong: true
                            color: page.scale.safetyDue ? Theme.onclays : Theme.onpris
                        }
                    }
                }
                Card {
                    Layout.fillWidth: true
                    spacing: 8

                    RowLayout {
                        width: parent.width
                        spacing: 16

                        AppText {
                            text: page.scale.totalText
                            size: Theme.num
                            strong: true
                            wrapMode: Text.NoWrap
                        }
                        AppText {
                            Layout.fillWidth: true
                            text: page.scale.totalLine
                            color: Theme.ink2
                        }
                    }
                    AppText {
                        width: parent.width
                        visible: text.length > 0
                        text: page.scale.bandText
                        size: Theme.title
                        strong: true
                    }
                    Item {
                        width: 1
                        height: 4
                    }
                    Rule {
                        width: parent.width
                    }
                    SectionLabel {
                        topPadding: 12
                        text: qsTr("接下来")
                    }
                    AppText {
                        width: parent.width
                        text: page.scale.nextText
                        size: Theme.lead
                    }
                }
                MetaText {
                    Layout.fillWidth: true
                    text: qsTr("这是筛查，不是诊断。总分和分段不给本人看。")
                }
                MetaText {
                    Layout.fillWidth: true
                    visible: text.length > 0
                    text: page.scale.profileText
                }
            }
            Card {
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                Layout.alignment: Qt.AlignTop
                visible: lines.count > 0
                paddingY: 12

                Repeater {
                    id: lines

                    model: page.scale.resultRows
                    delegate: Item {
                        id: row

                        required property int index
                        required property int number
                        required property string line
                        required property string answerText
                        required property bool strong

                        width: parent?.width ?? 0
                        implicitHeight: Math.max(52, both.implicitHeight + 20)

                        Rule {
                            width: parent.width
                            visible: row.index > 0
                        }
                        RowLayout {
                            id: both

                            y: 10
                            width: parent.width
                            spacing: 16

                            MetaText {
                                Layout.preferredWidth: 28
                                Layout.alignment: Qt.AlignTop
                                text: row.number
                            }
                            AppText {
                                Layout.fillWidth: true
                                text: row.line
                            }
                            AppText {
                                Layout.maximumWidth: both.width * 0.4
                                text: row.answerText
                                strong: true
                                color: row.strong ? Theme.clay : Theme.ink
                                horizontalAlignment: Text.AlignRight
                            }
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
        height: Theme.foot
        color: Theme.bg

        Rule {
            width: parent.width
        }
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            spacing: 16

            Icon {
                name: "check"
                color: Theme.ink2
            }
            AppText {
                Layout.fillWidth: true
                text: qsTr("已加密存好")
                color: Theme.ink2
            }
            AppButton {
                kind: page.scale.safetyDue ? AppButton.Quiet : AppButton.Primary
                implicitHeight: Theme.save
                text: qsTr("看好了")
                size: Theme.title
                onClicked: page.scale.leave()
            }
            AppButton {
                implicitHeight: Theme.save
                implicitWidth: Theme.compact ? 200 : 240
                visible: page.scale.safetyDue
                kind: AppButton.Primary
                size: Theme.title
                text: qsTr("现在就问")
                onClicked: page.scale.askSafety()
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A score that was taken on paper: the number, what stands beside it, and nothing of the items.
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
        line: qsTr("只记分数，题目不在这里")
        onBack: page.scale.leave()

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

        Column {
            width: Math.min(scroll.contentRoom, 720)
            spacing: 28

            Column {
                width: parent.width
                spacing: 10
                visible: bands.count === 0

                FormQuestion {
                    width: parent.width
                    label: qsTr("合计")
                    mark: page.scale.scoreNote
                }
                AppField {
                    width: Math.min(parent.width, 320)
                    label: qsTr("合计")
                    value: page.scale.scoreText
                    trouble: page.scale.scoreTrouble
                    inputMethodHints: Qt.ImhDigitsOnly
                    focus: true
                    onEdited: text => page.scale.typeScore(text)
                }
                AppText {
                    width: parent.width
                    visible: text.length > 0
                    text: page.scale.scoreTrouble
                    color: Theme.clay
                }
            }
            Column {
                width: parent.width
                spacing: 10
                visible: bands.count > 0

                FormQuestion {
                    width: parent.width
                    label: qsTr("结果")
                }
                RowLayout {
                    width: parent.width
                    spacing: 12

                    Repeater {
                        id: bands

                        model: page.scale.bands
                        delegate: OptionButton {
                            required property int value

                            required label
                            required chosen
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            onClicked: page.scale.chooseBand(value)
                        }
                    }
                }
            }
            Repeater {
                model: page.scale.checks
                delegate: Column {
                    id: check

                    required property int number
                    required property string label
                    required property bool yes
                    required property bool no

                    width: parent?.width ?? 0
                    spacing: 10

                    FormQuestion {
                        width: parent.width
                        label: check.label
                    }
                    RowLayout {
                        width: Math.min(parent.width, 480)
                        spacing: 12

                        OptionButton {
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            label: qsTr("不是")
                            chosen: check.no
                            onClicked: page.scale.check(check.number, false)
                        }
                        OptionButton {
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            label: qsTr("是")
                            chosen: check.yes
                            onClicked: page.scale.check(check.number, true)
                        }
                    }
                }
            }
            MetaText {
                width: parent.width
                text: page.scale.licenceText
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
                text: qsTr("写一个字，加密存一个字")
                color: Theme.ink2
            }
            AppButton {
                implicitHeight: Theme.save
                implicitWidth: Theme.compact ? 200 : 240
                kind: AppButton.Primary
                size: Theme.title
                text: qsTr("记下")
                enabled: page.scale.canKeepScore
                onClicked: page.scale.keepScore()
            }
        }
    }
}

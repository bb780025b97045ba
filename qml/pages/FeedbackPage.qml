// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 投诉建议: write it now, it goes with the next connection.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property FeedbackModel feedback: session.feedback

    PageHead {
        id: head

        width: parent.width
        heading: qsTr("投诉建议")
        line: qsTr("没有网也能写，写好替您送到省里")
        onBack: page.session.back()

        AppButton {
            visible: text.length > 0
            kind: AppButton.Outline
            iconName: "phone"
            text: page.feedback.phoneText
            onClicked: page.feedback.call()
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        ColumnLayout {
            width: Math.min(800, scroll.contentRoom)
            spacing: 16

            AppTextArea {
                Layout.fillWidth: true
                lines: 6
                label: qsTr("写几句")
                placeholderText: qsTr("哪里不顺手，哪里做得不对，都可以写")
                value: page.feedback.text
                onEdited: text => page.feedback.text = text
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: 16

                MetaText {
                    Layout.fillWidth: true
                    text: page.feedback.stateText
                }
                AppButton {
                    implicitHeight: Theme.save
                    least: 200
                    kind: AppButton.Primary
                    text: qsTr("送出去")
                    enabled: page.feedback.canSend
                    onClicked: page.feedback.send()
                }
            }
            SectionLabel {
                Layout.topMargin: 16
                visible: sent.count > 0
                text: qsTr("以前写的")
            }
            Repeater {
                id: sent

                model: page.feedback.sent
                delegate: Card {
                    id: letter

                    required property string whenText
                    required property string line
                    required property string placeText

                    Layout.fillWidth: true
                    padding: 20

                    MetaText {
                        width: parent.width
                        text: letter.whenText + "·" + letter.placeText
                    }
                    AppText {
                        width: parent.width
                        text: letter.line
                    }
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 先算一算: what is known of a stay at the left, what it may come to at the right, step by step, and the papers to get ready.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property ClaimSumModel sum: session.claimSum
    readonly property bool narrow: Theme.compact || Theme.large

    PageHead {
        id: head

        width: parent.width
        heading: qsTr("先算一算")
        line: page.sum.line
        onBack: page.session.back()

        AppButton {
            visible: page.sum.canKeep
            kind: AppButton.Primary
            iconName: "pen"
            text: page.sum.keepLabel
            onClicked: page.sum.keep()
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        GridLayout {
            width: scroll.contentRoom
            columns: page.narrow ? 1 : 2
            columnSpacing: 24
            rowSpacing: 16

            ColumnLayout {
                Layout.row: page.narrow ? 1 : 0
                Layout.column: 0
                Layout.fillWidth: true
                Layout.preferredWidth: 4
                Layout.alignment: Qt.AlignTop
                spacing: 16

                Repeater {
                    model: page.sum.groups
                    delegate: SumGroup {
                        Layout.fillWidth: true
                        onFolded: page.sum.toggleGroup(groupId)
                        onEdited: (key, text) => page.sum.edit(key, text)
                        onFinished: key => page.sum.leave(key)
                        onStepped: (key, by) => page.sum.step(key, by)
                    }
                }
                SumPapers {
                    id: below

                    Layout.fillWidth: true
                    visible: page.narrow && below.some
                    sum: page.sum
                }
            }
            ColumnLayout {
                Layout.row: 0
                Layout.column: page.narrow ? 0 : 1
                Layout.fillWidth: true
                Layout.preferredWidth: 5
                Layout.alignment: Qt.AlignTop
                spacing: 16

                Repeater {
                    model: page.sum.sums
                    delegate: SumCard {
                        Layout.fillWidth: true
                    }
                }
                Repeater {
                    model: page.sum.notes
                    delegate: InfoStrip {
                        required property string line

                        Layout.fillWidth: true
                        label: line
                        iconName: "eye"
                        tone: InfoStrip.Clay
                    }
                }
                InfoStrip {
                    Layout.fillWidth: true
                    label: qsTr("只是估算，以保险公司核定为准。")
                    iconName: "info"
                }
                SumPapers {
                    id: beside

                    Layout.fillWidth: true
                    visible: !page.narrow && beside.some
                    sum: page.sum
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 特扶金展望: where the family stands, for each person what fits and what is still to be asked, and what else there is here. For the desk, not for the
// door.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property AllowanceModel allowance: session.allowance
    readonly property bool narrow: Theme.compact || Theme.large

    PageHead {
        id: head

        width: parent.width
        heading: qsTr("能有哪些帮助")
        line: page.allowance.line
        onBack: page.session.back()
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
                Layout.preferredWidth: 3
                Layout.alignment: Qt.AlignTop
                spacing: 16

                AppText {
                    Layout.fillWidth: true
                    visible: text.length > 0
                    text: page.allowance.emptyText
                    size: Theme.lead
                    color: Theme.ink2
                }
                Repeater {
                    model: page.allowance.people
                    delegate: OutlookCard {
                        Layout.fillWidth: true
                        onAnswered: item => page.allowance.answer(personId, item)
                    }
                }
            }
            ColumnLayout {
                Layout.row: 0
                Layout.column: page.narrow ? 0 : 1
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.alignment: Qt.AlignTop
                spacing: 16

                Card {
                    Layout.fillWidth: true
                    paddingY: 20
                    spacing: 12

                    SectionLabel {
                        width: parent.width
                        text: qsTr("特扶金")
                    }
                    AppText {
                        width: parent.width
                        text: page.allowance.stateText
                        size: Theme.lead
                        strong: true
                    }
                    AppText {
                        width: parent.width
                        visible: text.length > 0
                        text: page.allowance.raiseText
                    }
                    MetaText {
                        width: parent.width
                        text: qsTr("每月共多少，看镇里公布的；这里不猜。")
                    }
                }
                Card {
                    Layout.fillWidth: true
                    visible: benefits.count > 0
                    paddingY: 16
                    spacing: 4

                    SectionLabel {
                        text: qsTr("这里的家庭还可以有")
                    }
                    Repeater {
                        id: benefits

                        model: page.allowance.benefits
                        delegate: ListRow {
                            required property string benefitId
                            required property string label
                            required property bool canOpen

                            required line
                            required iconName
                            width: parent?.width ?? 0
                            heading: label
                            arrow: canOpen
                            onClicked: page.allowance.openBenefit(benefitId)
                        }
                    }
                }
                InfoStrip {
                    Layout.fillWidth: true
                    label: qsTr("只帮着想一想该问什么，镇里和县里审核了才算。")
                    iconName: "info"
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 交接: who goes, which families, who comes, and a word along the way.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property HandoverModel handover: session.handover

    PageHead {
        id: head

        width: parent.width
        heading: qsTr("交接")
        line: page.handover.leadText
        onBack: page.session.back()

        AppButton {
            enabled: page.handover.canHand
            kind: AppButton.Primary
            text: page.handover.handLabel
            onClicked: page.handover.hand()
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        ColumnLayout {
            width: scroll.contentRoom
            spacing: 16

            AppText {
                Layout.fillWidth: true
                visible: text.length > 0
                text: page.handover.emptyText
                size: Theme.lead
                color: Theme.ink2
            }
            SectionLabel {
                visible: leaving.count > 0
                text: qsTr("谁交出来")
            }
            Flow {
                Layout.fillWidth: true
                spacing: 12

                Repeater {
                    id: leaving

                    model: page.handover.leaving
                    delegate: OptionButton {
                        required property string userId

                        required label
                        required chosen
                        round: true
                        onClicked: page.handover.chooseLeaving(userId)
                    }
                }
            }
            SectionLabel {
                visible: coming.count > 0
                text: qsTr("交给谁")
            }
            Flow {
                Layout.fillWidth: true
                spacing: 12

                Repeater {
                    id: coming

                    model: page.handover.coming
                    delegate: OptionButton {
                        required property string userId

                        required label
                        required chosen
                        round: true
                        onClicked: page.handover.chooseComing(userId)
                    }
                }
            }
            SectionLabel {
                visible: families.count > 0
                text: qsTr("哪几家")
            }
            Flow {
                Layout.fillWidth: true
                spacing: 12

                Repeater {
                    id: families

                    model: page.handover.families
                    delegate: OptionCheck {
                        required property string familyId
                        required property string heading
                        required property string line

                        required chosen
                        label: line.length > 0 ? heading + " · " + line : heading
                        round: true
                        onClicked: page.handover.toggle(familyId)
                    }
                }
            }
            InfoStrip {
                Layout.fillWidth: true
                label: page.handover.openText
                iconName: "note"
            }
            SectionLabel {
                visible: families.count > 0
                text: qsTr("留一句话，接手的人先看到")
            }
            AppTextArea {
                Layout.fillWidth: true
                visible: families.count > 0
                label: qsTr("留一句话，接手的人先看到")
                value: page.handover.note
                onEdited: text => page.handover.note = text
            }
            HandoverMove {
                Layout.fillWidth: true
                handover: page.handover
            }
        }
    }
}

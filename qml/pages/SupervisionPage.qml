// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A visit of supervision: on site the list comes first, afterwards what is still open. Everything works without a network.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property SupervisionModel supervision: session.supervision
    readonly property bool narrow: Theme.compact || Theme.medium || Theme.large

    PageHead {
        id: head

        width: parent.width
        heading: page.supervision.heading
        line: page.supervision.line
        size: Theme.head
        onBack: page.session.back()

        RoundButton {
            visible: page.supervision.supervisionId.length > 0 && page.session.paper.canPrint(page.supervision.supervisionId)
            size: Theme.tap
            name: qsTr("印成一页纸")
            iconName: "print"
            onClicked: page.session.paper.printRecord(page.supervision.supervisionId)
        }
        RoundButton {
            visible: page.supervision.canEdit
            size: Theme.tap
            name: qsTr("改一改")
            iconName: "pen"
            onClicked: page.supervision.edit()
        }
        AppButton {
            visible: text.length > 0 && !page.narrow
            kind: AppButton.Primary
            text: page.supervision.actionLabel
            onClicked: page.supervision.act()
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
                text: page.supervision.emptyText
                size: Theme.lead
                color: Theme.ink2
            }
            SupervisionState {
                Layout.fillWidth: true
                visible: page.supervision.emptyText.length === 0
                supervision: page.supervision
            }
            AppButton {
                Layout.fillWidth: true
                visible: text.length > 0 && page.narrow
                kind: AppButton.Primary
                text: page.supervision.actionLabel
                onClicked: page.supervision.act()
            }
            GridLayout {
                Layout.fillWidth: true
                visible: page.supervision.emptyText.length === 0
                columns: page.narrow ? 1 : 2
                columnSpacing: 24
                rowSpacing: 16

                Part {
                    Layout.fillWidth: true
                    Layout.preferredWidth: page.supervision.listFirst ? 5 : 4
                    Layout.alignment: Qt.AlignTop
                    sourceComponent: page.supervision.listFirst ? list : seen
                }
                Part {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    Layout.alignment: Qt.AlignTop
                    sourceComponent: page.supervision.listFirst ? seen : list
                }
            }
        }
    }

    Component {
        id: list

        SupervisionList {
            supervision: page.supervision
        }
    }
    Component {
        id: seen

        SupervisionSeen {
            supervision: page.supervision
        }
    }
}

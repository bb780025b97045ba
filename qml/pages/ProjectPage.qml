// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Support by a project: for whom and what, the way it goes, who goes on and what that wants, the money.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property ProjectModel project: session.project
    readonly property bool narrow: Theme.compact || Theme.large

    PageHead {
        id: head

        width: parent.width
        initial: page.project.initial
        tint: page.project.tint
        heading: page.project.heading
        line: page.project.line
        size: Theme.head
        avatarSize: 56
        onBack: page.session.back()

        RoundButton {
            visible: page.project.canEdit && page.session.paper.canPrint(page.project.projectId)
            size: Theme.tap
            name: qsTr("印成一页纸")
            iconName: "print"
            onClicked: page.session.paper.printRecord(page.project.projectId)
        }
        RoundButton {
            visible: page.project.canEdit
            size: Theme.tap
            name: qsTr("改一改")
            iconName: "pen"
            onClicked: page.project.edit()
        }
        AppButton {
            visible: text.length > 0 && !page.narrow
            kind: AppButton.Primary
            text: page.project.actionLabel
            onClicked: page.project.act()
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
                text: page.project.emptyText
                size: Theme.lead
                color: Theme.ink2
            }
            ProjectWhat {
                id: what

                Layout.fillWidth: true
                visible: what.filled && page.project.emptyText.length === 0
                project: page.project
            }
            AppButton {
                Layout.fillWidth: true
                visible: text.length > 0 && page.narrow
                kind: AppButton.Primary
                text: page.project.actionLabel
                onClicked: page.project.act()
            }
            ProjectNow {
                Layout.fillWidth: true
                visible: page.narrow && page.project.emptyText.length === 0
                project: page.project
            }
            GridLayout {
                Layout.fillWidth: true
                visible: page.project.emptyText.length === 0
                columns: page.narrow ? 1 : 2
                columnSpacing: 24
                rowSpacing: 16

                Card {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    paddingY: 20
                    spacing: 0

                    SectionLabel {
                        width: parent.width
                        bottomPadding: 16
                        text: qsTr("走到哪一步")
                    }
                    Repeater {
                        id: steps

                        model: page.project.ladder
                        delegate: LadderRow {
                            required property int index

                            width: parent?.width ?? 0
                            last: index === steps.count - 1
                        }
                    }
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    spacing: 16

                    ProjectNow {
                        Layout.fillWidth: true
                        visible: !page.narrow
                        project: page.project
                    }
                    ProjectRepaid {
                        Layout.fillWidth: true
                        visible: page.project.repaidText.length > 0
                        project: page.project
                    }
                    Card {
                        Layout.fillWidth: true
                        visible: facts.count > 0
                        paddingY: 20
                        spacing: 12

                        FactRows {
                            id: facts

                            width: parent.width
                            rows: page.project.facts
                            keyChars: 6.6
                        }
                    }
                }
            }
        }
    }
}

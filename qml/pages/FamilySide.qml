// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The column beside the timeline: 请留意 first, then how to reach them, close people, what is still open.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Column {
    id: side

    required property FamilyModel family
    readonly property bool pair: Theme.compact && !Theme.large && width > 640

    spacing: 16

    LookStrip {
        width: parent.width
        label: side.family.lookText
        onLooked: side.family.openLook()
    }
    GridLayout {
        width: parent.width
        columns: side.pair ? 2 : 1
        columnSpacing: 16
        rowSpacing: 16

        NoticeBlock {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 3
            label: side.family.noticeText
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 4
            visible: duties.count > 0
            paddingY: 16
            spacing: 4

            SectionLabel {
                text: qsTr("这几天")
            }
            Repeater {
                id: duties

                model: side.family.duties
                delegate: DutyRow {
                    width: parent?.width ?? 0
                    onExplained: taskId => side.family.explain(taskId)
                }
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 4
            visible: facts.count > 0
            paddingY: 20

            FactRows {
                id: facts

                width: parent.width
                rows: side.family.infoRows
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 3
            visible: close.count > 0
            paddingY: 16
            spacing: 8

            SectionLabel {
                text: qsTr("常走动的人")
            }
            Repeater {
                id: close

                model: side.family.closePeople
                delegate: CloseRow {
                    width: parent?.width ?? 0
                    onCalled: row => side.family.callPerson(row)
                }
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 3
            visible: open.count > 0
            paddingY: 16
            spacing: 4

            SectionLabel {
                text: qsTr("还在办的")
            }
            Repeater {
                id: open

                model: side.family.openMatters
                delegate: ListRow {
                    id: matter

                    required property int index
                    required property string matterId

                    required heading
                    required line
                    required iconName
                    width: parent?.width ?? 0
                    onClicked: side.family.openMatter(matterId)

                    Rule {
                        width: parent.width
                        visible: matter.index > 0
                    }
                }
            }
        }
    }
}

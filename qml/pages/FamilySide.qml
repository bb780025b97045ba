// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The column beside the timeline: 请留意 first, then how to reach them, close people, what is still open; the office part folded.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Column {
    id: side

    required property FamilyModel family
    readonly property bool pair: Theme.compact && !Theme.large && width > 640
    property bool workOpen: false

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
                    width: parent.width
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
                    width: parent.width
                    onClicked: side.family.openMatter(matterId)

                    Rule {
                        width: parent.width
                        visible: matter.index > 0
                    }
                }
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 3
            visible: people.count > 0
            paddingY: 16
            spacing: 4

            SectionLabel {
                text: qsTr("家里的人")
            }
            Repeater {
                id: people

                model: side.family.people
                delegate: ListRow {
                    required property string personId
                    required property string name
                    required property bool canEdit

                    required line
                    width: parent.width
                    heading: name
                    iconName: "user"
                    bold: false
                    arrow: canEdit
                    oneLine: true
                    onClicked: side.family.editPerson(personId)
                }
            }
            AppButton {
                visible: side.family.canEdit
                compact: true
                kind: AppButton.Quiet
                iconName: "plus"
                text: qsTr("添一位")
                onClicked: side.family.addPerson()
            }
        }
    }
    FormFold {
        width: parent.width
        visible: work.count > 0
        label: qsTr("工作信息")
        line: qsTr("家人在旁边时，先别打开")
        open: side.workOpen
        onClicked: side.workOpen = !side.workOpen
    }
    Card {
        width: parent.width
        visible: side.workOpen && work.count > 0
        paddingY: 20

        FactRows {
            id: work

            width: parent.width
            rows: side.family.workInfo
        }
    }
    Flow {
        width: parent.width
        spacing: 12

        AppButton {
            visible: side.family.canStartSession
            compact: true
            kind: AppButton.Tonal
            iconName: "chat"
            text: qsTr("记一次辅导")
            onClicked: side.family.startSession()
        }
        AppButton {
            visible: side.family.canStartEmergency
            compact: true
            kind: AppButton.Outline
            iconName: "sos"
            text: qsTr("出了急事")
            onClicked: side.family.startEmergency()
        }
        AppButton {
            visible: side.family.canEdit
            compact: true
            kind: AppButton.Outline
            iconName: "pen"
            text: qsTr("改档案")
            onClicked: side.family.editHousehold()
        }
    }
}

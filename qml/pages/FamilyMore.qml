// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is needed less often: who belongs to the family, the office part (folded), and what else can be begun.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Column {
    id: side

    required property FamilyModel family
    required property PrintModel paper
    property bool workOpen: false

    signal lent // the tablet, into the family's hands

    spacing: 16

    Card {
        width: parent.width
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
                width: parent?.width ?? 0
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
    Flow {
        width: parent.width
        visible: side.family.familyId.length > 0 && side.paper.canPrint(side.family.familyId)
        spacing: 12

        AppButton {
            compact: true
            kind: AppButton.Quiet
            iconName: "print"
            text: qsTr("印档案")
            onClicked: side.paper.printRecord(side.family.familyId)
        }
        AppButton {
            visible: side.paper.canSlip(side.family.familyId)
            compact: true
            kind: AppButton.Quiet
            iconName: "doc"
            text: qsTr("印服务单")
            onClicked: side.paper.printSlip(side.family.familyId)
        }
    }
    AppButton {
        visible: side.family.familyId.length > 0
        compact: true
        kind: AppButton.Quiet
        iconName: "history"
        text: qsTr("以前写过的")
        onClicked: side.family.openHistory()
    }
    FormFold {
        width: parent.width
        visible: work.count > 0 || side.family.careText.length > 0
        label: qsTr("工作信息")
        line: qsTr("家人在旁边时，先别打开")
        open: side.workOpen
        onClicked: side.workOpen = !side.workOpen
    }
    Card {
        width: parent.width
        visible: side.workOpen && side.family.careText.length > 0
        paddingY: 16
        spacing: 4

        SectionLabel {
            text: side.family.careText
        }
        MetaText {
            width: parent.width
            visible: reasons.count === 0
            text: qsTr("眼下没有特别要留意的")
        }
        Repeater {
            id: reasons

            model: side.family.careReasons
            delegate: AppText {
                required property string line

                width: parent?.width ?? 0
                text: line
            }
        }
    }
    Card {
        width: parent.width
        visible: side.workOpen && haves.count > 0
        paddingY: 16
        spacing: 10

        SectionLabel {
            text: qsTr("四有")
        }
        Flow {
            width: parent.width
            spacing: 8

            Repeater {
                id: haves

                model: side.family.haves
                delegate: HomeThing {
                }
            }
        }
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
    AppButton {
        visible: side.workOpen && work.count > 0
        compact: true
        kind: AppButton.Outline
        iconName: "umbrella"
        text: qsTr("能有哪些帮助")
        onClicked: side.family.openAllowance()
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
            visible: side.family.canReadScale
            compact: true
            kind: AppButton.Outline
            iconName: "doc"
            text: side.family.scaleLabel
            onClicked: side.family.readScale()
        }
        AppButton {
            visible: side.family.canAskSafety
            compact: true
            kind: AppButton.Outline
            iconName: "note"
            text: qsTr("多问几句")
            onClicked: side.family.askSafety()
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
            visible: side.family.canWrite
            compact: true
            kind: AppButton.Outline
            iconName: "plus"
            text: qsTr("还能记什么")
            onClicked: side.family.noteMore()
        }
        AppButton {
            visible: side.family.canSumClaim
            compact: true
            kind: AppButton.Outline
            iconName: "coin"
            text: qsTr("住院能赔多少")
            onClicked: side.family.sumClaim()
        }
        AppButton {
            compact: true
            kind: AppButton.Quiet
            iconName: "people"
            text: qsTr("给家人一起看")
            onClicked: side.lent()
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

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Before the form: who went, and to whom. Both go into it, so that nobody looks for them there.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

ColumnLayout {
    id: question

    required property TeamModel team

    spacing: 16

    SectionLabel {
        visible: people.count > 0
        text: qsTr("谁去的")
    }
    Flow {
        Layout.fillWidth: true
        visible: people.count > 0
        spacing: 12

        Repeater {
            id: people

            model: question.team.going
            delegate: OptionCheck {
                id: one

                required property string volunteerId

                required label
                required chosen
                round: true
                onClicked: question.team.toggleGoing(one.volunteerId)
            }
        }
    }
    SectionLabel {
        Layout.topMargin: 8
        text: qsTr("去了谁家")
    }
    AppField {
        Layout.fillWidth: true
        iconName: "search"
        label: qsTr("找一家")
        placeholderText: qsTr("写名字、村名找一找")
        value: question.team.filter
        onEdited: text => question.team.filter = text
    }
    AppText {
        Layout.fillWidth: true
        visible: text.length > 0
        text: question.team.familiesText
        color: Theme.ink2
    }
    GridLayout {
        Layout.fillWidth: true
        columns: Theme.compact || Theme.large ? 1 : 3
        columnSpacing: 16
        rowSpacing: 12

        Repeater {
            model: question.team.families
            delegate: FamilyTile {
                id: family

                required property string familyId

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: question.team.serveFamily(family.familyId)
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: 12

        AppButton {
            kind: AppButton.Outline
            iconName: "house"
            text: qsTr("不在谁家，在外面")
            onClicked: question.team.serveElsewhere()
        }
        AppButton {
            kind: AppButton.Quiet
            text: qsTr("先不记")
            onClicked: question.team.stopAsking()
        }
    }
}

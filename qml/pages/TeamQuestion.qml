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
            delegate: PressArea {
                id: family

                required property string familyId
                required property string name
                required property string line
                required property string initial
                required property int tint

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                implicitHeight: Math.max(Theme.large ? 88 : 76, words.implicitHeight + 24)
                rest: Theme.surf
                text: family.line.length > 0 ? family.name + "，" + family.line : family.name
                onClicked: question.team.serveFamily(family.familyId)

                contentItem: RowLayout {
                    spacing: 16

                    Avatar {
                        Layout.leftMargin: 16
                        initial: family.initial
                        tint: family.tint
                        size: 48
                    }
                    Column {
                        id: words

                        Layout.fillWidth: true

                        AppText {
                            width: parent.width
                            text: family.name
                            size: Theme.lead
                            strong: true
                            Accessible.ignored: true
                        }
                        MetaText {
                            width: parent.width
                            visible: text.length > 0
                            text: family.line
                            Accessible.ignored: true
                        }
                    }
                }
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

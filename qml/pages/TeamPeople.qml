// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who is in a team.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Card {
    id: people

    required property TeamModel team

    paddingY: 20
    spacing: 4

    SectionLabel {
        width: parent.width
        text: qsTr("志愿者")
    }
    MetaText {
        width: parent.width
        visible: text.length > 0
        text: people.team.leaderText
    }
    AppText {
        width: parent.width
        topPadding: 8
        visible: text.length > 0
        text: people.team.volunteersText
        color: Theme.ink2
    }
    Repeater {
        model: people.team.volunteers
        delegate: VolunteerRow {
            width: parent?.width ?? 0
            canOpen: people.team.canAdd
            onOpened: id => people.team.openVolunteer(id)
            onCalled: id => people.team.callVolunteer(id)
        }
    }
    AppButton {
        visible: people.team.canAdd
        compact: true
        kind: AppButton.Quiet
        iconName: "plus"
        text: qsTr("添一位")
        Accessible.name: qsTr("添一位志愿者")
        onClicked: people.team.addVolunteer()
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a team was lately; the sum is the team's.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Card {
    id: served

    required property Session session
    readonly property TeamModel team: session.team

    paddingY: 20
    spacing: 4

    SectionLabel {
        width: parent.width
        text: qsTr("最近去过")
    }
    MetaText {
        width: parent.width
        bottomPadding: 4
        visible: text.length > 0
        text: served.team.sumText
    }
    AppText {
        width: parent.width
        topPadding: 4
        visible: text.length > 0
        text: served.team.servicesText
        color: Theme.ink2
    }
    Repeater {
        model: served.team.services
        delegate: ServiceRow {
            required property bool atFamily

            width: parent?.width ?? 0
            canSlip: atFamily && served.session.paper.canSlip(serviceId)
            onOpened: id => served.team.openService(id)
            onSlipped: id => served.session.paper.printSlip(id)
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 省里请您再看一下: what was put aside, person by person; below it what only waits for the province.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Card {
    id: card

    required property AskedModel asked

    paddingY: 16
    visible: rows.count + settled.count > 0

    AppText {
        width: parent.width
        visible: text.length > 0
        bottomPadding: 8
        text: card.asked.heading
        size: Theme.title
        strong: true
        Accessible.role: Accessible.Heading
    }
    Repeater {
        id: rows

        model: card.asked.rows
        delegate: AskedRow {
            width: parent?.width ?? 0
            onClicked: card.asked.open(number)
            onActed: card.asked.act(number)
            onLetGo: card.asked.leave(number)
        }
    }
    SectionLabel {
        topPadding: rows.count > 0 ? 16 : 0
        bottomPadding: 4
        visible: settled.count > 0
        text: qsTr("等省里定的")
    }
    Repeater {
        id: settled

        model: card.asked.settled
        delegate: AskedRow {
            width: parent?.width ?? 0
            onClicked: card.asked.open(number)
        }
    }
    MetaText {
        width: parent.width
        topPadding: 10
        text: card.asked.whoDecides
    }
}

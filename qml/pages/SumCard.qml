// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One amount: first how much, then the steps in which it comes about.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Card {
    id: card

    required property string sumId
    required property string label
    required property string amountText
    required property string missingText
    required property QtObject steps

    paddingY: 20
    spacing: 12

    SectionLabel {
        width: parent.width
        text: card.label
    }
    AppText {
        width: parent.width
        visible: text.length > 0
        text: card.amountText
        size: Theme.page
        strong: true
        color: Theme.pri
        Accessible.role: Accessible.Heading
        Accessible.name: card.label + "，" + text
    }
    AppText {
        width: parent.width
        visible: text.length > 0
        text: card.missingText
        size: Theme.lead
        color: Theme.ink2
    }
    Rule {
        width: parent.width
        visible: list.count > 0
    }
    Repeater {
        id: list

        model: card.steps
        delegate: Fact {
            required label
            required line
            width: parent?.width ?? 0
            keyChars: 6.6
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A village's tablet that came in today. Counts, never a ranking.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Item {
    id: row

    required property string name
    required property string line
    required property string initial
    required property int tint
    required property string newText
    required property string changedText
    required property string stateText
    required property bool needsLook
    required property string accessibleText

    implicitHeight: Math.max(80, words.implicitHeight + 20)
    Accessible.role: Accessible.Row
    Accessible.name: accessibleText

    Rule {
        width: parent.width
    }
    Avatar {
        anchors.verticalCenter: parent.verticalCenter
        initial: row.initial
        tint: row.tint
        size: 44
    }
    Column {
        id: words

        x: 56
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 356

        AppText {
            width: parent.width
            text: row.name
            size: Theme.lead
            strong: true
        }
        MetaText {
            width: parent.width
            text: row.line
        }
    }
    AppText {
        anchors.verticalCenter: parent.verticalCenter
        x: parent.width - 300
        width: 80
        text: row.newText
        size: Theme.lead
        horizontalAlignment: Text.AlignRight
    }
    AppText {
        anchors.verticalCenter: parent.verticalCenter
        x: parent.width - 220
        width: 84
        text: row.changedText
        size: Theme.lead
        horizontalAlignment: Text.AlignRight
    }
    Tag {
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        label: row.stateText
        iconName: row.needsLook ? "" : "check"
        color: row.needsLook ? Theme.clays : "transparent"
        ink: row.needsLook ? Theme.onclays : Theme.ink2
    }
}

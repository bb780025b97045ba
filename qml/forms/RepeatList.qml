// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// All rows of a repeat in place of the form: only those in sight are made, however many there are.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

ListView {
    id: list

    required property FormEditor form
    readonly property int room: Math.min(960, width - 2 * Theme.margin)

    model: form.items
    // The row that was opened last, or the newest, is in sight.
    currentIndex: form.itemPlace
    highlightMoveDuration: 0
    clip: true
    topMargin: 16
    bottomMargin: 16 + Theme.toastVeil
    spacing: 4
    reuseItems: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    keyNavigationEnabled: true
    delegate: Item {
        id: place

        required property string itemId
        required property string ordinal
        required property string heading
        required property string line
        required property string missingText
        required property string accessibleText

        width: ListView.view.width
        height: entry.implicitHeight + 4

        RepeatRow {
            id: entry

            x: Theme.margin
            width: list.room
            itemId: place.itemId
            ordinal: place.ordinal
            heading: place.heading
            line: place.line
            missingText: place.missingText
            accessibleText: place.accessibleText
            form: list.form
        }
        Rule {
            x: Theme.margin
            width: list.room
            anchors.bottom: parent.bottom
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Label and value, two columns.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Column {
    id: facts

    property QtObject rows
    property real keyChars: 4.6
    readonly property int count: list.count

    spacing: 10

    Repeater {
        id: list

        model: facts.rows
        delegate: Fact {
            required label
            required line
            width: facts.width
            keyChars: facts.keyChars
        }
    }
}

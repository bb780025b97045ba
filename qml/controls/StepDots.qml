// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How far: what was passed, where one is, what is to come. The words beside it say the same.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Row {
    id: dots

    property int position: 1
    property int count: 1

    spacing: 8
    Accessible.ignored: true

    Repeater {
        model: dots.count
        delegate: Rectangle {
            required property int index
            readonly property bool here: index === dots.position - 1

            width: here ? 36 : 12
            height: 12
            radius: 6
            color: index < dots.position ? Theme.pri : Theme.line
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same path as three rings in a row of a table; the word stands beside it.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Row {
    id: dots

    property int place: 0

    Repeater {
        model: 3
        delegate: Row {
            id: stop

            required property int index
            readonly property bool passed: index <= dots.place

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                visible: stop.index > 0
                width: 28
                height: 2
                color: Theme.line
            }
            Rectangle {
                width: 28
                height: 28
                radius: 14
                color: stop.passed ? Theme.pri : "transparent"
                border.width: stop.passed ? 0 : 2
                border.color: Theme.edge

                Icon {
                    anchors.centerIn: parent
                    visible: stop.passed
                    name: "check"
                    size: 18
                    color: Theme.onpri
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The place of a row that is still being read: where a face, a name and a reason will stand. Nothing moves.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Item {
    id: row

    required property int index
    readonly property real room: width - face.width - 16

    component Bar: Rectangle {
        property real share: 1

        width: row.room * share
        height: Math.round(Theme.meta * 0.75)
        radius: 6
        color: Theme.inset
    }

    implicitHeight: Math.max(84, Theme.body * 3 + 20)
    opacity: 1 - Math.min(row.index, 5) * 0.14
    Accessible.ignored: true

    Rectangle {
        id: face

        anchors.verticalCenter: parent.verticalCenter
        width: 48
        height: 48
        radius: 24
        color: Theme.inset
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        x: face.width + 16
        spacing: 12

        Bar {
            share: 0.14 + 0.03 * (row.index % 3)
        }
        Bar {
            share: 0.1 + 0.04 * (row.index % 2)
        }
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        x: face.width + 16 + row.room * 0.34
        spacing: 12

        Bar {
            share: 0.24 + 0.05 * (row.index % 2)
        }
        Bar {
            share: 0.18 + 0.04 * (row.index % 3)
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The place of a row that is still being read: where a face, a name and a reason will stand. Nothing moves.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Item {
    id: row

    required property int index

    component Bar: Rectangle {
        property real share: 1

        Layout.fillWidth: true
        Layout.maximumWidth: row.width * share
        implicitHeight: Math.round(Theme.meta * 0.75)
        radius: 6
        color: Theme.inset
    }

    implicitHeight: Math.max(84, Theme.body * 3 + 20)
    opacity: 1 - Math.min(row.index, 5) * 0.14
    Accessible.ignored: true

    RowLayout {
        anchors.fill: parent
        spacing: 16

        Rectangle {
            implicitWidth: 48
            implicitHeight: 48
            radius: 24
            color: Theme.inset
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            spacing: 12

            Bar {
                share: 0.14 + 0.03 * (row.index % 3)
            }
            Bar {
                share: 0.1 + 0.04 * (row.index % 2)
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            spacing: 12

            Bar {
                share: 0.24 + 0.05 * (row.index % 2)
            }
            Bar {
                share: 0.18 + 0.04 * (row.index % 3)
            }
        }
    }
}

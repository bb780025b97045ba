// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A quiet line over the page: long offline, nearly full, a date that cannot be right.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Rectangle {
    id: strip

    property string label
    property string iconName

    visible: label.length > 0
    implicitHeight: row.implicitHeight + 20
    color: Theme.clays
    Accessible.role: Accessible.AlertMessage
    Accessible.name: label

    Row {
        id: row

        x: Theme.margin
        y: 10
        spacing: 12

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: strip.iconName
            size: 22
            color: Theme.onclays
        }
        AppText {
            width: strip.width - 2 * Theme.margin - 34
            text: strip.label
            color: Theme.onclays
            Accessible.ignored: true
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One way of the giving and taking.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

RowLayout {
    id: line

    property string iconName
    property string label

    visible: label.length > 0
    spacing: 14

    Icon {
        Layout.alignment: Qt.AlignTop
        name: line.iconName
        size: 24
        color: Theme.ink2
    }
    AppText {
        Layout.fillWidth: true
        text: line.label
        size: Theme.lead
    }
}

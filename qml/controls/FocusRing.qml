// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 3 px at a distance of 3 px, for the keyboard only.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Rectangle {
    property bool shown: false
    property real inner: 16

    anchors.fill: parent
    anchors.margins: -6
    visible: shown
    radius: inner + 6
    color: "transparent"
    border.width: 3
    border.color: Theme.focus
}

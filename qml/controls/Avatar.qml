// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One character of a name. The tint tells people apart and means nothing.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Rectangle {
    id: avatar

    property string initial
    property int tint: 0
    property int size: 64

    implicitWidth: size
    implicitHeight: size
    radius: size / 2
    color: Theme.tints[tint & 3]

    AppText {
        anchors.centerIn: parent
        text: avatar.initial
        size: Math.round(avatar.size * 0.42)
        strong: true
        color: Theme.tintInks[avatar.tint & 3]
        Accessible.ignored: true
    }
}

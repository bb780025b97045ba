// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A ring: ticked where something was held, empty where it is to come. The word stands beside it.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Rectangle {
    id: mark

    property bool held: false
    property int size: 36

    implicitWidth: size
    implicitHeight: size
    radius: size / 2
    color: held ? Theme.pri : "transparent"
    border.width: held ? 0 : 2
    border.color: Theme.edge

    Icon {
        anchors.centerIn: parent
        visible: mark.held
        name: "check"
        size: mark.size * 0.55
        color: Theme.onpri
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

// A wash of colour where the app paints pixels.
Item {
    id: pixels

    property var picture
    property bool cover: false
    property real corner: 0
    readonly property bool ready: picture === "seen"

    Rectangle {
        anchors.fill: parent
        visible: pixels.ready
        radius: pixels.corner
        gradient: Gradient {
            GradientStop {
                position: 0
                color: "#c3d3c2"
            }
            GradientStop {
                position: 1
                color: "#a98a68"
            }
        }
    }
}

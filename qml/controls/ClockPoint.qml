// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A point of the emergency clock: done is filled and connected; a touch on an open one notes the time.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

PressArea {
    id: point

    required property string label
    required property string line
    required property bool done
    required property string accessibleText
    property bool last: false

    implicitHeight: Math.round(76 + 16 * Theme.step)
    text: accessibleText
    corner: 10

    contentItem: Item {
        Rectangle {
            y: 2
            width: 16
            height: 16
            radius: 8
            color: point.done ? Theme.pri : "transparent"
            border.width: 2
            border.color: point.done ? Theme.pri : Theme.edge
        }
        Rectangle {
            x: 22
            y: 9
            width: point.width - 28
            height: 2
            visible: !point.last
            color: point.done ? Theme.pri : Theme.line
        }
        AppText {
            y: 24
            width: parent.width
            text: point.label
            strong: true
            color: point.done ? Theme.ink : Theme.ink2
            elide: Text.ElideRight
            maximumLineCount: 1
            Accessible.ignored: true
        }
        MetaText {
            y: 52 + 10 * Theme.step
            width: parent.width - 8
            text: point.line
            lineHeight: 0.85
            maximumLineCount: 2
            Accessible.ignored: true
        }
    }
}

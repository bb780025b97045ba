// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Edge and ground of an answer. Chosen is edge, ground, tick and bold together, so that it survives grey.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin

Rectangle {
    id: ground

    required property T.AbstractButton option
    required property bool round
    required property bool chosen

    radius: round ? height / 2 : 14
    color: chosen ? (option.down ? Theme.prisPressed : Theme.pris) : (option.down ? Theme.inset : Theme.surf)
    border.width: chosen ? 2 : 1
    border.color: chosen ? Theme.pri : (option.enabled ? Theme.edge : Theme.line)

    Behavior on color  {
        ColorAnimation {
            duration: Theme.press
        }
    }

    FocusRing {
        shown: ground.option.visualFocus
        inner: ground.radius
    }
}

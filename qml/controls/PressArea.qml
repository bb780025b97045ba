// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A pressable ground for rows and cards: role, name, keys and ring in one place. The buttons of Qt 6.4 do not answer a screen reader's press by
// themselves: each of our controls says what it does then. And whatever Accessible.role says, they tell it the role of their template: a choice
// is a RadioButton, a tick a CheckBox, each with its own toggling switched off.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin

T.AbstractButton {
    id: area

    property real corner: 16
    property bool chosen: false
    property color rest: "transparent"

    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: area.enabled && area.clicked()
    Keys.onReturnPressed: area.clicked()
    Keys.onEnterPressed: area.clicked()

    background: Rectangle {
        radius: area.corner
        color: area.chosen ? Theme.pris : (area.down ? Theme.inset : area.rest)

        FocusRing {
            shown: area.visualFocus
            inner: area.corner
            anchors.margins: -3
        }
    }
}

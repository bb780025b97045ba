// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A pressable ground that is one of several: like PressArea, and a screen reader says whether it is the chosen one.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin

T.RadioButton {
    id: area

    property real corner: 16
    property bool chosen: false
    property color rest: "transparent"

    // What is chosen is the view-model's to say: a touch of one's own toggles nothing.
    autoExclusive: false
    checked: chosen
    onToggled: area.checked = Qt.binding(() => area.chosen)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.name: text
    Accessible.onPressAction: area.enabled && area.clicked()
    Accessible.onToggleAction: area.enabled && area.clicked()
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

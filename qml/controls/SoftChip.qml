// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A suggestion: a tap adds its words to the field above.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin

T.AbstractButton {
    id: chip

    implicitHeight: Theme.chip
    implicitWidth: words.implicitWidth + 40
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: chip.clicked()
    Keys.onEnterPressed: chip.clicked()
    Accessible.onPressAction: chip.enabled && chip.clicked()

    background: Rectangle {
        radius: height / 2
        color: chip.down ? Theme.line : Theme.inset

        FocusRing {
            shown: chip.visualFocus
            inner: parent.radius
        }
    }
    contentItem: Item {
    }

    Item {
        anchors.fill: parent

        AppText {
            id: words

            anchors.centerIn: parent
            text: chip.text
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}

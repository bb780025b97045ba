// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A round icon alone: back, close, phone beside a printed number, microphone. Always with a name for the screen reader.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin

T.AbstractButton {
    id: button

    required property string name
    property string iconName
    property int size: Theme.large ? 60 : 48
    property bool tonal: true
    property bool clay: false

    implicitWidth: size
    implicitHeight: size
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.onPressAction: button.enabled && button.clicked()
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Rectangle {
        radius: width / 2
        color: button.clay ? Theme.clay : (button.tonal ? (button.down ? Theme.prisPressed : Theme.pris) : (button.down ? Theme.inset : "transparent"))

        FocusRing {
            shown: button.visualFocus
            inner: parent.radius
        }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.iconName
            size: button.tonal ? Math.round(button.size * 0.46) : 28
            color: button.clay ? Theme.onclay : (button.tonal ? Theme.onpris : Theme.ink)
        }
    }
}

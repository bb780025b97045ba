// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin

T.AbstractButton {
    id: key

    property string iconName
    property bool plain: false
    property string name: text

    implicitWidth: 112
    implicitHeight: Theme.low ? 60 : 72
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.Button
    Accessible.name: name
    Keys.onReturnPressed: key.clicked()
    Keys.onEnterPressed: key.clicked()
    Accessible.onPressAction: key.enabled && key.clicked()

    background: Rectangle {
        radius: 18
        color: key.down ? Theme.inset : (key.plain ? "transparent" : Theme.surf)
        border.width: key.plain ? 0 : 1
        border.color: Theme.line

        FocusRing {
            shown: key.visualFocus
            inner: 18
        }
    }
    contentItem: Item {
        AppText {
            anchors.centerIn: parent
            width: key.plain ? 48 : implicitWidth
            text: key.text
            size: key.plain ? 18 : 30
            strong: !key.plain
            color: !key.enabled ? Theme.ink3 : (key.plain ? Theme.ink2 : Theme.ink)
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
        Icon {
            anchors.centerIn: parent
            name: key.iconName
            size: 30
            color: Theme.ink2
        }
    }
}

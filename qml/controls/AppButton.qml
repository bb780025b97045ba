// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// All the buttons with words. One Primary per screen; the rest are quieter.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin

T.AbstractButton {
    id: button

    enum Kind {
        Primary,
        Tonal,
        Outline,
        Quiet,
        Clay,
        ClaySoft
    }

    property int kind: AppButton.Tonal
    property bool compact: false
    property string iconName
    property int size: compact ? Theme.body : Theme.lead
    property real corner: compact ? 14 : 16
    property bool plainInk: false
    property int least: 0 // no narrower than this, as in the pictures; words of another language may need more
    readonly property color ground: [down ? Theme.priPressed : Theme.pri, down ? Theme.prisPressed : Theme.pris, down ? Theme.inset : Theme.surf, down ? Theme.inset : "transparent", down ? Qt.darker(Theme.clay, 1.15) : Theme.clay, down ? Qt.darker(Theme.clays, 1.06) : Theme.clays][kind]
    readonly property color ink: [Theme.onpri, Theme.onpris, Theme.ink, Theme.pri, Theme.onclay, Theme.onclays][kind]
    readonly property color tone: enabled ? ink : Theme.ink3

    implicitHeight: compact ? Theme.small : Theme.tap
    implicitWidth: Math.max(least, label.implicitWidth + leftPadding + rightPadding)
    leftPadding: kind === AppButton.Quiet ? 12 : (compact ? 20 : 24)
    rightPadding: leftPadding
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: button.enabled && button.clicked()
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Rectangle {
        radius: button.corner
        color: button.enabled ? button.ground : (button.kind === AppButton.Quiet || button.kind === AppButton.Outline ? "transparent" : Theme.inset)
        border.width: button.kind === AppButton.Outline || button.kind === AppButton.ClaySoft ? 1 : 0
        border.color: button.kind === AppButton.ClaySoft ? Theme.clay : (button.enabled ? Theme.edge : Theme.line)

        Behavior on color  {
            ColorAnimation {
                duration: Theme.press
            }
        }

        FocusRing {
            shown: button.visualFocus
            inner: button.corner
        }
    }

    contentItem: Item {
    }

    Row {
        id: label

        anchors.centerIn: parent
        spacing: 10

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: button.iconName
            color: button.tone
        }
        AppText {
            visible: text.length > 0
            text: button.text
            size: button.size
            strong: true
            color: button.tone
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One of several answers. Chosen is edge, ground, tick and bold together, so that it survives grey.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin

T.AbstractButton {
    id: option

    property string label
    property string iconName
    property bool chosen: false
    property bool round: false
    property bool exclusive: true
    readonly property color tone: !enabled ? Theme.ink3 : (chosen ? Theme.onpris : Theme.ink)

    implicitHeight: Math.max(round ? Theme.chip : Theme.tap, row.implicitHeight + 8)
    implicitWidth: Math.ceil(words.implicitWidth) + (sign.visible ? sign.width + 8 : 0) + 40
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: exclusive ? Accessible.RadioButton : Accessible.CheckBox
    Accessible.name: label
    Accessible.checkable: true
    Accessible.checked: chosen
    Keys.onReturnPressed: option.clicked()
    Keys.onEnterPressed: option.clicked()
    Keys.onRightPressed: option.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onLeftPressed: option.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    background: Rectangle {
        radius: option.round ? height / 2 : 14
        color: option.chosen ? (option.down ? Theme.prisPressed : Theme.pris) : (option.down ? Theme.inset : Theme.surf)
        border.width: option.chosen ? 2 : 1
        border.color: option.chosen ? Theme.pri : (option.enabled ? Theme.edge : Theme.line)

        Behavior on color  {
            ColorAnimation {
                duration: Theme.press
            }
        }

        FocusRing {
            shown: option.visualFocus
            inner: parent.radius
        }
    }
    contentItem: Item {
    }

    Item {
        anchors.fill: parent

        Row {
            id: row

            anchors.centerIn: parent
            spacing: 8

            Icon {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                name: option.chosen ? "check" : (Theme.large ? "" : option.iconName)
                size: option.chosen ? 20 : 22
                color: option.chosen ? Theme.onpris : Theme.ink3
            }
            AppText {
                id: words

                width: Math.min(implicitWidth, option.width - (sign.visible ? sign.width + 8 : 0) - 16)
                text: option.label
                strong: option.chosen
                color: option.tone
                horizontalAlignment: Text.AlignHCenter
                maximumLineCount: 2
                Accessible.ignored: true
            }
        }
    }
}

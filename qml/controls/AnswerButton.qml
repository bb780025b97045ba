// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One of the answers that are read aloud: large, all of the same weight. Chosen is edge, ground and tick together.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin

T.RadioButton {
    id: button

    property bool chosen: false
    property int size: Theme.readAnswer

    implicitHeight: Math.max(Theme.low ? 104 : 144, words.implicitHeight + 32)
    implicitWidth: 240
    // What is chosen is the view-model's to say: a touch of one's own toggles nothing.
    autoExclusive: false
    checked: chosen
    onToggled: button.checked = Qt.binding(() => button.chosen)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.onPressAction: button.enabled && button.clicked()
    Accessible.onToggleAction: button.enabled && button.clicked()
    Accessible.checkable: true
    Accessible.checked: chosen
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()
    Keys.onRightPressed: button.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onLeftPressed: button.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    background: Rectangle {
        radius: 24
        color: button.down ? Theme.prisPressed : (button.chosen ? Theme.pris : Theme.surf)
        border.width: 2
        border.color: button.chosen ? Theme.pri : Theme.edge

        FocusRing {
            shown: button.visualFocus
            inner: 24
        }
    }
    contentItem: Item {
    }

    Item {
        anchors.fill: parent

        Icon {
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.top: parent.top
            anchors.topMargin: 14
            visible: button.chosen
            name: "check"
            size: 26
            color: Theme.onpris
        }
        AppText {
            id: words

            anchors.centerIn: parent
            width: parent.width - 24
            text: button.text
            size: button.size
            strong: true
            color: button.chosen ? Theme.onpris : Theme.ink
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.9
            Accessible.ignored: true
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One of several answers; what is chosen is the form's to say.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin

T.RadioButton {
    id: option

    property string label
    property string iconName
    property bool chosen: false
    property bool round: false

    implicitHeight: Math.max(round ? Theme.chip : Theme.tap, words.wanted + 8)
    implicitWidth: words.implicitWidth + 40
    // What is chosen is the view-model's to say: a touch of one's own toggles nothing.
    autoExclusive: false
    checked: chosen
    onToggled: option.checked = Qt.binding(() => option.chosen)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.RadioButton
    Accessible.name: label
    Accessible.onPressAction: option.enabled && option.clicked()
    Accessible.onToggleAction: option.enabled && option.clicked()
    Accessible.checkable: true
    Accessible.checked: chosen
    Keys.onReturnPressed: option.clicked()
    Keys.onEnterPressed: option.clicked()
    Keys.onRightPressed: option.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onLeftPressed: option.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    background: OptionGround {
        option: option
        round: option.round
        chosen: option.chosen
    }
    contentItem: Item {
    }

    OptionWords {
        id: words

        anchors.fill: parent
        label: option.label
        iconName: option.iconName
        chosen: option.chosen
    }
}

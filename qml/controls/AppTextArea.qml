// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several lines. It grows with its words; every committed character is handed on.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin

T.TextArea {
    id: area

    property string value
    property string label
    property string trouble
    property bool framed: true
    property int lines: 4

    signal edited(string text)

    onValueChanged: area.text !== area.value && (area.text = area.value)
    Component.onCompleted: area.text = area.value
    onTextChanged: area.text !== area.value && area.edited(area.text)

    implicitWidth: 240
    implicitHeight: Math.max(contentHeight, lines * Math.round(Theme.body * 1.45)) + topPadding + bottomPadding
    leftPadding: framed ? 18 : 0
    rightPadding: framed ? 18 : 0
    topPadding: framed ? 14 : 0
    bottomPadding: framed ? 14 : 0
    font.family: Theme.family
    font.pixelSize: Theme.body
    color: Theme.ink
    placeholderTextColor: Theme.ink3
    selectionColor: Theme.prisPressed
    selectedTextColor: Theme.ink
    selectByMouse: true
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    renderType: Text.NativeRendering
    KeyNavigation.priority: KeyNavigation.BeforeItem
    Keys.onTabPressed: area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: area.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    Accessible.description: trouble
    Accessible.multiLine: true

    cursorDelegate: Rectangle {
        width: 2
        color: Theme.pri
        visible: area.cursorVisible
    }
    background: Rectangle {
        radius: 16
        visible: area.framed
        color: area.readOnly ? Theme.inset : Theme.surf
        border.width: area.activeFocus || area.trouble.length > 0 ? 2 : 1
        border.color: area.trouble.length > 0 ? Theme.clay : (area.activeFocus ? Theme.pri : Theme.edge)

        FocusRing {
            shown: area.activeFocus && (area.focusReason === Qt.TabFocusReason || area.focusReason === Qt.BacktabFocusReason)
            inner: 16
        }
    }

    AppText {
        x: area.leftPadding
        y: area.topPadding
        width: area.width - area.leftPadding - area.rightPadding
        visible: area.length === 0 && area.preeditText.length === 0
        text: area.placeholderText
        color: Theme.ink3
        Accessible.ignored: true
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text. `value` comes from the view-model; typing goes back through `edited`.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin

T.TextField {
    id: field

    property string value
    property string label
    property string trouble
    property string iconName
    property string unit
    property bool secret: false

    signal edited(string text)

    onValueChanged: field.text !== field.value && (field.text = field.value)
    Component.onCompleted: field.text = field.value
    onTextEdited: field.edited(field.text)

    implicitHeight: Theme.tap
    implicitWidth: 240
    leftPadding: lens.visible ? 56 : 20
    rightPadding: unitText.visible ? unitText.implicitWidth + 32 : 20
    font.family: Theme.family
    font.pixelSize: Theme.body
    color: enabled ? Theme.ink : Theme.ink3
    placeholderTextColor: Theme.ink3
    selectionColor: Theme.prisPressed
    selectedTextColor: Theme.ink
    selectByMouse: true
    verticalAlignment: TextInput.AlignVCenter
    renderType: Text.NativeRendering
    echoMode: secret ? TextInput.Password : TextInput.Normal
    passwordCharacter: "●"
    inputMethodHints: secret ? Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhHiddenText : Qt.ImhNone
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    // Qt gives a secret field no name (6.4): its label is its description.
    Accessible.description: secret ? label + trouble : trouble
    Accessible.passwordEdit: secret

    cursorDelegate: Rectangle {
        width: 2
        color: Theme.pri
        visible: field.cursorVisible
    }
    background: Rectangle {
        radius: 14
        color: field.enabled && !field.readOnly ? Theme.surf : Theme.inset
        border.width: field.activeFocus || field.trouble.length > 0 ? 2 : (field.enabled && !field.readOnly ? 1 : 0)
        border.color: field.trouble.length > 0 ? Theme.clay : (field.activeFocus ? Theme.pri : Theme.edge)

        FocusRing {
            shown: field.activeFocus && (field.focusReason === Qt.TabFocusReason || field.focusReason === Qt.BacktabFocusReason)
            inner: 14
        }
    }

    AppText {
        anchors.fill: parent
        anchors.leftMargin: field.leftPadding
        anchors.rightMargin: field.rightPadding
        visible: field.length === 0 && field.preeditText.length === 0
        text: field.placeholderText
        color: Theme.ink3
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Icon {
        id: lens

        anchors.verticalCenter: parent.verticalCenter
        x: 20
        name: field.iconName
    }
    AppText {
        id: unitText

        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: 20
        visible: text.length > 0
        text: field.unit
        color: Theme.ink2
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for a PIN, a passphrase or the recovery code. The digits stay in C++; the dots only say how many.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

FocusScope {
    id: pad

    required property SecretEntry entry
    property string openWord: entry.kind === SecretEntry.Recovery ? qsTr("用恢复码打开") : (entry.fresh ? qsTr("就用这个") : qsTr("打开"))
    property string busyWord: qsTr("正在打开")
    // One's own words, looked at on purpose: a keyboard for Chinese does not write into a hidden field.
    property bool shown: false
    // The demonstration's code below the keys; the door says it beside its name.
    property bool hinted: true
    readonly property bool pin: entry.kind === SecretEntry.Pin

    implicitWidth: 360
    implicitHeight: body.implicitHeight
    Keys.onPressed: event => event.accepted = pad.pin && pad.typed(event.key)

    function typed(key: int): bool {
        return key >= Qt.Key_0 && key <= Qt.Key_9 ? (entry.pressDigit(key - Qt.Key_0), true) : key === Qt.Key_Backspace ? (entry.backspace(), true) : false;
    }

    ColumnLayout {
        id: body

        width: pad.width
        spacing: 0

        RowLayout {
            Layout.fillWidth: true

            AppText {
                Layout.fillWidth: true
                text: pad.entry.label
                size: Theme.lead
                strong: true
            }
            Row {
                visible: pad.pin
                spacing: 12
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("已按%1位").arg(pad.entry.digits)

                Repeater {
                    model: 6
                    delegate: Rectangle {
                        required property int index

                        width: 20
                        height: 20
                        radius: 10
                        color: index < pad.entry.digits ? Theme.pri : "transparent"
                        border.width: 2
                        border.color: index < pad.entry.digits ? Theme.pri : Theme.edge
                    }
                }
            }
        }
        Grid {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: 20
            visible: pad.pin
            columns: 3
            spacing: 12

            Repeater {
                model: 9
                delegate: NumberKey {
                    required property int index

                    text: index + 1
                    enabled: pad.entry.inputEnabled
                    onClicked: pad.entry.pressDigit(index + 1)
                }
            }
            NumberKey {
                plain: true
                text: qsTr("改用口令")
                opacity: pad.entry.canUsePassphrase ? 1 : 0
                enabled: pad.entry.canUsePassphrase
                onClicked: pad.entry.usePassphrase()
            }
            NumberKey {
                text: "0"
                enabled: pad.entry.inputEnabled
                onClicked: pad.entry.pressDigit(0)
            }
            NumberKey {
                plain: true
                name: qsTr("退一格")
                iconName: "back"
                onClicked: pad.entry.backspace()
            }
        }
        AppField {
            id: field

            Layout.fillWidth: true
            Layout.topMargin: 16
            visible: !pad.pin
            focus: visible
            secret: pad.entry.kind === SecretEntry.Passphrase && !pad.shown
            label: pad.entry.label
            trouble: pad.entry.message
            enabled: pad.entry.inputEnabled
            onAccepted: pad.entry.submit(field.text)
        }
        AppText {
            Layout.fillWidth: true
            Layout.topMargin: 12
            visible: text.length > 0
            text: pad.entry.message
            color: Theme.clay
            horizontalAlignment: pad.pin ? Text.AlignHCenter : Text.AlignLeft
            Accessible.role: Accessible.AlertMessage
        }
        AppButton {
            Layout.fillWidth: true
            Layout.topMargin: 16
            visible: !pad.pin
            kind: AppButton.Primary
            text: pad.entry.busy ? pad.busyWord : pad.openWord
            iconName: pad.entry.fresh ? "check" : "unlock"
            enabled: pad.entry.inputEnabled && field.length > 0
            onClicked: pad.entry.submit(field.text)
        }
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: 8
            visible: !pad.pin
            spacing: 8

            AppButton {
                visible: pad.entry.kind === SecretEntry.Passphrase
                compact: true
                kind: AppButton.Quiet
                iconName: "eye"
                text: pad.shown ? qsTr("藏起来") : qsTr("看着打")
                onClicked: pad.shown = !pad.shown
            }
            AppButton {
                visible: pad.entry.canUsePin
                compact: true
                kind: AppButton.Quiet
                text: qsTr("改用数字密码")
                onClicked: pad.entry.usePin()
            }
        }
        InfoStrip {
            Layout.fillWidth: true
            Layout.topMargin: 16
            iconName: "info"
            label: pad.hinted && pad.entry.hintText.length > 0 ? qsTr("演示用的密码：%1").arg(pad.entry.hintText) : ""
        }
    }

    Connections {
        target: pad.entry

        function onEmptied(): void {
            field.clear();
        }
    }
}

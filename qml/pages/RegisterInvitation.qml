// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the invitation is scanned, typed or pasted.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

FocusScope {
    id: part

    required property RegisterModel registration
    required property Session session

    implicitHeight: body.implicitHeight

    ColumnLayout {
        id: body

        width: part.width
        spacing: 0

        AppTextArea {
            id: area

            Layout.fillWidth: true
            focus: true
            lines: Theme.low ? 3 : 5
            wrapMode: TextEdit.WrapAnywhere
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase | Qt.ImhSensitiveData
            label: qsTr("登记码")
            placeholderText: "LIANXIN:1:…"
            trouble: part.registration.invitationTrouble ? part.registration.invitationHint : ""
            value: part.registration.invitationText
            onEdited: typed => part.registration.read(typed)
        }
        AppText {
            Layout.fillWidth: true
            Layout.topMargin: 12
            visible: text.length > 0
            text: part.registration.invitationHint
            color: part.registration.invitationTrouble ? Theme.clay : Theme.ink2
            Accessible.role: Accessible.AlertMessage
        }
        InfoStrip {
            Layout.fillWidth: true
            Layout.topMargin: 16
            tone: InfoStrip.Green
            iconName: "check"
            label: part.registration.serverText.length === 0 ? "" : part.registration.forDemo ? qsTr("看懂了，登记到演示服务器 %1。里面的人和事都是编的。").arg(part.registration.serverText) : qsTr("看懂了，登记到 %1。").arg(part.registration.serverText)
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: 24
            spacing: 12

            AppButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                kind: AppButton.Outline
                iconName: Theme.compact ? "" : "camera"
                text: qsTr("扫一扫")
                onClicked: part.session.scanInvitation()
            }
            AppButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                kind: AppButton.Outline
                iconName: Theme.compact ? "" : "doc"
                text: qsTr("粘贴")
                onClicked: area.paste()
            }
            AppButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                kind: AppButton.Primary
                text: qsTr("下一步")
                enabled: part.registration.understood
                onClicked: part.registration.goOn()
            }
        }
        MetaText {
            Layout.fillWidth: true
            Layout.topMargin: 20
            text: qsTr("大小写、空格和换行都不要紧；每五个字一组，抄错了会告诉您是哪一组。")
        }
    }
}

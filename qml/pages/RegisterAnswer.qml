// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// While the province is asked; or what came between, and the one thing that helps.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

FocusScope {
    id: part

    required property RegisterModel registration
    readonly property bool stopped: registration.troubleText.length > 0

    implicitHeight: body.implicitHeight

    ColumnLayout {
        id: body

        width: part.width
        spacing: 0

        InfoStrip {
            Layout.fillWidth: true
            visible: !part.stopped
            iconName: "clock"
            label: qsTr("正在备好您的那一份，再和服务器说一声。一两分钟就好，先别关平板。")
        }
        InfoStrip {
            Layout.fillWidth: true
            tone: InfoStrip.Clay
            iconName: "info"
            label: part.registration.troubleText
        }
        AppButton {
            Layout.fillWidth: true
            Layout.topMargin: 24
            visible: part.stopped
            focus: true
            kind: AppButton.Primary
            text: [qsTr("再试一次"), qsTr("换一张登记码"), qsTr("重新写密码")][part.registration.remedy]
            onClicked: part.registration.mend()
        }
    }
}

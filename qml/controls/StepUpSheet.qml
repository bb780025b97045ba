// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Counselling asks for the secret once more.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Sheet {
    id: sheet

    required property Session session

    opened: session.stepUp.active
    name: qsTr("再解锁一次")
    onClosed: session.stepUp.cancel()

    Row {
        spacing: 12

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "lock"
            color: Theme.sky
        }
        AppText {
            text: qsTr("再解锁一次")
            size: Theme.title
            strong: true
            Accessible.role: Accessible.Heading
        }
    }
    AppText {
        width: parent.width
        color: Theme.ink2
        text: qsTr("辅导的内容单独锁着，只给咨询师看。")
    }
    SecretPad {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 400)
        focus: true
        entry: sheet.session.stepUp
    }
    AppButton {
        anchors.horizontalCenter: parent.horizontalCenter
        kind: AppButton.Quiet
        text: qsTr("先不看")
        onClicked: sheet.session.stepUp.cancel()
    }
}

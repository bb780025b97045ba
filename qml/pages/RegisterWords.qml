// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Six words that stand on the administrator's screen too.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

FocusScope {
    id: part

    required property RegisterModel registration

    implicitHeight: body.implicitHeight

    ColumnLayout {
        id: body

        width: part.width
        spacing: 0

        GridLayout {
            Layout.fillWidth: true
            columns: part.width > 420 ? 3 : 2
            columnSpacing: 12
            rowSpacing: 12

            Repeater {
                model: part.registration.words
                delegate: NumberedWord {
                    required property int number
                    required word

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    place: number
                }
            }
        }
        AppText {
            Layout.fillWidth: true
            Layout.topMargin: 16
            text: qsTr("有一个不一样，就先停下，告诉管理员。")
            color: Theme.ink2
        }
        InfoStrip {
            Layout.fillWidth: true
            Layout.topMargin: 20
            iconName: "clock"
            label: part.registration.waitText
        }
        AppButton {
            Layout.topMargin: 16
            Layout.leftMargin: -12
            kind: AppButton.Quiet
            text: qsTr("先进去看看，等一会儿再确认")
            onClicked: part.registration.enter()
        }
    }
}

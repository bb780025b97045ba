// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery code, once, large; two presses say that it is on paper.
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
            columns: part.width > 480 ? 4 : 2
            columnSpacing: 12
            rowSpacing: 12

            Repeater {
                model: part.registration.codeGroups
                delegate: NumberedWord {
                    required property int number
                    required property string group

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    place: number
                    word: group
                    spelled: true
                }
            }
        }
        CheckRow {
            Layout.fillWidth: true
            Layout.topMargin: 20
            text: qsTr("八组都抄在纸上，也对过一遍")
            line: qsTr("数字和大写字母，没有 I、L、O、U")
            done: part.registration.copied
            onClicked: part.registration.tickCopied()
        }
        AppButton {
            Layout.fillWidth: true
            Layout.topMargin: 20
            kind: AppButton.Primary
            text: qsTr("我抄好了")
            enabled: part.registration.copied
            onClicked: part.registration.finishCopying()
        }
    }
}

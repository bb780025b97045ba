// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Someone close to the family, and a phone when there is a number.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

RowLayout {
    id: row

    required property int index
    required property string name
    required property string line
    required property string phoneText
    required property string accessibleText

    signal called(int row)

    spacing: 12

    Column {
        Layout.fillWidth: true

        Flow {
            width: parent.width
            spacing: 6

            AppText {
                text: row.name
            }
            AppText {
                width: Math.min(implicitWidth, parent.width)
                text: row.line
                color: Theme.ink2
            }
        }
        MetaText {
            width: parent.width
            visible: text.length > 0
            text: row.phoneText
        }
    }
    RoundButton {
        visible: row.phoneText.length > 0
        name: row.accessibleText
        iconName: "phone"
        onClicked: row.called(row.index)
    }
}

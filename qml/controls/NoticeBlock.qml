// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 请留意: always above the ways to reach a family.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Rectangle {
    id: notice

    property string label

    visible: label.length > 0
    implicitWidth: 320
    implicitHeight: body.implicitHeight + 36
    radius: 20
    color: Theme.clays

    Column {
        id: body

        x: 24
        y: 18
        width: notice.width - 48
        spacing: 8

        Row {
            spacing: 12

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "note"
                size: 22
                color: Theme.onclays
            }
            AppText {
                text: qsTr("请留意")
                strong: true
                color: Theme.onclays
                Accessible.role: Accessible.Heading
            }
        }
        AppText {
            width: parent.width
            text: notice.label
            color: Theme.onclays
            lineHeight: 1.12
            maximumLineCount: 8
        }
    }
}

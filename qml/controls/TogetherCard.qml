// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that a family may want to know, large enough for two who look together.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Rectangle {
    id: card

    property string heading
    property string iconName
    property int tint: 0
    default property alias content: body.data

    implicitHeight: body.implicitHeight + 40
    radius: 24
    color: Theme.surf
    border.width: 1
    border.color: Theme.line

    // Not a layout: cards lie in one, and layouts in a layout do not agree about rows that come later.
    Column {
        id: body

        x: 28
        y: 20
        width: parent.width - 56
        spacing: 8

        RowLayout {
            width: parent.width
            height: implicitHeight + 8
            spacing: 16

            Rectangle {
                implicitWidth: 56
                implicitHeight: 56
                radius: 28
                color: Theme.tints[card.tint]

                Icon {
                    anchors.centerIn: parent
                    name: card.iconName
                    size: 28
                    color: Theme.tintInks[card.tint]
                }
            }
            AppText {
                Layout.fillWidth: true
                text: card.heading
                size: Theme.shared + 4
                strong: true
                Accessible.role: Accessible.Heading
            }
        }
    }
}

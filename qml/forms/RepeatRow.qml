// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a repeat: what it says, and beside it the way out, which can be taken back.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

RowLayout {
    id: entry

    required property string itemId
    required property string ordinal
    required property string heading
    required property string line
    required property string missingText
    required property string accessibleText
    property FormEditor form

    spacing: 4

    PressArea {
        Layout.fillWidth: true
        implicitHeight: Math.max(64, implicitContentHeight + 16)
        leftPadding: 16
        rightPadding: 8
        corner: 12
        text: entry.accessibleText
        onClicked: entry.form.openItem(entry.itemId)

        contentItem: RowLayout {
            spacing: 16

            MetaText {
                Layout.preferredWidth: Math.max(28, implicitWidth)
                text: entry.ordinal
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            Column {
                Layout.fillWidth: true

                AppText {
                    width: parent.width
                    text: entry.heading
                    strong: true
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
                MetaText {
                    width: parent.width
                    visible: text.length > 0
                    text: entry.line
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
                MetaText {
                    width: parent.width
                    visible: text.length > 0
                    text: entry.missingText
                    color: Theme.clay
                    Accessible.ignored: true
                }
            }
            Icon {
                name: "right"
                size: 22
            }
        }
    }
    RoundButton {
        tonal: false
        name: qsTr("拿掉，%1").arg(entry.heading)
        iconName: "x"
        onClicked: entry.form.removeItem(entry.itemId)
    }
}

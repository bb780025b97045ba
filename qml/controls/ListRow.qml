// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Icon, a bold word, a line, and an arrow when it leads somewhere.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

PressArea {
    id: row

    property string heading
    property string line
    property string iconName
    property bool oneLine: false
    property bool bold: true
    property bool arrow: true

    implicitHeight: Math.max(64, implicitContentHeight + 16)
    implicitWidth: 320
    enabled: arrow
    text: line.length > 0 ? heading + "，" + line : heading
    corner: 14

    contentItem: RowLayout {
        spacing: 14

        Icon {
            name: row.iconName
            size: 24
        }
        Flow {
            Layout.fillWidth: true
            spacing: row.oneLine ? 6 : 0

            AppText {
                width: row.oneLine ? Math.min(implicitWidth, parent.width) : parent.width
                text: row.heading
                strong: row.bold
                maximumLineCount: 2
                Accessible.ignored: true
            }
            AppText {
                width: row.oneLine ? Math.min(implicitWidth, parent.width) : parent.width
                visible: text.length > 0
                size: row.oneLine ? Theme.body : Theme.meta
                color: Theme.ink2
                text: row.line
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        Icon {
            visible: row.arrow
            name: "right"
            size: 22
        }
    }
}

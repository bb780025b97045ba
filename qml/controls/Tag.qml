// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A word on a small ground; never a target.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Rectangle {
    id: tag

    property string label
    property string iconName
    property color ink: Theme.ink2
    property int size: Theme.meta

    implicitWidth: row.implicitWidth + 24
    implicitHeight: words.implicitHeight + 8
    radius: 10
    color: Theme.inset
    visible: label.length > 0

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 6

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: tag.iconName
            size: 18
            color: tag.ink
        }
        AppText {
            id: words

            text: tag.label
            size: tag.size
            color: tag.ink
            wrapMode: Text.NoWrap
        }
    }
}

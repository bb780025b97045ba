// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One picture, voice or signature, small: touched, it is looked at or listened to.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

PressArea {
    id: tile

    required property string attachmentId
    required property var picture
    required property string iconName
    required property string label
    required property string accessibleText

    implicitWidth: Theme.large ? 128 : 104
    implicitHeight: implicitWidth
    corner: 14
    rest: Theme.inset
    text: accessibleText

    contentItem: Item {
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - 6
        visible: !pixels.ready
        spacing: 4

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: tile.iconName
            size: 28
            color: Theme.ink2
        }
        MetaText {
            width: parent.width
            text: tile.label
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    PictureView {
        id: pixels

        anchors.fill: parent
        picture: tile.picture
        cover: true
        corner: tile.corner
    }
}

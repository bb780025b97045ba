// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What hands made for a record, beside each other.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Flow {
    id: strip

    property alias model: tiles.model
    readonly property int count: tiles.count

    signal opened(string attachmentId)

    visible: tiles.count > 0
    spacing: 10

    Repeater {
        id: tiles

        delegate: PictureTile {
            onClicked: strip.opened(attachmentId)
        }
    }
}

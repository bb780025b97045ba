// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that are on the tablet already, newest first.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

GridView {
    id: grid

    required property CaptureModel capture
    readonly property int across: Math.max(2, Math.floor(width / (Theme.large ? 240 : 200)))

    clip: true
    model: capture.album
    cellWidth: width / across
    cellHeight: cellWidth
    boundsBehavior: Flickable.StopAtBounds
    delegate: Item {
        id: cell

        required property int index
        required property string entryId
        required property var picture

        width: grid.cellWidth
        height: grid.cellHeight

        PressArea {
            anchors.fill: parent
            anchors.margins: 6
            corner: 14
            rest: Theme.inset
            text: qsTr("第%1张照片").arg(cell.index + 1)
            onClicked: grid.capture.pick(cell.entryId)

            contentItem: PictureView {
                picture: cell.picture
                cover: true
                corner: 14
            }
        }
    }
}

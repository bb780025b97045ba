// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One of the three places where records are, with the arrow from the place before.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Item {
    id: tile

    required property int place
    required property string label
    required property string countText
    required property string line
    readonly property int lead: place > 0 ? (Theme.compact ? 28 : 48) : 0

    implicitHeight: body.implicitHeight + 40
    implicitWidth: 218
    Accessible.role: Accessible.Grouping
    Accessible.name: label + "，" + countText + "，" + line

    Icon {
        x: (tile.lead - width) / 2
        anchors.verticalCenter: parent.verticalCenter
        visible: tile.place > 0
        name: "right"
    }
    Rectangle {
        id: box

        x: tile.lead
        width: parent.width - x
        height: parent.height // the three are of one height
        radius: 20
        color: Theme.surf
        border.width: 1
        border.color: Theme.line

        Column {
            id: body

            x: Theme.compact ? 16 : 24
            y: 22
            width: parent.width - 2 * x

            Flow {
                width: parent.width
                spacing: 12

                Rectangle {
                    width: 48
                    height: 48
                    radius: 24
                    color: tile.place === 2 ? Theme.pris : Theme.inset

                    Icon {
                        anchors.centerIn: parent
                        name: ["tablet", "town", "province"][tile.place]
                        color: tile.place === 2 ? Theme.onpris : Theme.ink2
                    }
                }
                AppText {
                    height: Math.max(48, implicitHeight)
                    text: tile.label
                    size: Theme.lead
                    strong: true
                }
            }
            Row {
                topPadding: 4
                spacing: 8

                AppText {
                    id: figure

                    text: tile.countText
                    size: Theme.num
                    strong: true
                }
                AppText {
                    anchors.baseline: figure.baseline
                    text: qsTr("条")
                }
            }
            MetaText {
                width: parent.width
                text: tile.line
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Single choice in equal columns, or many choices in a flow of chips.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Item {
    id: group

    property QtObject options
    property string label
    property int columns: 3
    property bool chips: false
    property bool exclusive: !chips
    readonly property int fitting: Math.max(1, Math.min(columns, Math.floor((width + 12) / (Theme.large ? 190 : 120))))
    readonly property int shown: columns === 4 && fitting < 4 ? 2 : fitting

    signal picked(int code)

    Accessible.role: Accessible.Grouping
    Accessible.name: label
    implicitHeight: chips ? flow.implicitHeight : grid.implicitHeight

    Grid {
        id: grid

        width: parent.width
        visible: !group.chips
        columns: group.shown
        spacing: 12

        Repeater {
            model: group.chips ? null : group.options
            delegate: OptionButton {
                required property int code

                required label
                required iconName
                required chosen
                width: (group.width - 12 * (group.shown - 1)) / group.shown
                onClicked: group.picked(code)
            }
        }
    }
    Flow {
        id: flow

        width: parent.width
        visible: group.chips
        spacing: 10

        Repeater {
            model: group.chips && group.exclusive ? group.options : null
            delegate: OptionButton {
                required property int code

                required label
                required chosen
                round: true
                width: Math.min(implicitWidth, flow.width)
                onClicked: group.picked(code)
            }
        }
        Repeater {
            model: group.chips && !group.exclusive ? group.options : null
            delegate: OptionCheck {
                required property int code

                required label
                required chosen
                round: true
                width: Math.min(implicitWidth, flow.width)
                onClicked: group.picked(code)
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same on a standing tablet.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Rectangle {
    id: bar

    required property Session session
    readonly property real cell: (width - 32) / (stops.count + 1)

    implicitHeight: Theme.bottomBar
    color: Theme.bg
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("去哪一页")

    Rule {
        width: parent.width
        height: 1
    }
    Row {
        x: 16
        anchors.verticalCenter: parent.verticalCenter

        Repeater {
            id: stops

            model: bar.session.navigation
            delegate: Item {
                id: stop

                required property int page
                required property string label
                required property string iconName
                required property bool hasLook

                width: bar.cell
                height: item.height

                NavItem {
                    id: item

                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Math.min(120, bar.cell - 4)
                    label: stop.label
                    iconName: stop.iconName
                    hasLook: stop.hasLook
                    chosen: bar.session.section === stop.page
                    onClicked: bar.session.show(stop.page)
                }
            }
        }
        Item {
            width: bar.cell
            height: urgent.height

            NavItem {
                id: urgent

                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(120, bar.cell - 4)
                label: qsTr("紧急")
                iconName: "sos"
                urgent: true
                onClicked: bar.session.openCrisis()
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The way around on a lying tablet; the way out of danger is always the last.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Rectangle {
    id: rail

    required property Session session

    implicitWidth: Theme.rail
    color: Theme.bg
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("去哪一页")

    Column {
        id: top

        width: parent.width
        topPadding: 16

        Item {
            width: parent.width
            height: Theme.low ? 60 : 72

            Logo {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 6
            }
        }
        Column {
            width: parent.width
            spacing: 4

            Repeater {
                model: rail.session.navigation
                delegate: NavItem {
                    required property int page

                    required label
                    required iconName
                    required hasLook
                    x: (rail.width - width) / 2
                    chosen: rail.session.section === page
                    onClicked: rail.session.show(page)
                }
            }
        }
    }
    NavItem {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 16
        anchors.horizontalCenter: parent.horizontalCenter
        label: qsTr("紧急")
        iconName: "sos"
        urgent: true
        onClicked: rail.session.openCrisis()
    }
    Rule {
        anchors.right: parent.right
        width: 1
        height: parent.height
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A warm-heart home: its year at a glance, what comes next, and its card with one touch to call.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property HomeModel home: session.home
    readonly property bool narrow: Theme.compact || Theme.medium || Theme.large

    PageScroll {
        id: scroll

        anchors.fill: parent

        ColumnLayout {
            width: scroll.contentRoom
            spacing: 16

            HomeHead {
                Layout.fillWidth: true
                Layout.fillHeight: false
                session: page.session
            }
            Column {
                Layout.fillWidth: true
                Layout.topMargin: Math.max(24, (scroll.room - 260) / 2)
                visible: page.home.emptyText.length > 0
                spacing: 16

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: "house"
                    size: 64
                    color: Theme.ink3
                }
                AppText {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: page.home.emptyText
                    size: Theme.lead
                    color: Theme.ink2
                }
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                visible: page.home.emptyText.length === 0
                columns: page.narrow ? 1 : 2
                columnSpacing: 24
                rowSpacing: 16

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                    Layout.alignment: Qt.AlignTop
                    spacing: 16

                    HomeYear {
                        Layout.fillWidth: true
                        Layout.fillHeight: false
                        home: page.home
                    }
                    HomeNext {
                        Layout.fillWidth: true
                        visible: !page.home.calendarOpen
                        home: page.home
                    }
                    HomeCalendar {
                        Layout.fillWidth: true
                        visible: page.home.calendarOpen
                        home: page.home
                    }
                }
                HomeSide {
                    Layout.fillWidth: page.narrow
                    Layout.fillHeight: false
                    Layout.preferredWidth: page.narrow ? -1 : 320
                    Layout.alignment: Qt.AlignTop
                    home: page.home
                }
            }
            Item {
                Layout.fillHeight: true
            }
        }
    }
}

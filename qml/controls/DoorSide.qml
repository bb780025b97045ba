// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The outer side of the door: the hour, the bridge, and help in danger, which needs no unlock. `sideWidth` and `headHeight` are what it takes of the page.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property UnlockModel unlock: session.unlock
    readonly property bool upright: Theme.compact
    readonly property real sideWidth: upright ? 0 : left.width
    readonly property real headHeight: upright ? left.height : 0
    readonly property real footHeight: upright ? 120 : 0
    // Portrait, where another page needs the height: the brand and the hour in one line.
    property bool brief: false

    Rectangle {
        id: left

        width: page.upright ? page.width : Math.min(520, page.width * 0.41)
        height: page.upright ? (page.brief ? 88 : 300) : page.height
        color: Theme.pris
        clip: true

        BridgeScene {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: page.upright ? 0 : foot.height
            anchors.right: parent.right
            width: parent.width
            height: page.upright ? 150 : Math.min(264, page.height - 450)
            visible: height > 80 && !(page.upright && page.brief)
        }
        Column {
            x: page.upright ? Theme.margin : 48
            y: page.upright ? 24 : (Theme.low ? 28 : 48)
            width: parent.width - 2 * x

            Row {
                spacing: 12

                Logo {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.onpris
                }
                AppText {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("连心桥")
                    size: Theme.head
                    strong: true
                    color: Theme.onpris
                }
                Tag {
                    anchors.verticalCenter: parent.verticalCenter
                    label: !page.session.demo ? "" : (page.session.unlock.entry.hintText.length > 0 ? qsTr("演示数据，密码%1").arg(page.session.unlock.entry.hintText) : qsTr("演示数据"))
                    color: Theme.surf
                }
            }
            AppText {
                topPadding: page.upright || Theme.low ? 8 : 48
                visible: !(page.upright && page.brief)
                text: page.unlock.clockText
                size: page.upright ? 56 : 72
                strong: true
                color: Theme.onpris
            }
            AppText {
                width: parent.width
                visible: !(page.upright && page.brief)
                text: page.unlock.dateText
                size: Theme.lead
                color: Theme.onpris
            }
            Item {
                width: 1
                height: page.upright || Theme.low ? 12 : 40
            }
            Rectangle {
                width: duty.implicitWidth + 40
                height: Math.max(64, duty.implicitHeight + 20)
                visible: page.unlock.dutyText.length > 0 && !page.brief
                radius: 16
                color: Theme.surf

                Row {
                    id: duty

                    anchors.centerIn: parent
                    spacing: 12

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: "today"
                        color: Theme.ink
                    }
                    AppText {
                        text: page.unlock.dutyText
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
        Rectangle {
            id: foot

            anchors.bottom: parent.bottom
            width: parent.width
            height: page.upright ? 0 : 120
            color: Theme.water
        }
    }
    PressArea {
        id: urgent

        x: page.upright ? Theme.margin : 48
        y: page.upright ? page.height - height - 24 : page.height - height - 32
        width: page.upright ? page.width - 2 * x : left.width - 96
        height: 72
        corner: 20
        text: qsTr("紧急求助，不用解锁")
        onClicked: page.session.openCrisis()

        background: Rectangle {
            radius: 20
            color: urgent.down ? Qt.darker(Theme.clays, 1.06) : Theme.clays
            border.width: 1
            border.color: Theme.clay

            FocusRing {
                shown: urgent.visualFocus
                inner: 20
            }
        }
        contentItem: Item {
            Row {
                anchors.centerIn: parent
                spacing: 10

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "sos"
                    size: 28
                    color: Theme.onclays
                }
                AppText {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("紧急求助")
                    size: Theme.lead + 2
                    strong: true
                    color: Theme.onclays
                    Accessible.ignored: true
                }
                AppText {
                    anchors.verticalCenter: parent.verticalCenter
                    leftPadding: 8
                    text: qsTr("不用解锁")
                    size: Theme.meta
                    color: Theme.onclays
                    Accessible.ignored: true
                }
            }
        }
    }
}

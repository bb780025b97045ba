// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The door: the hour, whose tablet this is, a secret; help in danger needs none.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

FocusScope {
    id: page

    required property Session session
    readonly property UnlockModel unlock: session.unlock
    readonly property bool upright: Theme.compact

    Rectangle {
        id: left

        width: page.upright ? page.width : Math.min(520, page.width * 0.41)
        height: page.upright ? 300 : page.height
        color: Theme.pris
        clip: true

        BridgeScene {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: page.upright ? 0 : foot.height
            anchors.right: parent.right
            width: parent.width
            height: page.upright ? 190 : Math.min(264, page.height - 450)
            visible: height > 80
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
                    label: page.session.demo ? qsTr("演示数据") : ""
                    color: Theme.surf
                }
            }
            AppText {
                topPadding: page.upright || Theme.low ? 8 : 48
                text: page.unlock.clockText
                size: page.upright ? 56 : 72
                strong: true
                color: Theme.onpris
            }
            AppText {
                width: parent.width
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
                visible: page.unlock.dutyText.length > 0
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
        z: 1
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
    PageScroll {
        id: right

        x: page.upright ? 0 : left.width
        y: page.upright ? left.height : 0
        width: page.width - x
        height: page.height - y - (page.upright ? 120 : 0)
        margin: page.upright ? Theme.margin : (Theme.medium ? 40 : 80)
        marginTop: Theme.low || page.upright ? 24 : 44
        marginBottom: Theme.low || page.upright ? 12 : 38
        focus: true

        ColumnLayout {
            width: right.contentRoom
            height: Math.max(implicitHeight, right.room)
            spacing: 0

            AppText {
                Layout.fillWidth: true
                text: page.session.state === Session.NoUser ? qsTr("这台平板还没有人用") : qsTr("您是哪一位")
                size: Theme.page
                strong: true
                Accessible.role: Accessible.Heading
            }
            AppText {
                Layout.fillWidth: true
                Layout.topMargin: 12
                visible: text.length > 0
                text: page.unlock.emptyText
                size: Theme.lead
                color: Theme.ink2
            }
            Flow {
                id: tiles

                Layout.fillWidth: true
                Layout.topMargin: 16
                spacing: 16

                Repeater {
                    model: page.unlock.users
                    delegate: UserTile {
                        required property string userId

                        width: Math.max(180, (tiles.width - 32) / 3)
                        onClicked: page.unlock.choose(userId)
                    }
                }
            }
            InfoStrip {
                Layout.fillWidth: true
                Layout.topMargin: 16
                tone: InfoStrip.Clay
                iconName: "info"
                label: page.unlock.noticeText
            }
            Item {
                Layout.fillHeight: true
                Layout.minimumHeight: 20
            }
            SecretPad {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: page.unlock.entry.kind === SecretEntry.Pin ? 360 : Math.min(480, right.contentRoom)
                visible: page.session.state !== Session.NoUser
                focus: true
                entry: page.unlock.entry
            }
            Item {
                Layout.fillHeight: true
                Layout.minimumHeight: 12
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: 8

                Icon {
                    name: "lock"
                    size: 20
                    color: Theme.ink2
                }
                MetaText {
                    Layout.fillWidth: true
                    text: qsTr("各看各的，别人打不开")
                }
                AppButton {
                    compact: true
                    kind: AppButton.Quiet
                    visible: page.session.state !== Session.NoUser
                    size: Theme.meta
                    text: page.unlock.entry.kind === SecretEntry.Recovery ? qsTr("改用口令") : qsTr("想不起密码")
                    onClicked: page.unlock.entry.kind === SecretEntry.Recovery ? page.unlock.entry.usePassphrase() : page.unlock.entry.useRecovery()
                }
            }
        }
    }
}

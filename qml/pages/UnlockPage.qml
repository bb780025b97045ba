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
    readonly property bool empty: session.state === Session.NoUser

    // A touch on one's name leaves the focus there; the figures of a keyboard belong to the code all the same.
    Keys.onPressed: event => event.accepted = pad.visible && pad.pin && pad.typed(event.key)

    DoorSide {
        id: side

        anchors.fill: parent
        z: 1
        session: page.session
    }
    PageScroll {
        id: right

        x: side.sideWidth
        y: side.headHeight
        width: page.width - x
        height: page.height - y - side.footHeight
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
                text: page.empty ? qsTr("这台平板还没有人用") : qsTr("您是哪一位")
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
            AppButton {
                Layout.alignment: Qt.AlignLeft
                Layout.topMargin: 32
                visible: page.empty
                kind: AppButton.Primary
                text: qsTr("登记到这台平板")
                iconName: "user"
                onClicked: page.session.beginRegistration()
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
                id: pad

                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: page.unlock.entry.kind === SecretEntry.Pin ? 360 : Math.min(480, right.contentRoom)
                visible: !page.empty
                focus: true
                hinted: false
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
                    visible: !page.empty
                    size: Theme.meta
                    iconName: "plus"
                    text: qsTr("添一个人")
                    onClicked: page.session.beginRegistration()
                }
                AppButton {
                    compact: true
                    kind: AppButton.Quiet
                    visible: !page.empty
                    size: Theme.meta
                    text: page.unlock.entry.kind === SecretEntry.Recovery ? qsTr("改用口令") : qsTr("想不起密码")
                    onClicked: page.unlock.entry.kind === SecretEntry.Recovery ? page.unlock.entry.usePassphrase() : page.unlock.entry.useRecovery()
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A new person comes to the tablet, one thing at a time: invitation, secret, the province's answer, recovery code, six words.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

FocusScope {
    id: page

    required property Session session
    readonly property RegisterModel registration: session.registration
    readonly property int step: registration.step
    readonly property list<Component> parts: [nothing, invitation, secret, connecting, recovery, words]
    readonly property list<string> headings: ["", qsTr("把登记码抄进来"), qsTr("给自己定一个密码"), registration.troubleText.length > 0 ? qsTr("先停一下") : qsTr("正在登记"), qsTr("把恢复码抄在纸上"), qsTr("和管理员对一对")]
    readonly property list<string> lines: ["", qsTr("镇里给您的纸条或消息，从 LIANXIN 开头，整段抄进来。"), secretLine, "", qsTr("万一想不起密码，只有它打得开。只在这里出现一次，请抄好收好，别和平板放在一起。"), qsTr("管理员那边也有这六个词。一个一个念，六个都一样，才是同一台。")]
    readonly property string secretLine: registration.entry.kind === SecretEntry.Pin ? qsTr("六个数字，每天打开平板用。") : qsTr("八个以上的字母和数字，两样都要有；或者四个词，中间空一格。")
    readonly property list<int> numbers: [0, 1, 2, 2, 3, 4]

    DoorSide {
        id: side

        anchors.fill: parent
        z: 1
        brief: true
        session: page.session
    }
    PageScroll {
        id: room

        x: side.sideWidth
        y: side.headHeight
        width: page.width - x
        height: page.height - y - side.footHeight
        margin: Theme.compact ? Theme.margin : (Theme.medium ? 40 : 72)
        marginTop: Theme.low || Theme.compact ? 20 : 36
        marginBottom: Theme.low || Theme.compact ? 16 : 36
        focus: true

        ColumnLayout {
            width: room.contentRoom
            height: Math.max(implicitHeight, room.room)
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                Layout.leftMargin: back.visible ? -12 : 0
                spacing: 8

                RoundButton {
                    id: back

                    visible: page.registration.canGoBack
                    name: qsTr("返回")
                    iconName: "left"
                    tonal: false
                    onClicked: page.registration.back()
                }
                MetaText {
                    Layout.fillWidth: true
                    visible: !page.registration.late
                    text: qsTr("第%1步，共4步").arg(page.numbers[page.step])
                }
            }
            AppText {
                Layout.fillWidth: true
                Layout.topMargin: 8
                text: page.headings[page.step]
                size: Theme.page
                strong: true
                Accessible.role: Accessible.Heading
            }
            AppText {
                Layout.fillWidth: true
                Layout.topMargin: 8
                visible: text.length > 0
                text: page.lines[page.step]
                size: Theme.lead
                color: Theme.ink2
            }
            Part {
                id: part

                Layout.fillWidth: true
                Layout.topMargin: 24
                focus: true
                sourceComponent: page.parts[page.step]
            }
            Item {
                Layout.fillHeight: true
            }
        }
    }

    Component {
        id: nothing

        Item {
        }
    }
    Component {
        id: invitation

        RegisterInvitation {
            registration: page.registration
        }
    }
    Component {
        id: secret

        Item {
            implicitHeight: pad.implicitHeight

            SecretPad {
                id: pad

                anchors.horizontalCenter: parent.horizontalCenter
                width: page.registration.entry.kind === SecretEntry.Pin ? 360 : Math.min(520, parent.width)
                focus: true
                busyWord: qsTr("记下了")
                entry: page.registration.entry
            }
        }
    }
    Component {
        id: connecting

        RegisterAnswer {
            registration: page.registration
        }
    }
    Component {
        id: recovery

        RegisterRecovery {
            registration: page.registration
        }
    }
    Component {
        id: words

        RegisterWords {
            registration: page.registration
        }
    }
}

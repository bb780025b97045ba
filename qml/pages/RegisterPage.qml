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
    readonly property list<string> headings: ["", qsTr("把登记码抄进来"), registration.entry.again ? qsTr("同样的，再来一遍") : qsTr("给自己定一个密码"), registration.troubleText.length > 0 ? qsTr("先停一下") : qsTr("正在登记"), qsTr("把恢复码抄在纸上"), qsTr("和管理员对一对")]
    readonly property list<string> lines: ["", qsTr("镇里给您的纸条或消息，从 LIANXIN 开头，整段抄进来。"), secretLine, "", qsTr("想不起密码时靠它打开。只出现这一次，别和平板放一起。"), qsTr("管理员那边也有这六个词，一个一个念给他听，要都一样。")]
    readonly property string secretLine: registration.entry.again ? qsTr("和刚才那个一模一样，就不会记错。") : registration.entry.kind === SecretEntry.Pin ? qsTr("六个数字，每天打开平板用。") : qsTr("字母加数字，凑满八个；或者四个词，中间空一格。")
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
        margin: Theme.compact ? Theme.margin : (Theme.medium ? 40 : 80)
        marginTop: Theme.low || Theme.compact ? 20 : 36
        marginBottom: Theme.low || Theme.compact ? 16 : 36
        focus: true

        Column {
            width: room.contentRoom
            spacing: 8

            RowLayout {
                width: parent.width
                height: back.implicitHeight
                spacing: 8

                RoundButton {
                    id: back

                    Layout.leftMargin: -12
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
                width: parent.width
                text: page.headings[page.step]
                size: Theme.page
                strong: true
                Accessible.role: Accessible.Heading
            }
            AppText {
                width: parent.width
                visible: text.length > 0
                text: page.lines[page.step]
                size: Theme.lead
                color: Theme.ink2
            }
            Item {
                width: 1
                height: 8
            }
            Part {
                id: part

                width: parent.width
                height: implicitHeight
                focus: true
                sourceComponent: page.parts[page.step]
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
            focus: true
            session: page.session
            registration: page.registration
        }
    }
    Component {
        id: secret

        Item {
            implicitHeight: pad.implicitHeight

            SecretPad {
                id: pad

                x: (parent.width - width) / 2
                width: page.registration.entry.kind === SecretEntry.Pin ? 360 : parent.width
                focus: true
                busyWord: qsTr("记下了")
                entry: page.registration.entry
            }
        }
    }
    Component {
        id: connecting

        RegisterAnswer {
            focus: true
            registration: page.registration
        }
    }
    Component {
        id: recovery

        RegisterRecovery {
            focus: true
            registration: page.registration
        }
    }
    Component {
        id: words

        RegisterWords {
            focus: true
            registration: page.registration
        }
    }
}

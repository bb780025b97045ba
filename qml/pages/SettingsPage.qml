// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 设置: how the app looks, where help is, who made it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Lianxin
import Lianxin.App

PageScroll {
    id: page

    required property Session session
    readonly property Settings settings: session.settings

    marginTop: 20

    ColumnLayout {
        width: page.contentRoom
        spacing: 20

        TopBar {
            Layout.fillWidth: true
            heading: qsTr("设置")

            UserChip {
                session: page.session
            }
        }
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.compact ? 1 : 2
            columnSpacing: 24
            rowSpacing: 16

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: 16

                Card {
                    Layout.fillWidth: true
                    paddingY: 16
                    spacing: 8

                    SwitchRow {
                        width: parent.width
                        title: true
                        text: qsTr("大字模式")
                        line: qsTr("字更大，按钮更大，每页的话更少")
                        on: page.settings.largeMode
                        onFlipped: on => page.settings.largeMode = on
                    }
                    Rule {
                        width: parent.width
                    }
                    RowLayout {
                        width: parent.width
                        height: 64
                        spacing: 16

                        AppText {
                            text: qsTr("字号")
                        }
                        AppText {
                            text: qsTr("字")
                            size: Theme.samples[0]
                            strong: true
                            Accessible.ignored: true
                        }
                        T.Slider {
                            id: slider

                            Layout.fillWidth: true
                            implicitHeight: 56
                            focusPolicy: Qt.StrongFocus
                            from: 18
                            to: 30
                            stepSize: 1
                            snapMode: T.Slider.SnapAlways
                            value: page.settings.textScale
                            onMoved: page.settings.textScale = slider.value
                            Accessible.role: Accessible.Slider
                            Accessible.name: qsTr("字号")

                            background: Rectangle {
                                y: 24
                                width: parent?.width ?? 0
                                height: 8
                                radius: 4
                                color: Theme.inset
                                border.width: 1
                                border.color: Theme.edge

                                Rectangle {
                                    width: slider.handle.x + 18
                                    height: 8
                                    radius: 4
                                    color: Theme.pri
                                }
                            }
                            handle: Rectangle {
                                x: slider.visualPosition * (slider.width - width)
                                y: 10
                                width: 36
                                height: 36
                                radius: 18
                                color: Theme.surf
                                border.width: 3
                                border.color: Theme.pri

                                FocusRing {
                                    shown: slider.visualFocus
                                    inner: 18
                                }
                            }
                        }
                        AppText {
                            text: qsTr("字")
                            size: Theme.samples[1]
                            strong: true
                            Accessible.ignored: true
                        }
                    }
                    Rectangle {
                        width: parent.width
                        height: sample.implicitHeight + 32
                        radius: 16
                        color: Theme.inset

                        AppText {
                            id: sample

                            x: 20
                            y: 16
                            width: parent.width - 40
                            size: Theme.lead
                            text: qsTr("林阿姨，天凉了，添件衣服。")
                        }
                    }
                }
                Card {
                    Layout.fillWidth: true
                    paddingY: 20
                    spacing: 14

                    AppText {
                        text: qsTr("浅色和深色")
                        size: Theme.title
                        strong: true
                        Accessible.role: Accessible.Heading
                    }
                    Row {
                        id: schemes

                        width: parent.width
                        spacing: 12

                        SchemeTile {
                            width: (schemes.width - 24) / 3
                            label: qsTr("跟着平板")
                            halfDark: true
                            chosen: page.settings.scheme === Settings.FollowTablet
                            onClicked: page.settings.scheme = Settings.FollowTablet
                        }
                        SchemeTile {
                            width: (schemes.width - 24) / 3
                            label: qsTr("浅色")
                            chosen: page.settings.scheme === Settings.Light
                            onClicked: page.settings.scheme = Settings.Light
                        }
                        SchemeTile {
                            width: (schemes.width - 24) / 3
                            label: qsTr("深色")
                            allDark: true
                            chosen: page.settings.scheme === Settings.Dark
                            onClicked: page.settings.scheme = Settings.Dark
                        }
                    }
                }
                Card {
                    Layout.fillWidth: true
                    paddingY: 8

                    SwitchRow {
                        width: parent.width
                        iconName: "pause"
                        text: qsTr("少一点动画")
                        on: page.settings.reducedMotion
                        onFlipped: on => page.settings.reducedMotion = on
                    }
                    Rule {
                        width: parent.width
                    }
                    RowLayout {
                        width: parent.width
                        height: Theme.tap + 24
                        spacing: 12

                        Icon {
                            name: "text"
                        }
                        AppText {
                            Layout.fillWidth: true
                            text: qsTr("语言")
                        }
                        Repeater {
                            model: page.settings.languages
                            delegate: OptionButton {
                                required property string code

                                required label
                                required chosen
                                round: true
                                onClicked: page.settings.language = code
                            }
                        }
                    }
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: 16

                Card {
                    Layout.fillWidth: true
                    paddingY: 6

                    ListRow {
                        width: parent.width
                        bold: false
                        iconName: "lock"
                        heading: qsTr("锁上，换个人")
                        line: page.settings.lockLine
                        onClicked: page.session.lock()
                    }
                    Rule {
                        width: parent.width
                    }
                    ListRow {
                        width: parent.width
                        bold: false
                        iconName: "cloudup"
                        heading: qsTr("记录都在哪儿")
                        line: page.settings.syncLine
                        onClicked: page.session.show(Session.Sync)
                    }
                }
                CarryLimit {
                    Layout.fillWidth: true
                    carry: page.session.carry
                }
                FeedbackCard {
                    Layout.fillWidth: true
                    session: page.session
                }
                AboutCard {
                    Layout.fillWidth: true
                    about: page.session.about
                    onMore: page.session.show(Session.About)
                }
            }
        }
    }
}

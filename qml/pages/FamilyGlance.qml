// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The chosen family beside the list: what to mind, who looks after them, what happened lately.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

PageScroll {
    id: glance

    required property FamilyModel family

    signal opened

    marginTop: Theme.low ? 20 : 32
    marginBottom: 32

    ColumnLayout {
        width: glance.contentRoom
        height: Math.max(implicitHeight, glance.room)
        spacing: 0

        RowLayout {
            spacing: 16

            Avatar {
                initial: glance.family.initial
                tint: glance.family.tint
                size: 72
            }
            Column {
                Layout.fillWidth: true
                spacing: -4

                AppText {
                    width: parent.width
                    text: glance.family.name
                    size: Theme.page
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                AppText {
                    width: parent.width
                    text: glance.family.line
                    color: Theme.ink2
                }
            }
            AppButton {
                kind: AppButton.Primary
                text: qsTr("打开档案")
                onClicked: glance.opened()
            }
        }
        Flow {
            Layout.fillWidth: true
            Layout.topMargin: 20
            visible: tags.count > 0
            spacing: 8

            Repeater {
                id: tags

                model: glance.family.tags
                delegate: Tag {
                    required property bool strong

                    required label
                    color: strong ? Theme.pris : Theme.inset
                    ink: strong ? Theme.onpris : Theme.ink2
                }
            }
        }
        InfoStrip {
            Layout.fillWidth: true
            Layout.topMargin: 20
            tone: InfoStrip.Clay
            iconName: "note"
            label: glance.family.noticeText
        }
        SectionLabel {
            Layout.topMargin: 28
            visible: carers.count > 0
            text: qsTr("谁在照顾")
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.topMargin: 10
            columns: Theme.medium || Theme.large ? 1 : 2
            columnSpacing: 16
            rowSpacing: 12

            Repeater {
                id: carers

                model: glance.family.carers
                delegate: Rectangle {
                    id: carer

                    required property string name
                    required property string line
                    required property string initial
                    required property int tint

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    implicitHeight: Math.max(80, words.implicitHeight + 24)
                    radius: 16
                    color: Theme.surf
                    border.width: 1
                    border.color: Theme.line

                    Avatar {
                        x: 16
                        anchors.verticalCenter: parent.verticalCenter
                        initial: carer.initial
                        tint: carer.tint
                        size: 44
                    }
                    Column {
                        id: words

                        x: 72
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - 84

                        AppText {
                            width: parent.width
                            text: carer.name
                            strong: true
                        }
                        MetaText {
                            width: parent.width
                            text: carer.line
                        }
                    }
                }
            }
        }
        SectionLabel {
            Layout.topMargin: 28
            text: qsTr("近来")
        }
        MetaText {
            Layout.topMargin: 8
            visible: lately.count === 0
            text: glance.family.timelineEmptyText
        }
        Column {
            Layout.fillWidth: true
            Layout.topMargin: 6
            spacing: 10

            Repeater {
                id: lately

                model: glance.family.recent
                delegate: Item {
                    id: moment

                    required property string whenText
                    required property string line
                    required property bool locked

                    width: glance.contentRoom
                    implicitHeight: Math.max(when.implicitHeight, what.implicitHeight)

                    AppText {
                        id: when

                        width: Theme.large ? 140 : 112
                        text: moment.whenText
                        color: Theme.ink2
                        wrapMode: Text.NoWrap
                    }
                    Icon {
                        x: when.width
                        y: (Theme.body * 1.448 - height) / 2
                        visible: moment.locked
                        name: "lock"
                        size: 20
                    }
                    AppText {
                        id: what

                        x: when.width + (moment.locked ? 28 : 0)
                        width: parent.width - x
                        text: moment.line
                        maximumLineCount: 2
                        elide: Text.ElideRight
                    }
                }
            }
        }
        Item {
            Layout.fillHeight: true
            Layout.minimumHeight: 20
        }
        Flow {
            Layout.fillWidth: true
            spacing: 16

            AppButton {
                visible: glance.family.canWrite
                kind: AppButton.Tonal
                iconName: "pen"
                text: qsTr("记一笔")
                onClicked: glance.family.write()
            }
            AppButton {
                visible: glance.family.canEdit
                kind: AppButton.Outline
                iconName: "transfer"
                text: qsTr("换联系人")
                onClicked: glance.family.changeCarer()
            }
        }
    }
}

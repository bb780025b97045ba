// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 和旁边的平板互相带: two tablets on one table, one shows a code, the other reads it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property NearModel near: session.near

    PageHead {
        id: head

        width: parent.width
        ruled: false
        heading: qsTr("和旁边的平板互相带")
        line: qsTr("没有网的时候，两台平板替对方带一份；谁先连上，谁就替两边送到省里")
        onBack: page.session.back()
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        marginTop: 8

        ColumnLayout {
            width: scroll.contentRoom
            spacing: 20

            InfoStrip {
                Layout.fillWidth: true
                iconName: "info"
                label: page.near.noteText
            }
            NearChoose {
                Layout.fillWidth: true
                visible: page.near.step === NearModel.Choose
                near: page.near
            }
            NearCode {
                Layout.fillWidth: true
                visible: page.near.step === NearModel.Waiting
                near: page.near
                onEnough: page.session.back()
            }
            NearTyping {
                Layout.fillWidth: true
                visible: page.near.step === NearModel.Typing
                near: page.near
            }
            Card {
                Layout.fillWidth: true
                visible: page.near.step === NearModel.Going
                paddingY: 28
                spacing: 8

                AppText {
                    width: parent.width
                    text: qsTr("正在互相带")
                    size: Theme.title
                    strong: true
                }
                AppText {
                    width: parent.width
                    text: qsTr("两台都先别关，一会儿就好")
                    color: Theme.ink2
                }
            }
            NearDone {
                Layout.fillWidth: true
                visible: page.near.step === NearModel.Done
                near: page.near
                onFinished: page.session.back()
            }
            Card {
                Layout.fillWidth: true
                visible: page.near.step === NearModel.Stopped
                paddingY: 28
                spacing: 20

                AppText {
                    width: parent.width
                    text: page.near.sentence
                    size: Theme.lead
                    Accessible.role: Accessible.AlertMessage
                }
                Flow {
                    width: parent.width
                    spacing: 12

                    AppButton {
                        visible: text.length > 0
                        kind: AppButton.Primary
                        text: page.near.actionLabel
                        onClicked: page.near.resolve()
                    }
                    AppButton {
                        kind: AppButton.Outline
                        text: qsTr("从头来")
                        onClicked: page.near.again()
                    }
                }
            }
            MetaText {
                Layout.fillWidth: true
                visible: page.near.step === NearModel.Choose || page.near.step === NearModel.Waiting
                text: qsTr("两台要在同一个无线网里；没有的话，一台开热点，另一台连上。带的都是封好的，带的人看不到里面写了什么。")
            }
        }
    }
}

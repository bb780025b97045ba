// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// In a family's hands: the home, this month, insurance, numbers. Nothing of any family, and no way on but back to the worker, who unlocks again.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Rectangle {
    id: page

    required property Session session
    readonly property TogetherModel together: session.together

    color: Theme.bg

    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true // nothing behind this page hears a touch
    }
    PageScroll {
        id: scroll

        anchors.top: parent.top
        anchors.bottom: foot.top
        anchors.bottomMargin: 12
        width: parent.width
        margin: Theme.compact ? 32 : 48
        marginTop: 20
        marginBottom: 4

        ColumnLayout {
            width: scroll.contentRoom
            height: Math.max(implicitHeight, scroll.room)
            spacing: 16

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 4

                AppText {
                    Layout.fillWidth: true
                    text: page.together.greeting
                    size: Theme.sharedTitle
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                AppText {
                    Layout.fillWidth: true
                    text: qsTr("慢慢看，不着急。")
                    size: Theme.shared - 2
                    color: Theme.ink2
                }
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                columns: Theme.compact || Theme.sharedLarger ? 1 : 2
                columnSpacing: 16
                rowSpacing: 16

                TogetherCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    heading: qsTr("暖心家园")
                    iconName: "house"
                    tint: 0

                    AppText {
                        width: parent.width
                        text: page.together.homeAddress.length > 0 ? page.together.homeAddress : qsTr("在哪儿、几点开门，问一声就知道。")
                        size: Theme.shared
                    }
                    AppText {
                        width: parent.width
                        visible: text.length > 0
                        text: page.together.homeHours
                        size: Theme.shared - 2
                        color: Theme.ink2
                    }
                    AppText {
                        width: parent.width
                        visible: text.length > 0
                        text: page.together.homePhone
                        size: Theme.shared + 10
                        strong: true
                    }
                }
                TogetherCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    heading: qsTr("这个月的活动")
                    iconName: "today"
                    tint: 1

                    Repeater {
                        id: activities

                        model: page.together.activities
                        delegate: RowLayout {
                            id: activity

                            required property string dayText
                            required property string label

                            width: parent?.width ?? 0
                            spacing: 12

                            AppText {
                                Layout.alignment: Qt.AlignTop
                                text: activity.dayText
                                size: Theme.shared
                                strong: true
                                wrapMode: Text.NoWrap
                            }
                            AppText {
                                Layout.fillWidth: true
                                text: activity.label
                                size: Theme.shared
                            }
                        }
                    }
                    AppText {
                        width: parent.width
                        visible: activities.count === 0
                        text: qsTr("定好了日子，就来告诉您。")
                        size: Theme.shared
                    }
                    AppText {
                        width: parent.width
                        text: qsTr("想来就来，不来也没关系。")
                        size: Theme.shared - 2
                        color: Theme.ink2
                    }
                }
                TogetherCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    heading: qsTr("保险和补贴")
                    iconName: "umbrella"
                    tint: 2

                    AppText {
                        width: parent.width
                        text: qsTr("住院了，先告诉我们一声。")
                        size: Theme.shared
                    }
                    AppText {
                        width: parent.width
                        text: qsTr("留好出院小结、发票、费用清单，我们帮您办。")
                        size: Theme.shared - 2
                        color: Theme.ink2
                    }
                }
                TogetherCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    heading: qsTr("需要时打这些电话")
                    iconName: "phone"
                    tint: 3

                    Repeater {
                        model: page.together.telephones
                        delegate: RowLayout {
                            id: line

                            required property string name
                            required property string number

                            width: parent?.width ?? 0
                            spacing: 16

                            AppText {
                                Layout.fillWidth: true
                                text: line.name
                                size: Theme.shared
                            }
                            AppText {
                                text: line.number
                                size: Theme.shared + 6
                                strong: true
                                wrapMode: Text.NoWrap
                            }
                        }
                    }
                }
            }
        }
    }
    // Always in sight, however large the letters are.
    Flow {
        id: foot

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.low ? 12 : 24
        x: scroll.margin
        width: parent.width - 2 * x
        spacing: 16
        layoutDirection: Qt.RightToLeft

        AppButton {
            kind: AppButton.Outline
            implicitHeight: Theme.save
            size: Theme.shared - 2
            iconName: "lock"
            text: page.together.handBackText
            onClicked: page.session.leaveTogether()
        }
        AppButton {
            kind: AppButton.Outline
            implicitHeight: Theme.save
            size: Theme.shared - 2
            iconName: "text"
            text: Theme.sharedLarger ? qsTr("字小一点") : qsTr("字再大一点")
            onClicked: Theme.sharedLarger = !Theme.sharedLarger
        }
    }
}

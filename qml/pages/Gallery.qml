// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every control in every state, to look at them side by side.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

PageScroll {
    id: page

    // Not a layout: layouts in a layout ask each other for the height of words that wrap, and never agree.
    Column {
        width: page.contentRoom
        spacing: 16

        TopBar {
            width: parent.width
            heading: qsTr("部件与状态")
        }
        GridLayout {
            columns: Theme.compact ? 3 : 6
            columnSpacing: 16
            rowSpacing: 16

            Repeater {
                model: [AppButton.Primary, AppButton.Tonal, AppButton.Outline, AppButton.Quiet, AppButton.Clay, AppButton.ClaySoft]
                delegate: AppButton {
                    required property int modelData

                    kind: modelData
                    iconName: "pen"
                    text: qsTr("记一笔")
                }
            }
            Repeater {
                model: [AppButton.Primary, AppButton.Tonal, AppButton.Outline, AppButton.Quiet, AppButton.Clay, AppButton.ClaySoft]
                delegate: AppButton {
                    required property int modelData

                    enabled: false
                    kind: modelData
                    iconName: "pen"
                    text: qsTr("记一笔")
                }
            }
            Repeater {
                model: [false, true]
                delegate: OptionButton {
                    required property bool modelData

                    label: qsTr("上门")
                    iconName: "door"
                    chosen: modelData
                    implicitWidth: 160
                }
            }
            Repeater {
                model: [false, true]
                delegate: OptionButton {
                    required property bool modelData

                    round: true
                    label: qsTr("看病就医")
                    chosen: modelData
                }
            }
            OptionButton {
                enabled: false
                label: qsTr("上门")
                implicitWidth: 160
            }
            SoftChip {
                text: qsTr("精神不错")
            }
        }
        GridLayout {
            width: parent.width
            columns: Theme.compact ? 2 : 4
            columnSpacing: 16
            rowSpacing: 16

            AppField {
                Layout.fillWidth: true
                label: qsTr("号码")
                placeholderText: qsTr("写一个号码")
            }
            AppField {
                Layout.fillWidth: true
                label: qsTr("号码")
                value: "199 0000 001"
                trouble: qsTr("少一位，再看看")
            }
            AppField {
                Layout.fillWidth: true
                label: qsTr("号码")
                value: "199 0000 0012"
                readOnly: true
            }
            SwitchRow {
                Layout.fillWidth: true
                text: qsTr("少一点动画")
                on: true
            }
            CheckRow {
                Layout.fillWidth: true
                text: qsTr("告诉乡镇值班")
                timeText: "09:31"
                done: true
            }
            CheckRow {
                Layout.fillWidth: true
                text: qsTr("陪着送医")
            }
            Tag {
                label: qsTr("先打电话")
            }
            Tag {
                label: qsTr("只给咨询师")
                iconName: "lock"
                color: Theme.skys
                ink: Theme.onskys
            }
        }
        Repeater {
            model: [InfoStrip.Neutral, InfoStrip.Green, InfoStrip.Clay, InfoStrip.Sky]
            delegate: InfoStrip {
                required property int modelData

                width: parent?.width ?? 0
                tone: modelData
                iconName: "info"
                label: qsTr("内容只给咨询师看")
            }
        }
        PlacePath {
            width: parent.width
            place: 1
        }
        Grid {
            columns: Theme.compact ? 14 : 20
            spacing: 20

            Repeater {
                model: Object.keys(Theme.icons.byName)
                delegate: Icon {
                    required property string modelData

                    name: modelData
                    size: 30
                    color: Theme.ink
                }
            }
        }
    }
}

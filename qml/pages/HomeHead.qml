// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which home, the others beside it, and the page's one action.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

GridLayout {
    id: head

    required property Session session
    readonly property HomeModel home: session.home
    readonly property bool narrow: Theme.compact || Theme.medium || Theme.large

    columns: narrow ? 1 : 2
    columnSpacing: 24
    rowSpacing: 12

    RowLayout {
        Layout.fillWidth: true
        spacing: 16

        AppText {
            Layout.fillWidth: !tag.visible
            Layout.maximumWidth: head.width - (tag.visible ? tag.width + 16 : 0)
            text: head.home.heading
            size: Theme.page
            strong: true
            Accessible.role: Accessible.Heading
        }
        Tag {
            id: tag

            label: head.home.levelText
        }
        Item {
            Layout.fillWidth: true
        }
    }
    Flow {
        Layout.fillWidth: head.narrow
        Layout.preferredWidth: head.narrow ? -1 : Math.min(head.width * 0.62, wide.implicitWidth)
        spacing: 16

        Row {
            id: wide

            spacing: 16

            Repeater {
                model: head.home.homes
                delegate: OptionButton {
                    id: option

                    required property string homeId

                    required label
                    required chosen
                    visible: head.home.homes.count > 1 && head.home.homes.count <= 4
                    round: true
                    onClicked: head.home.choose(option.homeId)
                }
            }
            AppButton {
                visible: head.home.canAdd && !head.narrow
                kind: AppButton.Primary
                iconName: "pen"
                text: qsTr("记一场活动")
                onClicked: head.home.noteActivity()
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        Layout.columnSpan: head.columns
        visible: head.home.homes.count > 4
        spacing: 12

        Repeater {
            model: head.home.homes
            delegate: OptionButton {
                id: more

                required property string homeId

                required label
                required chosen
                visible: head.home.homes.count > 4
                round: true
                onClicked: head.home.choose(more.homeId)
            }
        }
    }
    AppButton {
        Layout.fillWidth: true
        visible: head.home.canAdd && head.narrow
        kind: AppButton.Primary
        iconName: "pen"
        text: qsTr("记一场活动")
        onClicked: head.home.noteActivity()
    }
}

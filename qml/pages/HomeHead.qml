// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which home, the others beside it, and the page's one action.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

ColumnLayout {
    id: head

    required property Session session
    readonly property HomeModel home: session.home
    readonly property bool narrow: Theme.compact || Theme.medium || Theme.large
    readonly property int homes: every.count
    readonly property bool beside: !narrow && homes > 1 && homes <= 4

    spacing: 12

    Instantiator {
        id: every

        model: head.home.homes
        delegate: QtObject {
        }
    }
    // Placed by hand: a layout in a layout does not hear of the chips that come later, and they covered the heading.
    Item {
        Layout.fillWidth: true
        implicitHeight: Math.max(name.height, right.height)

        AppText {
            id: name

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width - right.width - level.width - 40)
            text: head.home.heading
            size: Theme.page
            strong: true
            Accessible.role: Accessible.Heading
        }
        Tag {
            id: level

            anchors.left: name.right
            anchors.leftMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            label: head.home.levelText
        }
        Row {
            id: right

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: 16

            Repeater {
                model: head.beside ? head.home.homes : null
                delegate: OptionButton {
                    id: option

                    required property string homeId

                    required label
                    required chosen
                    anchors.verticalCenter: parent?.verticalCenter
                    round: true
                    onClicked: head.home.choose(option.homeId)
                }
            }
            Item {
                width: 8
                height: 1
                visible: head.beside
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
        visible: !head.beside && head.homes > 1
        spacing: 12

        Repeater {
            model: head.beside || head.homes < 2 ? null : head.home.homes
            delegate: OptionButton {
                id: other

                required property string homeId

                required label
                required chosen
                round: true
                onClicked: head.home.choose(other.homeId)
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

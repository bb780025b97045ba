// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a home is, when it is open, whom to call; what it has; its plan.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

ColumnLayout {
    id: side

    required property HomeModel home

    spacing: 16

    Card {
        Layout.fillWidth: true
        spacing: 12

        NoteLine {
            index: 0
            width: parent.width
            iconName: "pin"
            line: qsTr("在哪儿")
        }
        AppText {
            width: parent.width
            visible: text.length > 0
            text: side.home.placeText
            size: Theme.lead + 2
            strong: true
        }
        AppText {
            width: parent.width
            visible: text.length > 0
            text: side.home.wayText
            color: Theme.ink2
        }
        AppButton {
            width: parent.width
            visible: side.home.canNavigate
            compact: true
            kind: AppButton.Outline
            iconName: "path"
            text: qsTr("导航")
            onClicked: side.home.navigate()
        }
        Rule {
            width: parent.width
        }
        NoteLine {
            index: 0
            width: parent.width
            visible: side.home.hoursText.length > 0
            iconName: "clock"
            line: side.home.hoursText
        }
        NoteLine {
            index: 0
            width: parent.width
            visible: side.home.managerText.length > 0
            iconName: "user"
            line: side.home.managerText
        }
        AppText {
            width: parent.width
            visible: text.length > 0
            text: side.home.phoneText
            size: Theme.title
            strong: true
        }
        AppButton {
            width: parent.width
            visible: side.home.phoneText.length > 0
            iconName: "phone"
            text: qsTr("打电话")
            onClicked: side.home.call()
        }
    }
    Card {
        Layout.fillWidth: true
        spacing: 12

        RowLayout {
            width: parent.width

            AppText {
                Layout.fillWidth: true
                text: qsTr("六有")
                strong: true
            }
            MetaText {
                text: side.home.sixText
                wrapMode: Text.NoWrap
            }
        }
        Flow {
            width: parent.width
            spacing: 8

            Repeater {
                model: side.home.six
                delegate: HomeThing {
                }
            }
        }
    }
    Card {
        Layout.fillWidth: true
        paddingY: 8
        spacing: 0

        ListRow {
            width: parent.width
            heading: side.home.planText
            line: ""
            iconName: "doc"
            onClicked: side.home.openPlan()
        }
        Repeater {
            model: side.home.beside
            delegate: ListRow {
                id: beside

                required property string recordId

                required heading
                required line
                required iconName
                width: parent?.width ?? 0
                onClicked: side.home.openBeside(beside.recordId)
            }
        }
        ListRow {
            width: parent.width
            visible: side.home.canEdit
            heading: qsTr("改家园的资料")
            line: ""
            iconName: "pen"
            onClicked: side.home.edit()
        }
    }
}

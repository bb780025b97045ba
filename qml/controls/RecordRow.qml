// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A record and how far it has come, in three rings and in words.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

PressArea {
    id: row

    required property string recordId
    required property string heading
    required property string whenText
    required property string iconName
    required property int place
    required property string stateText
    required property string accessibleText
    property real dotsAt: 320
    readonly property bool tight: Theme.compact || Theme.large

    implicitHeight: Math.max(60, words.implicitHeight + 20)
    implicitWidth: 480
    corner: 12
    text: accessibleText

    contentItem: Item {
    }

    Item {
        anchors.fill: parent

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: row.iconName
        }
        Flow {
            id: words

            x: 44
            anchors.verticalCenter: parent.verticalCenter
            width: (row.tight ? parent.width - state.width - 60 : row.dotsAt - 56)
            spacing: 6

            AppText {
                width: Math.min(implicitWidth, parent.width)
                text: row.heading
                strong: true
                Accessible.ignored: true
            }
            MetaText {
                height: Math.max(implicitHeight, Math.round(Theme.body * 1.448))
                text: row.whenText
                Accessible.ignored: true
            }
        }
        PlaceDots {
            x: row.dotsAt
            anchors.verticalCenter: parent.verticalCenter
            visible: !row.tight
            place: row.place
        }
        MetaText {
            id: state

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: row.stateText
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }

    Rule {
        width: parent.width
    }
}

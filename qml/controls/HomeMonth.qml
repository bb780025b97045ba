// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A month on a home's board. With an activity it opens that.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Item {
    id: month

    required property string label
    required property string line
    required property bool held
    required property bool current
    required property string activityId
    required property string accessibleText

    signal opened(string id)

    implicitHeight: Math.max(Theme.large ? 76 : 64, words.implicitHeight + 16)

    Rule {
        width: parent.width
        visible: !month.current
    }
    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: -12
        anchors.rightMargin: -12
        visible: month.current
        radius: 14
        color: Theme.pris
    }
    PressArea {
        anchors.fill: parent
        anchors.leftMargin: -8
        anchors.rightMargin: -8
        enabled: month.activityId.length > 0
        corner: 12
        text: month.accessibleText
        onClicked: month.opened(month.activityId)
    }
    HomeMark {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        held: month.held
    }
    Column {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: 10
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            width: parent.width
            text: month.label
            strong: true
            color: month.current ? Theme.onpris : Theme.ink
            Accessible.ignored: true
        }
        MetaText {
            width: parent.width
            visible: text.length > 0
            text: month.line
            color: month.current ? Theme.onpris : Theme.ink2
            Accessible.ignored: true
        }
    }
}

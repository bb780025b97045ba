// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing pressing: the bridge, one sentence, and up to three people to call.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

ColumnLayout {
    id: quiet

    required property TodayModel today

    spacing: 0

    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: 260
        Layout.maximumHeight: 260
        Layout.minimumHeight: 120
        Layout.fillHeight: true
        radius: 24
        color: Theme.surf
        border.width: 1
        border.color: Theme.line

        BridgeScene {
            anchors.fill: parent
            anchors.margins: 1
        }
        Rectangle {
            // The corners of the picture, in the colour of the page.
            anchors.fill: parent
            anchors.margins: -8
            radius: 32
            color: "transparent"
            border.width: 9
            border.color: Theme.bg
        }
        Rectangle {
            anchors.fill: parent
            radius: 24
            color: "transparent"
            border.width: 1
            border.color: Theme.line
        }
    }
    AppText {
        Layout.fillWidth: true
        Layout.topMargin: 36
        text: qsTr("今天没有要赶的事")
        size: Theme.head
        strong: true
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.Heading
    }
    AppText {
        Layout.fillWidth: true
        Layout.topMargin: 4
        text: qsTr("想到谁，就打个电话。")
        size: Theme.lead
        color: Theme.ink2
        horizontalAlignment: Text.AlignHCenter
    }
    Item {
        Layout.fillHeight: true
        Layout.minimumHeight: 24
    }
    GridLayout {
        Layout.fillWidth: true
        columns: Theme.compact ? 1 : 3
        columnSpacing: 24
        rowSpacing: 14

        Repeater {
            model: quiet.today.quickCalls
            delegate: CallCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onOpened: quiet.today.open(familyId)
                onCalled: quiet.today.call(familyId)
            }
        }
    }
}

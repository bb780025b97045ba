// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One thing to look at. A sentence and one button, never a number in a red circle.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Rectangle {
    id: strip

    property string label
    property string actionLabel: qsTr("看一下")
    property string line
    property string iconName: "eye"
    property bool strong: false

    signal looked

    visible: label.length > 0
    implicitWidth: 480
    implicitHeight: row.implicitHeight + 24
    radius: 20
    color: Theme.clays

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: 24
        anchors.rightMargin: 16
        spacing: 16

        Icon {
            name: strip.iconName
            color: Theme.onclays
        }
        Column {
            Layout.fillWidth: true

            AppText {
                width: parent.width
                text: strip.label
                size: Theme.lead
                strong: true
                color: Theme.onclays
            }
            AppText {
                width: parent.width
                visible: text.length > 0
                text: strip.line
                color: Theme.onclays
            }
        }
        AppButton {
            visible: text.length > 0
            compact: !strip.strong
            kind: strip.strong ? AppButton.Clay : AppButton.Outline
            text: strip.actionLabel
            onClicked: strip.looked()
        }
    }
}

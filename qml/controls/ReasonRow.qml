// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A family of today as a row, when there are more than five.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

PressArea {
    id: row

    required property int index
    required property string name
    required property string subtitle
    required property string initial
    required property int tint
    required property string reason
    required property string reasonLine
    required property string actionIcon
    required property string actionLabel
    required property bool actionPrimary
    required property bool canExplain
    required property string accessibleText

    signal opened
    signal acted
    signal explained

    implicitHeight: Math.max(84, implicitContentHeight + 20)
    text: accessibleText
    corner: 14
    onClicked: row.opened()

    contentItem: RowLayout {
        spacing: 16

        Avatar {
            initial: row.initial
            tint: row.tint
            size: 48
        }
        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 2

            AppText {
                width: parent.width
                text: row.name
                size: Theme.lead
                strong: true
                Accessible.ignored: true
            }
            MetaText {
                width: parent.width
                text: row.subtitle
                maximumLineCount: 1
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 3

            AppText {
                width: parent.width
                text: row.reason
                strong: true
                Accessible.ignored: true
            }
            MetaText {
                width: parent.width
                visible: text.length > 0
                text: row.reasonLine
                maximumLineCount: 1
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        AppButton {
            compact: true
            visible: !Theme.compact
            enabled: row.canExplain
            opacity: enabled ? 1 : 0 // keeps the columns of the rows in line
            kind: AppButton.Quiet
            text: qsTr("说明一下")
            onClicked: row.explained()
        }
        AppButton {
            Layout.minimumWidth: Theme.compact ? 0 : 190
            compact: true
            visible: row.actionLabel.length > 0
            kind: row.actionPrimary ? AppButton.Primary : AppButton.Tonal
            text: row.actionLabel
            iconName: Theme.compact ? "" : row.actionIcon
            onClicked: row.acted()
        }
    }

    Rule {
        width: parent.width
        visible: row.index > 0
    }
}

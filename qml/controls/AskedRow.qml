// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A person, what was written about them, why the province put it aside, and one button. The row itself opens what was written.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

PressArea {
    id: row

    required property string number
    required property string name
    required property string kind
    required property string whenText
    required property string iconName
    required property string initial
    required property int tint
    required property string line
    required property string actionLabel
    required property bool canLeave
    required property string accessibleText
    readonly property bool tight: Theme.compact || Theme.large

    signal acted
    signal letGo

    implicitHeight: content.implicitHeight + 24
    implicitWidth: 480
    corner: 14
    text: accessibleText

    contentItem: Item {
    }

    GridLayout {
        id: content

        x: 4
        y: 12
        width: parent.width - 8
        columns: row.tight ? 1 : 2
        columnSpacing: 16
        rowSpacing: 10

        RowLayout {
            Layout.fillWidth: true
            spacing: 14

            Avatar {
                Layout.alignment: Qt.AlignTop
                visible: row.initial.length > 0
                size: 48
                initial: row.initial
                tint: row.tint
            }
            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.leftMargin: 12
                Layout.rightMargin: 12
                Layout.topMargin: 4
                visible: row.initial.length === 0
                name: row.iconName
            }
            Column {
                Layout.fillWidth: true
                spacing: 2

                Flow {
                    width: parent.width
                    spacing: 8

                    AppText {
                        width: Math.min(implicitWidth, parent.width)
                        text: row.name
                        size: Theme.lead
                        strong: true
                        Accessible.ignored: true
                    }
                    MetaText {
                        height: Math.max(implicitHeight, Math.round(Theme.lead * 1.448))
                        verticalAlignment: Text.AlignVCenter
                        text: row.kind.length > 0 ? row.kind + " " + row.whenText : row.whenText
                        Accessible.ignored: true
                    }
                }
                AppText {
                    width: parent.width
                    text: row.line
                    Accessible.ignored: true
                }
            }
        }
        Flow {
            Layout.leftMargin: row.tight ? 62 : 0
            Layout.fillWidth: row.tight
            Layout.maximumWidth: row.tight ? 10000 : 380
            visible: row.actionLabel.length > 0
            layoutDirection: row.tight ? Qt.LeftToRight : Qt.RightToLeft // what helps stands first, or at the edge
            spacing: 8

            AppButton {
                compact: true
                kind: row.canLeave ? AppButton.ClaySoft : AppButton.Outline
                text: row.actionLabel
                onClicked: row.acted()
            }
            AppButton {
                visible: row.canLeave
                compact: true
                kind: AppButton.Quiet
                text: qsTr("请省里决定")
                onClicked: row.letGo()
            }
        }
    }
    Rule {
        width: parent.width
    }
}

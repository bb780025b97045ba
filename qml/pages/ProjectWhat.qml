// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a project is for, and its sums in yuan.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Card {
    id: what

    required property ProjectModel project
    readonly property bool filled: project.purpose.length > 0 || sums.count > 0

    paddingY: 20
    spacing: 12

    GridLayout {
        width: parent.width
        columns: Theme.compact || Theme.large ? 1 : 2
        columnSpacing: 40
        rowSpacing: 12

        AppText {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            visible: text.length > 0
            text: what.project.purpose
            size: Theme.title
            strong: true
        }
        Flow {
            Layout.fillWidth: true
            Layout.maximumWidth: parent.columns === 1 ? parent.width : sums.count * 190
            visible: sums.count > 0
            spacing: 40

            Repeater {
                id: sums

                model: what.project.figures
                delegate: Column {
                    id: sum

                    required property string label
                    required property string amount

                    Accessible.role: Accessible.StaticText
                    Accessible.name: qsTr("%1%2元").arg(sum.label).arg(sum.amount)

                    MetaText {
                        text: sum.label
                        Accessible.ignored: true
                    }
                    Row {
                        spacing: 6

                        AppText {
                            id: number

                            text: sum.amount
                            size: Theme.head
                            strong: true
                            wrapMode: Text.NoWrap
                            Accessible.ignored: true
                        }
                        AppText {
                            anchors.baseline: number.baseline
                            text: qsTr("元")
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}

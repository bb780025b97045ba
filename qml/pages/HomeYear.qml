// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Four quarters with their themes, twelve months: held or to come, by mark and by word.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

ColumnLayout {
    id: year

    required property HomeModel home

    spacing: 12

    RowLayout {
        Layout.fillWidth: true
        spacing: 12

        AppText {
            text: year.home.yearText
            size: Theme.lead
            strong: true
            wrapMode: Text.NoWrap
        }
        AppText {
            Layout.fillWidth: true
            text: year.home.yearLine
            color: Theme.ink2
        }
        HomeMark {
            visible: !Theme.compact
            held: true
            size: 22
        }
        MetaText {
            visible: !Theme.compact
            text: qsTr("办过")
            wrapMode: Text.NoWrap
        }
        HomeMark {
            visible: !Theme.compact
            size: 22
        }
        MetaText {
            visible: !Theme.compact
            text: qsTr("待办")
            wrapMode: Text.NoWrap
        }
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        columns: Theme.compact || Theme.large ? 2 : 4
        columnSpacing: 12
        rowSpacing: 12

        Repeater {
            model: year.home.quarters
            delegate: Card {
                id: card

                required property string label
                required property string theme
                required property QtObject months

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                padding: 16
                spacing: 0

                MetaText {
                    width: parent.width
                    text: card.label
                }
                AppText {
                    width: parent.width
                    bottomPadding: 8
                    text: card.theme
                    size: Theme.lead + 2
                    strong: true
                }
                Repeater {
                    model: card.months
                    delegate: HomeMonth {
                        width: parent?.width ?? 0
                        onOpened: id => year.home.openActivity(id)
                    }
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A few numbers that belong together, filled as far as they are known, each with where it comes from.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Column {
    id: group

    required property string groupId
    required property string label
    required property string line
    required property bool folds
    required property bool open
    required property QtObject items

    signal folded
    signal edited(int key, string text)
    signal finished(int key)
    signal stepped(int key, int by)

    spacing: 12

    FormFold {
        width: parent.width
        visible: group.folds
        label: group.label
        line: group.line
        open: group.open
        onClicked: group.folded()
    }
    Card {
        width: parent.width
        visible: group.open
        paddingY: 20
        spacing: 16

        SectionLabel {
            width: parent.width
            visible: !group.folds
            text: group.label
        }
        Repeater {
            model: group.open ? group.items : null
            delegate: Column {
                id: input

                required property int key
                required property string label
                required property string value
                required property string unit
                required property string sourceText
                required property string troubleText
                required property bool isDay

                width: parent?.width ?? 0
                spacing: 6

                RowLayout {
                    width: parent.width
                    spacing: 12

                    AppText {
                        Layout.fillWidth: true
                        text: input.label
                        strong: true
                    }
                    MetaText {
                        text: input.sourceText
                        wrapMode: Text.NoWrap
                    }
                }
                RowLayout {
                    width: parent.width
                    spacing: 8

                    RoundButton {
                        visible: input.isDay
                        tonal: false
                        name: qsTr("%1，前一天").arg(input.label)
                        iconName: "minus"
                        onClicked: group.stepped(input.key, -1)
                    }
                    AppField {
                        Layout.fillWidth: true
                        label: input.label
                        value: input.value
                        unit: input.unit
                        trouble: input.troubleText
                        iconName: input.isDay ? "today" : ""
                        inputMethodHints: input.isDay ? Qt.ImhPreferNumbers : Qt.ImhFormattedNumbersOnly
                        onEdited: text => group.edited(input.key, text)
                        onActiveFocusChanged: activeFocus || group.finished(input.key)
                    }
                    RoundButton {
                        visible: input.isDay
                        tonal: false
                        name: qsTr("%1，后一天").arg(input.label)
                        iconName: "plus"
                        onClicked: group.stepped(input.key, 1)
                    }
                }
                AppText {
                    width: parent.width
                    visible: text.length > 0
                    text: input.troubleText
                    color: Theme.clay
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One point of a list that is looked through on site: its words, what is known of it already, and an answer by one touch. Who only reads sees
// the answer as a word.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

GridLayout {
    id: row

    required property string pointId
    required property string label
    required property string line
    required property int answer
    required property string answerText
    property QtObject answers
    property bool canAnswer: false

    signal answered(string id, int code)

    columns: Theme.compact || Theme.large ? 1 : 2
    columnSpacing: 16
    rowSpacing: 8

    Column {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter

        AppText {
            width: parent.width
            text: row.label
        }
        MetaText {
            width: parent.width
            visible: text.length > 0
            text: row.line
        }
    }
    RowLayout {
        Layout.fillWidth: row.columns === 1
        visible: row.canAnswer
        spacing: 8

        Repeater {
            model: row.canAnswer ? row.answers : null
            delegate: OptionButton {
                id: option

                required property int code

                required label
                Layout.fillWidth: row.columns === 1
                Layout.preferredWidth: row.columns === 1 ? 1 : Math.round(Theme.body * 5.8)
                implicitHeight: Theme.chip
                chosen: row.answer === option.code
                Accessible.name: row.label + "，" + option.label
                onClicked: row.answered(row.pointId, option.code)
            }
        }
    }
    Tag {
        Layout.alignment: Qt.AlignVCenter
        visible: !row.canAnswer && label.length > 0
        label: row.answerText
        iconName: row.answer === 1 ? "check" : ""
    }
}

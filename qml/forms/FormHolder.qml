// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The place of a row in a column: the row itself is made only in the column that shows it, and in a long form when one comes near it. What is
// made stays, with its focus and its words.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Part {
    id: holder

    required property int key
    required property string control
    required property string label
    required property string mark
    required property string hint
    required property string value
    required property string unit
    required property bool checked
    required property bool open
    required property string errorText
    required property string noteText
    required property QtObject options
    required property int optionColumns
    required property QtObject suggestions
    required property int column
    required property string look
    required property string badge
    required property string counterText
    required property string iconName
    required property int lines
    required property bool canSpeak
    required property bool readOnly
    required property QtObject items
    required property QtObject pictures
    readonly property int columnIndex: column
    property FormEditor form
    property bool shown: true
    property bool near: true
    property bool made: false
    property bool half: false
    property real grow: 0

    implicitHeight: item ? item.implicitHeight : (made ? 0 : Theme.tap * 2)
    active: shown && made
    visible: shown
    onNearChanged: made = made || near
    Component.onCompleted: made = made || near
    sourceComponent: FormRow {
        form: holder.form
        key: holder.key
        control: holder.control
        label: holder.label
        mark: holder.mark
        hint: holder.hint
        value: holder.value
        unit: holder.unit
        checked: holder.checked
        open: holder.open
        errorText: holder.errorText
        noteText: holder.noteText
        options: holder.options
        optionColumns: holder.optionColumns
        suggestions: holder.suggestions
        look: holder.look
        badge: holder.badge
        counterText: holder.counterText
        iconName: holder.iconName
        lines: holder.lines
        canSpeak: holder.canSpeak
        readOnly: holder.readOnly
        items: holder.items
        pictures: holder.pictures
        grow: holder.grow
    }
}

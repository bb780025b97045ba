// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a row of a form knows: the roles of FormEditor.rows, and the editor that it hands everything back to.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.App

Item {
    required property FormEditor form
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
    required property string look
    required property string badge
    required property string counterText
    required property string iconName
    required property int lines
    required property bool canSpeak
    required property bool readOnly
    required property QtObject items
    required property QtObject pictures
}

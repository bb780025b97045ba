// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A label and its value on one line.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Item {
    id: fact

    property string label
    property string line
    property real keyChars: 4.6 // room for the label, in characters
    property int keyWidth: Math.max(Theme.large ? 108 : 84, Math.ceil(Theme.body * keyChars))

    // A label of a whole sentence stands above its answer instead of in a narrow column of its own.
    // Chinese may be broken anywhere, other words may not.
    readonly property bool stacked: key.implicitWidth > keyWidth * (/[\u4e00-\u9fff]/.test(label) ? 1.5 : 0.95)

    implicitHeight: stacked ? key.height + value.implicitHeight : Math.max(key.implicitHeight, value.implicitHeight)

    AppText {
        id: key

        width: fact.stacked ? fact.width : fact.keyWidth
        text: fact.label
        color: Theme.ink2
    }
    AppText {
        id: value

        x: fact.stacked ? 0 : key.width
        y: fact.stacked ? key.height : 0
        width: parent.width - x
        text: fact.line
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Item {
    id: note

    required property int index
    required property string iconName
    required property string line

    implicitWidth: 34 + words.implicitWidth
    implicitHeight: words.height

    Icon {
        y: (Theme.body * 1.448 - height) / 2
        name: note.iconName
        size: Theme.large ? 26 : 22
    }
    AppText {
        id: words

        x: 34
        width: Math.min(implicitWidth, note.width - 34)
        text: note.line
        maximumLineCount: 2
        elide: Text.ElideRight
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was said last time: it makes the next talk easy.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Rectangle {
    id: memory

    property string whenText
    property string words
    property bool oneLine: false

    visible: words.length > 0 || whenText.length > 0
    implicitWidth: 280
    implicitHeight: oneLine ? Math.max(when.implicitHeight, what.implicitHeight) + 20 : when.implicitHeight + what.implicitHeight + 24
    radius: 16
    color: Theme.inset

    MetaText {
        id: when

        x: 16
        y: memory.oneLine ? 10 + Math.round((Theme.body - Theme.meta) * 0.724) : 12
        text: memory.whenText
        wrapMode: Text.NoWrap
    }
    AppText {
        id: what

        x: memory.oneLine && when.text.length > 0 ? 32 + when.implicitWidth : 16
        y: memory.oneLine ? 10 : 12 + when.implicitHeight
        width: memory.width - x - 16
        text: memory.words
        maximumLineCount: 2
        elide: Text.ElideRight
    }
}

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
    implicitHeight: flow.implicitHeight + (oneLine ? 20 : 24)
    radius: 16
    color: Theme.inset

    Flow {
        id: flow

        x: 16
        y: memory.oneLine ? 10 : 12
        width: memory.width - 32
        spacing: memory.oneLine ? 16 : 0

        MetaText {
            width: memory.oneLine ? implicitWidth : flow.width
            height: memory.oneLine ? Math.round(Theme.body * 1.448) : implicitHeight
            text: memory.whenText
            wrapMode: Text.NoWrap
        }
        AppText {
            width: memory.oneLine ? Math.min(implicitWidth, flow.width) : flow.width
            text: memory.words
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
}

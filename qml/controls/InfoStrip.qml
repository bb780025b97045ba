// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence on a quiet ground: sky for what only counsellors read, clay for what wants care, green for what follows, neutral else.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Rectangle {
    id: strip

    enum Tone {
        Neutral,
        Green,
        Clay,
        Sky
    }

    property int tone: InfoStrip.Neutral
    property string label
    property string iconName
    property int padding: 16
    readonly property color ink: [Theme.ink, Theme.onpris, Theme.onclays, Theme.onskys][tone]

    visible: label.length > 0
    implicitWidth: 320
    implicitHeight: words.implicitHeight + 2 * padding
    radius: 16
    color: [Theme.inset, Theme.pris, Theme.clays, Theme.skys][tone]

    Icon {
        id: sign

        x: strip.padding + 4
        y: strip.padding + (Theme.body * 1.448 - height) / 2
        name: strip.iconName
        size: 22
        color: strip.tone === InfoStrip.Neutral ? Theme.ink3 : strip.ink
    }
    AppText {
        id: words

        x: sign.visible ? strip.padding + 38 : strip.padding + 4
        y: strip.padding
        width: strip.width - x - 20
        text: strip.label
        color: strip.ink
    }
}

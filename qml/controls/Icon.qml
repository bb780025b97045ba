// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One path in the colour of the words beside it. Decorative: a screen reader never stops here.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Image {
    id: icon

    property string name
    property color color: Theme.ink3
    property int size: Theme.icon
    property real stroke: 2
    readonly property string outline: Theme.icons.byName[name] ?? ""

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    visible: outline.length > 0
    source: outline.length === 0 ? "" : "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path d='" + outline + "' fill='none' stroke='" + String(color).replace("#", "%23") + "' stroke-width='" + stroke + "' stroke-linecap='round' stroke-linejoin='round'/></svg>"
    Accessible.ignored: true
}

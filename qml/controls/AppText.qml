// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one label. Another person's words are untrusted, so text is always plain.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Text {
    property int size: Theme.body
    property bool strong: false

    textFormat: Text.PlainText
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: size
    font.bold: strong
    wrapMode: Text.Wrap
    renderType: Text.NativeRendering
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text.length === 0
}

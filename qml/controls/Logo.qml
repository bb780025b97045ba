// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The covered bridge as a mark.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Image {
    property color color: Theme.pri
    readonly property string ink: String(color).replace("#", "%23")

    width: 44
    height: 44
    sourceSize.width: width
    sourceSize.height: height
    source: "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 44 44'><g fill='none' stroke='" + ink + "' stroke-linecap='round' stroke-linejoin='round' stroke-width='3'><path d='M5 17c4.5-.8 7.5-3.5 9.5-7.5h15c2 4 5 6.7 9.5 7.5'/><path d='M12 17v8M22 17v8M32 17v8' stroke-width='2.4'/><path d='M4 25.5h36'/><path d='M9 36c2.5-6.5 7-10 13-10s10.5 3.5 13 10'/></g></svg>"
    Accessible.ignored: true
}

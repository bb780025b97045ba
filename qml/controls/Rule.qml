// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Rectangle {
    property bool upright: false

    implicitWidth: upright ? 1 : 24
    implicitHeight: upright ? 40 : 1
    color: Theme.line
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The small bold line over a group.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

AppText {
    size: Theme.meta
    strong: true
    color: Theme.ink2
    font.letterSpacing: 0.5
    Accessible.role: Accessible.Heading
}

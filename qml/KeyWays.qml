// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ways by a key that hold on every page.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.App

Item {
    id: ways

    required property Session session

    visible: false

    Shortcut {
        sequences: ["Ctrl+E"]
        onActivated: ways.session.openCrisis()
    }
    Shortcut {
        sequences: ["Escape", "Back"]
        onActivated: ways.session.back()
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the theme is told from outside: the window's size and how somebody likes to read.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Item {
    id: feed

    required property Settings settings
    required property real windowWidth
    required property real windowHeight

    visible: false

    Binding {
        target: Theme
        property: "windowWidth"
        value: feed.windowWidth
    }
    Binding {
        target: Theme
        property: "windowHeight"
        value: feed.windowHeight
    }
    Binding {
        target: Theme
        property: "dark"
        value: feed.settings.dark
    }
    Binding {
        target: Theme
        property: "large"
        value: feed.settings.largeMode
    }
    Binding {
        target: Theme
        property: "textScale"
        value: feed.settings.textScale
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: feed.settings.reducedMotion
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the theme follows: the window's size, and what a person set.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Item {
    id: link

    required property Window win
    required property Settings settings

    Binding {
        target: Theme
        property: "windowWidth"
        value: link.win.width
    }
    Binding {
        target: Theme
        property: "windowHeight"
        value: link.win.height
    }
    Binding {
        target: Theme
        property: "dark"
        value: link.settings.dark
    }
    Binding {
        target: Theme
        property: "large"
        value: link.settings.largeMode
    }
    Binding {
        target: Theme
        property: "textScale"
        value: link.settings.textScale
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: link.settings.reducedMotion
    }
}

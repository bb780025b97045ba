// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens of the design: colours, type, sizes, motion. Main.qml writes the first block, every page reads the rest.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    id: theme

    property bool dark: false
    property bool large: false
    property bool reducedMotion: false
    property int textScale: 18
    property real windowWidth: 1280
    property real windowHeight: 800

    readonly property bool compact: windowWidth < 840
    readonly property bool medium: windowWidth >= 840 && windowWidth < 1100
    readonly property bool wide: windowWidth >= 1440
    // Landscape on a 7 or 8 inch tablet: heads and feet give way to the page.
    readonly property bool low: windowHeight < 700

    readonly property string family: "Noto Sans CJK SC"
    readonly property int body: large ? Math.max(24, textScale) : textScale
    // One step is the way from 18 to 24: the normal and the large column of the type table are its two ends.
    readonly property real step: (body - 18) / 6
    readonly property int meta: Math.round(16 + 4 * step)
    readonly property int lead: Math.round(20 + 6 * step)
    readonly property int title: Math.round(24 + 6 * step)
    readonly property int head: Math.round(28 + 6 * step)
    readonly property int page: Math.round(34 + 6 * step)
    readonly property int num: Math.round(40 + 8 * step)
    readonly property int dial: 72 // read off across a table
    readonly property list<int> samples: [16, 30] // the ends of the letters that can be chosen

    // Read aloud, at arm's length, one line at a time.
    readonly property int read: low ? 40 : (compact ? 46 : 52) + Math.round(8 * Math.min(step, 1))
    readonly property int readStem: low ? 24 : 28 + Math.round(4 * Math.min(step, 1))
    readonly property int readAnswer: low ? 28 : 34 + Math.round(6 * Math.min(step, 1))

    // In a family's hands: sizes of its own, and larger still when they ask for it.
    property bool sharedLarger: false
    readonly property int shared: (large ? 30 : low ? 22 : 26) + (sharedLarger ? 6 : 0)
    readonly property int sharedTitle: sharedLarger ? 50 : (low ? 36 : 44)

    readonly property int tap: large ? 68 : Math.max(56, Math.round(body * 2.6))
    readonly property int small: large ? 60 : Math.max(48, Math.round(body * 2.4))
    readonly property int chip: small
    readonly property int save: large ? 72 : 64
    readonly property int bar: low ? 72 : 96
    readonly property int foot: low ? 72 : 96
    readonly property int rail: medium ? 88 : (large ? 128 : 104)
    readonly property int bottomBar: large ? 104 : 88
    readonly property int margin: windowWidth < 680 ? 24 : (compact || large ? 32 : 40)
    readonly property int contentWidth: 1328
    readonly property int icon: large ? 28 : 24

    // Distances and corners keep to these; a lint holds every page to them (tests/lint/house/qml.py).
    readonly property list<real> steps: [0, 1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 28, 32, 36, 40, 48, 56, 60, 64, 104]
    readonly property list<real> corners: [0, 3, 4, 5, 6, 8, 10, 12, 13, 14, 16, 18, 19, 20, 22, 24, 28, 32]

    readonly property int press: 80
    readonly property int state: reducedMotion ? 0 : 120
    readonly property int turn: reducedMotion ? 80 : 200
    readonly property int shift: reducedMotion ? 0 : 12
    readonly property int toastShown: 8000
    property real toastVeil: 0 // the room that a toast takes at the foot of a page just now; pages scroll clear of it

    // Both of them, for the small pictures of the settings.
    readonly property list<color> bgs: ["#f7f3ec", "#1a1815"]
    readonly property list<color> inks: ["#2a2621", "#f1ebe1"]
    readonly property list<color> priss: ["#dceae2", "#233b32"]

    readonly property color bg: dark ? "#1a1815" : "#f7f3ec"
    readonly property color surf: dark ? "#24211d" : "#fffdf9"
    readonly property color inset: dark ? "#2f2b26" : "#f0eae0"
    // A sheet that a person writes on stays a sheet in the dark too: the ink on it is dark.
    readonly property color paper: "#fffdf9"
    readonly property color paperLine: "#e3dacc"
    readonly property color line: dark ? "#3c372f" : "#e3dacc"
    readonly property color edge: dark ? "#8f8575" : "#8e8373"
    readonly property color ink: dark ? "#f1ebe1" : "#2a2621"
    readonly property color ink2: dark ? "#cbc1b2" : "#574f45"
    readonly property color ink3: dark ? "#afa595" : "#6b6257"
    readonly property color pri: dark ? "#8fcbb4" : "#2c6656"
    readonly property color onpri: dark ? "#0f2f26" : "#ffffff"
    readonly property color priPressed: dark ? "#7fb9a3" : "#235346"
    readonly property color pris: dark ? "#233b32" : "#dceae2"
    readonly property color onpris: dark ? "#bfe3d3" : "#1d4a3e"
    readonly property color prisPressed: dark ? "#2c4a3f" : "#c6dcd0"
    readonly property color clay: dark ? "#e3b06a" : "#8a5618"
    readonly property color onclay: dark ? "#2e1e06" : "#ffffff"
    readonly property color clays: dark ? "#3c2f1c" : "#f7e7cf"
    readonly property color onclays: dark ? "#f0d2a3" : "#63400f"
    readonly property color sky: dark ? "#a3bedf" : "#3b587c"
    readonly property color skys: dark ? "#263241" : "#e2e9f1"
    readonly property color onskys: dark ? "#c9daee" : "#29415f"
    readonly property color plums: dark ? "#3a2d36" : "#eee3e9"
    readonly property color onplums: dark ? "#e3c9d8" : "#5b3b51"
    readonly property color inv: dark ? "#f1ebe1" : "#2a2621"
    readonly property color oninv: dark ? "#1a1815" : "#f7f3ec"
    readonly property color invact: dark ? "#1d4a3e" : "#a9dcc8"
    readonly property color focus: dark ? "#9cc4f0" : "#1f5a93"
    readonly property color scrim: "#662a2621"
    readonly property color hill1: dark ? "#24251f" : "#e6e7d8"
    readonly property color hill2: dark ? "#2a2e27" : "#d5dfcf"
    readonly property color hill3: dark ? "#313a31" : "#c3d3c2"
    readonly property color water: dark ? "#24292a" : "#dce6e6"
    readonly property color roof: dark ? "#a58b6c" : "#7c6248"
    readonly property color wood: dark ? "#7d674d" : "#a98a68"

    readonly property var tints: [pris, clays, skys, plums]
    readonly property var tintInks: [onpris, onclays, onskys, onplums]

    readonly property IconPaths icons: IconPaths {
    }
}

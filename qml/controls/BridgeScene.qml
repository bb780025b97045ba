// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hills, water and the covered bridge: the only picture of the app, on the unlock page and on a day without tasks.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Image {
    id: scene

    function hex(tone: color): string {
        return "'" + String(tone).replace("#", "%23") + "'";
    }

    readonly property bool tall: width < 800
    readonly property string bridge: "<path d='M186 286c26-44 76-65 134-65s108 21 134 65' stroke=" + hex(Theme.wood) + " stroke-width='7'/><g stroke=" + hex(Theme.wood) + " stroke-width='4'><path d='M222 250v-34M418 250v-34M262 230v-14M378 230v-14'/><path d='M164 214h312' stroke-width='8'/><path d='M182 210v-26M212 210v-26M242 210v-26M272 210v-26M302 210v-26M338 210v-26M368 210v-26M398 210v-26M428 210v-26M458 210v-26'/></g><g fill=" + hex(Theme.roof) + "><path d='M158 184c12-2 20-10 28-22h268c8 12 16 20 28 22z'/><path d='M258 164c10-2 18-10 24-22h76c6 12 14 20 24 22z'/><path d='M274 141h92' stroke=" + hex(Theme.roof) + " stroke-width='5'/></g>"
    readonly property string broad: "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1094 260' preserveAspectRatio='none'><path d='M0 168C142 80 284 60 438 137S678 158 810 99 1006 80 1094 133V260H0z' fill=" + hex(Theme.hill1) + "/><g fill=" + hex(Theme.hill2) + "><path d='M0 197C126 125 289 109 404 176L422 260H0z'/><path d='M1094 191C968 119 805 105 690 176L672 260H1094z'/></g><path d='M116 199Q224 143 331 195M134 223Q227 175 319 219M152 246Q230 206 307 242M763 199Q870 143 978 195M775 223Q867 175 960 219M787 246Q864 206 942 242' fill='none' stroke=" + hex(Theme.hill3) + " stroke-width='3' stroke-linecap='round'/><path d='M0 229H1094V260H0z' fill=" + hex(Theme.water) + "/><path d='M400 240h69M518 248h94M641 238h49' stroke=" + hex(Theme.surf) + " stroke-width='3' stroke-linecap='round'/><g transform='translate(233.4,-53.6) scale(0.98)' fill='none' stroke-linecap='round'>" + bridge + "</g></svg>"
    readonly property string upright: "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 520 264' preserveAspectRatio='xMidYMax slice'><path d='M0 179C68 98 135 80 208 151S322 170 385 116 478 98 520 147V264H0z' fill=" + hex(Theme.hill1) + "/><g fill=" + hex(Theme.hill2) + "><path d='M0 206C31 140 71 125 129 187L145 264H0z'/><path d='M520 201C489 134 449 122 391 187L375 264H520z'/></g><path d='M16 209Q39 197 62 205M16 230Q33 222 50 226M458 209Q481 197 504 205M470 230Q487 222 504 226' fill='none' stroke=" + hex(Theme.hill3) + " stroke-width='3' stroke-linecap='round'/><path d='M0 235H520V264H0z' fill=" + hex(Theme.water) + "/><path d='M125 246h63M233 253h86M346 244h45' stroke=" + hex(Theme.surf) + " stroke-width='3' stroke-linecap='round'/><g transform='translate(-28,-24) scale(0.9)' fill='none' stroke-linecap='round'>" + bridge + "</g></svg>"

    sourceSize.width: width
    sourceSize.height: height
    source: width < 1 ? "" : "data:image/svg+xml;utf8," + (tall ? upright : broad)
    fillMode: Image.PreserveAspectCrop
    Accessible.ignored: true
}

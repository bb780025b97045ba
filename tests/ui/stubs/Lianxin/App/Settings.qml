// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    enum Scheme {
        FollowTablet,
        Light,
        Dark
    }

    property bool largeMode: false
    property int scheme: Settings.FollowTablet
    property bool dark: false
    property bool reducedMotion: true
    property int textScale: 18
    property string language: "zh_CN"
    property string lockLine: "2分钟不动自动锁"
    property string syncLine: "3条待传"
    readonly property ListModel languages: ListModel {
        ListElement {
            code: "zh_CN"
            label: "中文"
            chosen: true
        }
        ListElement {
            code: "en"
            label: "English"
            chosen: false
        }
    }
}

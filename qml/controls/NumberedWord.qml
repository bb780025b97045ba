// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One of several things that are copied or read out in order: its place, and the word, large.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Rectangle {
    id: box

    required property string word
    property int place: 0
    property bool spelled: false // letter by letter: letters as wide as each other

    implicitWidth: 120
    implicitHeight: body.implicitHeight + 20
    radius: 16
    color: Theme.surf
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("第%1个，%2").arg(box.place).arg(box.spelled ? box.word.split("").join(" ") : box.word)

    Column {
        id: body

        anchors.centerIn: parent
        width: parent.width - 24

        MetaText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: box.place
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: box.word
            size: Theme.low ? Theme.head : Theme.num
            strong: true
            font.family: box.spelled ? "Noto Sans Mono CJK SC" : Theme.family
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.lead
            Accessible.ignored: true
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A small file for whoever helps: shown line by line before it is saved.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Card {
    id: card

    required property SupportModel support

    spacing: 12

    AppText {
        width: parent.width
        text: qsTr("请人帮忙看看")
        size: Theme.title
        strong: true
        Accessible.role: Accessible.Heading
    }
    AppText {
        width: parent.width
        text: qsTr("平板上有什么不顺，可以存一个小文件，交给帮忙的人。里面没有姓名、电话，也没有您写的内容。")
        lineHeight: 1.1
    }
    AppButton {
        visible: !card.support.shown
        compact: true
        kind: AppButton.Outline
        iconName: "eye"
        text: qsTr("先看看有什么")
        onClicked: card.support.look()
    }
    SectionLabel {
        visible: card.support.shown
        text: qsTr("这些会写进去")
    }
    Column {
        width: parent.width
        visible: card.support.shown
        spacing: 6

        Repeater {
            model: card.support.lines
            delegate: Fact {
                required property string value

                required label
                width: parent?.width ?? 0
                keyChars: 9
                line: value
            }
        }
    }
    Flow {
        width: parent.width
        visible: card.support.shown
        spacing: 8

        AppButton {
            compact: true
            kind: AppButton.Tonal
            iconName: "export"
            text: qsTr("存成文件")
            onClicked: card.support.save()
        }
        AppButton {
            compact: true
            kind: AppButton.Quiet
            text: qsTr("不用了")
            onClicked: card.support.putAway()
        }
    }
}

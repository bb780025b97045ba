// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One of two answers to the same question: the value large, then who, when, where, why.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Rectangle {
    id: card

    required property string sideId
    required property string tag
    required property bool current
    required property string value
    required property string name
    required property string place
    required property string initial
    required property int tint
    required property string whenText
    required property string whyText
    required property string actionLabel
    required property bool canCall
    required property QtObject parts
    property bool text: false
    property bool settles: true // false: who looks may not decide
    property bool reasoned: true // of one value against another; false: no word of why is missed where none is

    signal taken
    signal called

    implicitHeight: body.implicitHeight + 56
    radius: 24
    color: Theme.surf
    border.width: current && !text ? 2 : 1
    border.color: current && !text ? Theme.pri : Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: tag + "，" + value + "，" + name + "，" + whenText

    ColumnLayout {
        id: body

        x: 28
        y: 28
        width: card.width - 56
        height: card.height - 56
        spacing: 0

        Tag {
            visible: !card.text
            label: card.tag
            iconName: card.current ? "check" : ""
            color: card.current ? Theme.pris : Theme.inset
            ink: card.current ? Theme.onpris : Theme.ink2
        }
        AppText {
            Layout.fillWidth: true
            Layout.topMargin: 12
            visible: !card.text
            text: card.value.length > 0 ? card.value : qsTr("没有写")
            size: card.value.length > 16 ? Theme.title : Theme.num
            strong: true
        }
        RowLayout {
            Layout.topMargin: card.text ? 0 : 12
            spacing: 12

            Avatar {
                initial: card.initial
                tint: card.tint
                size: 48
            }
            Column {
                Layout.fillWidth: true

                Row {
                    spacing: 6

                    AppText {
                        text: card.name
                        strong: true
                        wrapMode: Text.NoWrap
                    }
                    MetaText {
                        anchors.baseline: parent.children[0].baseline
                        text: card.place
                        wrapMode: Text.NoWrap
                    }
                }
                MetaText {
                    width: parent.width
                    text: card.whenText
                }
            }
        }
        AppText {
            Layout.fillWidth: true
            Layout.topMargin: 12
            Layout.leftMargin: 60
            visible: !card.text && text.length > 0
            color: Theme.ink2
            text: card.whyText.length > 0 || !card.reasoned ? card.whyText : qsTr("没有写原因")
        }
        MarkedText {
            Layout.fillWidth: true
            Layout.topMargin: 16
            visible: card.text
            parts: card.parts
            size: 22 + Math.round(4 * Theme.step)
            whole: card.value
        }
        Item {
            Layout.fillHeight: true
        }
        RowLayout {
            Layout.topMargin: 20
            visible: !card.text
            spacing: 12

            AppButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 240
                visible: card.settles
                kind: card.current ? AppButton.Primary : AppButton.Tonal
                iconName: card.current || !card.reasoned ? "check" : "transfer"
                text: card.actionLabel
                onClicked: card.taken()
            }
            AppButton {
                visible: card.canCall
                kind: AppButton.Outline
                iconName: "phone"
                text: qsTr("打打看")
                onClicked: card.called()
            }
        }
    }
}

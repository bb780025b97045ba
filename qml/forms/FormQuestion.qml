// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words over a field: what is asked, beside it whether it is needed, at the far end how much is written.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Item {
    id: question

    property string label
    property string mark
    property string iconName
    property string counterText
    readonly property int lineHeight: Math.round(Theme.body * 1.448)

    implicitHeight: words.implicitHeight

    Icon {
        id: sign

        y: (question.lineHeight - height) / 2
        name: question.iconName
        size: 22
        color: Theme.ink
    }
    Flow {
        id: words

        x: sign.visible ? 30 : 0
        width: parent.width - x - (counter.visible ? counter.width + 12 : 0)
        spacing: 10

        AppText {
            width: Math.min(implicitWidth, parent.width)
            text: question.label
            strong: true
        }
        MetaText {
            width: Math.min(implicitWidth, parent.width)
            height: Math.max(implicitHeight, question.lineHeight)
            text: question.mark
            visible: text.length > 0
        }
    }
    MetaText {
        id: counter

        anchors.right: parent.right
        height: question.lineHeight
        text: question.counterText
        visible: text.length > 0
        wrapMode: Text.NoWrap
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The points of a visit: looked through one after the other, a touch each.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Card {
    id: list

    required property SupervisionModel supervision

    paddingY: 20
    spacing: 8

    Item {
        width: parent.width
        implicitHeight: Math.max(title.implicitHeight, how.implicitHeight)

        SectionLabel {
            id: title

            width: parent.width - how.width - 12
            text: qsTr("看哪些")
        }
        MetaText {
            id: how

            anchors.right: parent.right
            width: implicitWidth
            text: list.supervision.pointsText
        }
    }
    Repeater {
        model: list.supervision.points
        delegate: Item {
            id: holder

            required property string pointId
            required property string label
            required property string line
            required property int answer
            required property string answerText
            required property int index

            width: parent?.width ?? 0
            implicitHeight: point.implicitHeight + 16

            Rule {
                width: parent.width
                visible: holder.index > 0
            }
            PointRow {
                id: point

                y: 12
                width: parent.width
                pointId: holder.pointId
                label: holder.label
                line: holder.line
                answer: holder.answer
                answerText: holder.answerText
                answers: list.supervision.answers
                canAnswer: list.supervision.canLook && list.supervision.listFirst
                onAnswered: (id, code) => list.supervision.answer(id, code)
            }
        }
    }
    AppButton {
        visible: list.supervision.canLook
        compact: true
        kind: AppButton.Quiet
        iconName: "plus"
        text: qsTr("加一项")
        onClicked: list.supervision.addPoint()
    }
}

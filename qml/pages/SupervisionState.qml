// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a visit stands on its way, and the other steps it may take.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

GridLayout {
    id: where

    required property SupervisionModel supervision

    columns: Theme.compact && Theme.large ? 1 : 2
    columnSpacing: 24
    rowSpacing: 12

    RowLayout {
        Layout.fillWidth: true
        spacing: 16

        StepDots {
            position: where.supervision.position
            count: where.supervision.count
        }
        AppText {
            Layout.fillWidth: true
            text: where.supervision.stateText
            size: Theme.lead
            strong: true
            Accessible.name: qsTr("%1，第%2步，共%3步").arg(where.supervision.stateText).arg(where.supervision.position).arg(where.supervision.count)
        }
    }
    Flow {
        Layout.fillWidth: true
        layoutDirection: where.columns === 1 ? Qt.LeftToRight : Qt.RightToLeft
        spacing: 8

        Repeater {
            model: where.supervision.others
            delegate: AppButton {
                id: way

                required property int state
                required property string label

                compact: true
                kind: AppButton.Outline
                text: way.label
                onClicked: where.supervision.take(way.state)
            }
        }
    }
}

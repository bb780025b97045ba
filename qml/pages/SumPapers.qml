// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The papers of a claim: ticked where there is a claim to tick them on, else a list to get ready.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Card {
    id: card

    required property ClaimSumModel sum
    readonly property bool some: papers.count > 0

    paddingY: 16
    spacing: 4

    SectionLabel {
        width: parent.width
        text: qsTr("要备的材料")
    }
    MetaText {
        width: parent.width
        text: card.sum.papersLine
    }
    GridLayout {
        width: parent.width
        columns: Theme.compact || Theme.large ? 1 : 2
        columnSpacing: 16
        rowSpacing: 0

        Repeater {
            id: papers

            model: card.sum.papers
            delegate: CheckRow {
                id: paper

                required property int code
                required property string label

                required done
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                text: paper.label
                enabled: card.sum.canTick
                onClicked: card.sum.tick(paper.code)
            }
        }
    }
}

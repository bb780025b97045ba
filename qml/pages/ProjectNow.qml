// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who goes on with a project, what is missing for it, and the other ways it may go.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Card {
    id: now

    required property ProjectModel project

    paddingY: 20
    spacing: 8

    SectionLabel {
        width: parent.width
        text: qsTr("现在")
    }
    AppText {
        width: parent.width
        text: now.project.whoText
        size: Theme.lead
        strong: true
    }
    MetaText {
        width: parent.width
        topPadding: 8
        visible: gaps.count > 0
        text: qsTr("还差这些，点一下就能写")
    }
    Repeater {
        id: gaps

        model: now.project.missing
        delegate: ListRow {
            id: gap

            required property string what
            required property string label

            width: parent?.width ?? 0
            heading: gap.label
            iconName: "note"
            bold: false
            onClicked: now.project.fill(gap.what)
        }
    }
    Flow {
        width: parent.width
        visible: ways.count > 0
        spacing: 8

        Repeater {
            id: ways

            model: now.project.others
            delegate: AppButton {
                id: way

                required property int state
                required property string label

                compact: true
                kind: AppButton.Outline
                text: way.label
                onClicked: now.project.take(way.state)
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was seen: what is open first, then what was good, what is settled when somebody asks for it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

ColumnLayout {
    id: seen

    required property SupervisionModel supervision

    spacing: 12

    RowLayout {
        Layout.fillWidth: true
        spacing: 12

        SectionLabel {
            Layout.fillWidth: true
            text: qsTr("看到的")
        }
        MetaText {
            text: seen.supervision.openText
            wrapMode: Text.NoWrap
        }
    }
    Repeater {
        model: [seen.supervision.findings, seen.supervision.praise, seen.supervision.settled]
        delegate: ColumnLayout {
            id: group

            required property QtObject modelData
            required property int index

            Layout.fillWidth: true
            visible: rows.count > 0 || (index === 2 && seen.supervision.settledText.length > 0)
            spacing: 12

            AppButton {
                visible: group.index === 2
                compact: true
                kind: AppButton.Quiet
                iconName: seen.supervision.settledShown ? "up" : "down"
                text: seen.supervision.settledText
                onClicked: seen.supervision.settledShown = !seen.supervision.settledShown
            }
            Repeater {
                id: rows

                model: group.modelData
                delegate: FindingCard {
                    Layout.fillWidth: true
                    results: seen.supervision.results
                    canOpen: seen.supervision.canEdit
                    onOpened: id => seen.supervision.openFinding(id)
                    onMended: id => seen.supervision.noteMending(id)
                    onMendingOpened: id => seen.supervision.openMending(id)
                    onRechecked: (id, code) => seen.supervision.recheck(id, code)
                }
            }
        }
    }
    AppButton {
        visible: seen.supervision.canFind
        compact: true
        kind: AppButton.Quiet
        iconName: "plus"
        text: qsTr("记一条看到的")
        onClicked: seen.supervision.addFinding()
    }
}

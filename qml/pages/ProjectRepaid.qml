// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was paid back of a project's money, the last time first.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Card {
    id: repaid

    required property ProjectModel project

    paddingY: 20
    spacing: 4

    Item {
        width: parent.width
        implicitHeight: Math.max(title.implicitHeight, times.implicitHeight)

        SectionLabel {
            id: title

            width: parent.width - times.width - 12
            text: qsTr("还款")
        }
        MetaText {
            id: times

            anchors.right: parent.right
            width: implicitWidth
            text: repaid.project.repaidText
        }
    }
    Repeater {
        model: repaid.project.repayments
        delegate: ListRow {
            id: row

            required property string recordId
            required property string dayText
            required property string amount
            required property string accessibleText

            required line
            width: parent?.width ?? 0
            heading: row.dayText + "·" + row.amount
            text: row.accessibleText
            iconName: "coin"
            onClicked: repaid.project.openRepayment(row.recordId)
        }
    }
    AppButton {
        visible: repaid.project.canRepay
        compact: true
        kind: AppButton.Quiet
        iconName: "plus"
        text: qsTr("记一笔还款")
        onClicked: repaid.project.noteRepayment()
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What comes next at a home.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Card {
    id: next

    required property HomeModel home

    paddingY: 12
    spacing: 0

    RowLayout {
        width: parent.width
        spacing: 12

        SectionLabel {
            Layout.fillWidth: true
            text: qsTr("接下来")
        }
        AppButton {
            compact: true
            kind: AppButton.Quiet
            iconName: "today"
            text: qsTr("活动日历")
            onClicked: next.home.toggleCalendar()
        }
    }
    AppText {
        width: parent.width
        topPadding: 8
        visible: rows.count === 0
        text: qsTr("还没有排下一场")
        color: Theme.ink2
    }
    Repeater {
        id: rows

        model: next.home.next
        delegate: HomeActivity {
            width: parent?.width ?? 0
            onOpened: next.home.openActivity(activityId)
        }
    }
}

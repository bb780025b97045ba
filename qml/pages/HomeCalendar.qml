// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 活动日历: what one month has, leafed through month by month. In the place of what comes next.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Card {
    id: calendar

    required property HomeModel home

    paddingY: 16
    spacing: 0

    RowLayout {
        width: parent.width
        spacing: 8

        RoundButton {
            tonal: false
            name: qsTr("上个月")
            iconName: "left"
            onClicked: calendar.home.turnMonth(-1)
        }
        AppText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: calendar.home.calendarText
            size: Theme.lead
            strong: true
            Accessible.role: Accessible.Heading
        }
        RoundButton {
            tonal: false
            name: qsTr("下个月")
            iconName: "right"
            onClicked: calendar.home.turnMonth(1)
        }
    }
    AppText {
        width: parent.width
        topPadding: 8
        visible: text.length > 0
        text: calendar.home.calendarEmptyText
        color: Theme.ink2
    }
    Repeater {
        model: calendar.home.calendar
        delegate: HomeActivity {
            width: parent?.width ?? 0
            onOpened: calendar.home.openActivity(activityId)
        }
    }
    AppButton {
        compact: true
        kind: AppButton.Quiet
        iconName: "up"
        text: qsTr("看接下来的几场")
        onClicked: calendar.home.toggleCalendar()
    }
}

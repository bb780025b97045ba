// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who came to an activity: tick the people, count the guests, keep it once.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property AttendanceModel attendance: session.attendance
    readonly property real footHeight: foot.height

    PageHead {
        id: head

        width: parent.width
        heading: page.attendance.heading
        line: page.attendance.line
        onBack: page.session.back()

        AppButton {
            visible: page.attendance.canEdit && !Theme.compact
            kind: AppButton.Outline
            iconName: "pen"
            text: qsTr("改活动")
            onClicked: page.attendance.edit()
        }
        RoundButton {
            visible: page.attendance.canEdit && Theme.compact
            size: Theme.large ? 64 : 56
            name: qsTr("改活动")
            iconName: "pen"
            onClicked: page.attendance.edit()
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: foot.top
        width: parent.width

        ColumnLayout {
            width: scroll.contentRoom
            spacing: 16

            AppField {
                Layout.fillWidth: true
                iconName: "search"
                label: qsTr("谁来了")
                placeholderText: qsTr("写名字、村名找一找")
                value: page.attendance.filter
                onEdited: text => page.attendance.filter = text
            }
            AppText {
                Layout.fillWidth: true
                visible: text.length > 0
                text: page.attendance.emptyText
                color: Theme.ink2
            }
            Card {
                Layout.fillWidth: true
                visible: rows.count > 0
                paddingY: 12
                spacing: 0

                GridLayout {
                    width: parent.width
                    columns: Theme.compact || Theme.large ? 1 : 2
                    columnSpacing: 32
                    rowSpacing: 4

                    Repeater {
                        id: rows

                        model: page.attendance.people
                        delegate: CheckRow {
                            id: one

                            required property string personId
                            required property string name
                            required property bool ticked
                            required property bool noted
                            required property bool fixed

                            required line
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            text: one.name
                            done: one.ticked
                            enabled: !one.fixed
                            timeText: !one.noted ? "" : one.ticked ? qsTr("记过了") : qsTr("会拿掉")
                            onClicked: page.attendance.toggle(one.personId)
                        }
                    }
                }
            }
            AppText {
                Layout.fillWidth: true
                visible: text.length > 0
                text: page.attendance.moreText
                color: Theme.ink2
            }
        }
    }
    Rectangle {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(Theme.foot, row.implicitHeight + 32)
        color: Theme.bg

        Rule {
            width: parent.width
        }
        GridLayout {
            id: row

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            columns: Theme.compact ? 1 : 2
            columnSpacing: 24
            rowSpacing: 12

            RowLayout {
                Layout.fillWidth: true
                spacing: 12

                AppText {
                    text: page.attendance.countText
                    size: Theme.lead
                    strong: true
                    wrapMode: Text.NoWrap
                }
                Item {
                    Layout.fillWidth: true
                }
                AppText {
                    text: qsTr("不记名的客人")
                    wrapMode: Text.NoWrap
                }
                RoundButton {
                    size: Theme.small
                    name: qsTr("客人少一位")
                    iconName: "minus"
                    enabled: page.attendance.guests > 0
                    onClicked: page.attendance.addGuests(-1)
                }
                AppText {
                    text: page.attendance.guests
                    size: Theme.lead
                    strong: true
                    wrapMode: Text.NoWrap
                    Accessible.name: qsTr("客人%1位").arg(page.attendance.guests)
                }
                RoundButton {
                    size: Theme.small
                    name: qsTr("客人多一位")
                    iconName: "plus"
                    onClicked: page.attendance.addGuests(1)
                }
            }
            AppButton {
                Layout.fillWidth: Theme.compact
                Layout.preferredWidth: Theme.compact ? -1 : 200
                implicitHeight: Theme.save
                kind: AppButton.Primary
                iconName: "check"
                text: qsTr("记下")
                enabled: page.attendance.canSave
                onClicked: page.attendance.save()
            }
        }
    }
}

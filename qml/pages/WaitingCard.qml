// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What has not reached the province yet: a person, then what was written about them and how far each has come.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Card {
    id: card

    required property SyncModel sync
    property real dotsAt: 320

    paddingY: 16
    visible: families.count > 0

    SectionLabel {
        bottomPadding: 4
        text: card.sync.waitingText
    }
    Repeater {
        id: families

        model: card.sync.waiting
        delegate: Column {
            id: family

            required property string familyId
            required property string name
            required property string initial
            required property int tint
            required property string countText
            required property string moreText
            required property bool canOpen
            required property string accessibleText
            required property QtObject records

            width: parent?.width ?? 0

            PressArea {
                width: parent.width
                implicitHeight: 72
                corner: 14
                enabled: family.canOpen
                text: family.accessibleText
                onClicked: card.sync.openFamily(family.familyId)

                contentItem: RowLayout {
                    spacing: 14

                    Avatar {
                        visible: family.initial.length > 0
                        size: 48
                        initial: family.initial
                        tint: family.tint
                    }
                    Icon {
                        Layout.leftMargin: 12
                        Layout.rightMargin: 12
                        visible: family.initial.length === 0
                        name: "house"
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: family.name
                        size: Theme.lead
                        strong: true
                        Accessible.ignored: true
                    }
                    MetaText {
                        Layout.maximumWidth: implicitWidth
                        text: family.countText
                        Accessible.ignored: true
                    }
                    Icon {
                        visible: family.canOpen
                        name: "right"
                        size: 22
                    }
                }
            }
            Repeater {
                model: family.records
                delegate: RecordRow {
                    width: parent?.width ?? 0
                    dotsAt: card.dotsAt
                    enabled: false // the person above opens
                }
            }
            MetaText {
                leftPadding: 40
                topPadding: 8
                bottomPadding: 8
                visible: text.length > 0
                text: family.moreText
            }
        }
    }
    AppButton {
        visible: text.length > 0
        compact: true
        kind: AppButton.Quiet
        iconName: "down"
        text: card.sync.moreText
        onClicked: card.sync.showMoreWaiting()
    }
}

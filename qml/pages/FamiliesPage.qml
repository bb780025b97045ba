// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 家人: cards while there are five or fewer, else search first, a list, and the chosen family beside it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property FamiliesModel families: session.families
    readonly property bool split: !Theme.compact && families.layout === FamiliesModel.List
    readonly property bool cardsShown: families.layout === FamiliesModel.Cards

    Item {
        id: master

        width: page.split ? (Theme.medium ? 360 : (Theme.wide ? 520 : 472)) : page.width
        height: page.height

        ColumnLayout {
            id: head

            readonly property int side: page.split ? 24 : Theme.margin

            x: side
            y: Theme.low ? 12 : 24
            width: parent.width - 2 * side
            spacing: 12

            RowLayout {
                spacing: 16

                AppText {
                    text: qsTr("家人")
                    size: Theme.page
                    strong: true
                    wrapMode: Text.NoWrap
                    Accessible.role: Accessible.Heading
                }
                AppText {
                    Layout.fillWidth: true
                    text: page.families.countText
                    size: Theme.meta
                    color: Theme.ink2
                    horizontalAlignment: Text.AlignRight
                    maximumLineCount: 1
                    elide: Text.ElideRight
                }
                AppButton {
                    compact: true
                    visible: page.families.canAdd
                    kind: AppButton.Tonal
                    iconName: "plus"
                    text: qsTr("添一户")
                    onClicked: page.families.addHousehold()
                }
            }
            AppField {
                id: search

                Layout.fillWidth: true
                iconName: "search"
                font.pixelSize: Theme.lead
                implicitHeight: Theme.tap + 4
                label: qsTr("找人找家找资料")
                placeholderText: page.split ? qsTr("姓名、拼音、电话、村名、家园") : qsTr("姓名、拼音、电话、村名")
                value: page.families.searchText
                inputMethodHints: Qt.ImhNoPredictiveText
                onEdited: text => page.families.searchText = text

                RoundButton {
                    anchors.right: parent.right
                    anchors.rightMargin: 6
                    anchors.verticalCenter: parent.verticalCenter
                    visible: search.length > 0
                    tonal: false
                    name: qsTr("清掉")
                    iconName: "x"
                    onClicked: page.families.clearSearch()
                }
            }
            Flow {
                Layout.fillWidth: true
                spacing: 8
                visible: !page.cardsShown

                Repeater {
                    model: page.families.filters
                    delegate: OptionButton {
                        required property string filterId

                        required label
                        required chosen
                        round: true
                        onClicked: page.families.toggleFilter(filterId)
                    }
                }
            }
            RowLayout {
                visible: !page.cardsShown

                MetaText {
                    Layout.fillWidth: true
                    text: page.families.resultText.length > 0 ? page.families.resultText : (page.families.searching ? qsTr("正在找") : "")
                }
                MetaText {
                    visible: page.families.resultText.length > 0
                    text: qsTr("也找家园、志愿者、资料")
                    wrapMode: Text.NoWrap
                }
            }
        }
        ListView {
            id: list

            anchors.top: head.bottom
            anchors.topMargin: 8
            anchors.bottom: parent.bottom
            width: parent.width
            visible: !page.cardsShown
            model: page.cardsShown ? null : page.families.rows
            clip: true
            bottomMargin: Theme.toastVeil
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            keyNavigationEnabled: true
            // Headings stand in the rows: the ListView of Qt 6.4 does not make bound section delegates.
            delegate: Column {
                id: entry

                required property string familyId
                required property string name
                required property string pinyinText
                required property string line
                required property string stateText
                required property string initial
                required property string iconName
                required property int tint
                required property bool chosen
                required property string sectionText
                required property string accessibleText

                width: ListView.view.width

                SectionLabel {
                    x: 24
                    topPadding: 12
                    bottomPadding: 8
                    visible: text.length > 0
                    text: entry.sectionText
                }
                FamilyRow {
                    familyId: entry.familyId
                    name: entry.name
                    pinyinText: entry.pinyinText
                    line: entry.line
                    stateText: entry.stateText
                    initial: entry.initial
                    iconName: entry.iconName
                    tint: entry.tint
                    width: entry.width
                    lit: entry.chosen && page.split
                    text: entry.accessibleText
                    onClicked: page.split ? page.families.select(entry.familyId) : page.families.open(entry.familyId)
                }
            }

            Rule {
                width: parent.width
            }
            AppText {
                anchors.centerIn: parent
                width: parent.width - 48
                visible: list.count === 0
                text: page.families.emptyText
                size: Theme.lead
                color: Theme.ink2
                horizontalAlignment: Text.AlignHCenter
            }
        }
        PageScroll {
            id: cardsArea

            anchors.top: head.bottom
            anchors.bottom: parent.bottom
            width: parent.width
            visible: page.cardsShown

            GridLayout {
                width: cardsArea.contentRoom
                columns: Theme.compact ? 1 : (Theme.medium ? 2 : Math.max(1, Math.min(3, few.count)))
                columnSpacing: 24
                rowSpacing: Theme.compact ? 14 : 24

                Repeater {
                    id: few

                    model: page.cardsShown ? page.families.cards : null
                    delegate: PersonCard {
                        required property string familyId

                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                        Layout.fillHeight: true
                        lying: Theme.compact
                        onOpened: page.families.open(familyId)
                        onActed: page.families.open(familyId)
                    }
                }
            }
        }
    }
    Rule {
        x: master.width
        width: 1
        height: parent.height
        visible: page.split
    }
    Part {
        fills: true
        x: master.width + 1
        width: page.width - x
        height: page.height
        active: page.split
        visible: page.families.hasSelection
        sourceComponent: FamilyGlance {
            family: page.families.selected
            onOpened: page.families.openSelected()
        }
    }
}

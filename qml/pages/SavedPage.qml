// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// After 记下: what was kept and where it is, what came before, and up to three things that may follow. Nothing is owed.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property SavedModel saved: session.saved
    readonly property FamilyModel family: session.family

    PageHead {
        id: head

        width: parent.width
        initial: page.family.initial
        tint: page.family.tint
        heading: page.family.name
        line: page.family.line
        onBack: page.session.back()

        AppButton {
            visible: page.family.phoneText.length > 0 && !Theme.compact
            kind: AppButton.Outline
            iconName: "phone"
            text: page.family.phoneText
            onClicked: page.family.call()
        }
        AppButton {
            visible: page.family.canWrite
            least: 168
            kind: AppButton.Tonal
            iconName: "pen"
            text: qsTr("记一笔")
            onClicked: page.family.write()
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        GridLayout {
            width: scroll.contentRoom
            columns: Theme.compact ? 1 : 2
            columnSpacing: 32
            rowSpacing: 24

            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: 10

                SectionLabel {
                    text: qsTr("刚刚记下的")
                }
                Card {
                    Layout.fillWidth: true
                    border.width: 2
                    border.color: Theme.pri
                    paddingY: 20

                    RowLayout {
                        width: parent.width
                        spacing: 16

                        Rectangle {
                            Layout.alignment: Qt.AlignTop
                            implicitWidth: 48
                            implicitHeight: 48
                            radius: 24
                            color: Theme.pris

                            Icon {
                                anchors.centerIn: parent
                                name: page.saved.iconName
                                color: Theme.onpris
                            }
                        }
                        Column {
                            Layout.fillWidth: true
                            spacing: 4

                            Flow {
                                width: parent.width
                                spacing: 12

                                AppText {
                                    text: page.saved.whenText
                                    size: Theme.lead
                                    strong: true
                                }
                                MetaText {
                                    height: Math.round(Theme.lead * 1.448)
                                    text: page.saved.byline
                                }
                            }
                            AppText {
                                width: parent.width
                                visible: text.length > 0
                                text: page.saved.body
                            }
                            Flow {
                                width: parent.width
                                topPadding: 6
                                spacing: 8

                                Repeater {
                                    model: page.saved.tags
                                    delegate: Tag {
                                        required label
                                        color: Theme.pris
                                        ink: Theme.onpris
                                    }
                                }
                            }
                        }
                    }
                    Item {
                        width: 1
                        height: 16
                    }
                    Rule {
                        width: parent.width
                    }
                    RowLayout {
                        width: parent.width
                        height: 56

                        PlacePath {
                            Layout.fillWidth: true
                            Layout.topMargin: 12
                            place: page.saved.place
                        }
                        MetaText {
                            Layout.topMargin: 12
                            text: page.saved.placeText
                        }
                    }
                }
                AppButton {
                    visible: page.saved.canEdit
                    compact: true
                    kind: AppButton.Quiet
                    iconName: "pen"
                    text: qsTr("再改一改")
                    onClicked: page.saved.edit()
                }
                SectionLabel {
                    Layout.topMargin: 8
                    visible: earlier.count > 0
                    text: qsTr("以前")
                }
                Column {
                    Layout.fillWidth: true

                    Repeater {
                        id: earlier

                        model: page.saved.earlier
                        delegate: TimelineItem {
                            required property int index
                            required property string entryId

                            width: parent?.width ?? 0
                            last: index === earlier.count - 1
                            onClicked: page.family.openEntry(entryId)
                            onPictureOpened: id => page.family.openAttachment(id)
                        }
                    }
                }
            }
            ColumnLayout {
                Layout.preferredWidth: Theme.compact ? scroll.contentRoom : (Theme.large ? 440 : 376)
                Layout.fillWidth: Theme.compact
                Layout.alignment: Qt.AlignTop
                visible: next.count > 0
                spacing: 16

                SectionLabel {
                    text: qsTr("接下来，要不要")
                }
                Repeater {
                    id: next

                    model: page.saved.suggestions
                    delegate: Card {
                        id: offer

                        required property string suggestionId
                        required property string heading
                        required property string line
                        required property string iconName
                        required property string actionLabel

                        Layout.fillWidth: true
                        padding: 20
                        spacing: 16

                        RowLayout {
                            width: parent.width
                            spacing: 16

                            Rectangle {
                                Layout.alignment: Qt.AlignTop
                                implicitWidth: 48
                                implicitHeight: 48
                                radius: 24
                                color: Theme.inset

                                Icon {
                                    anchors.centerIn: parent
                                    name: offer.iconName
                                    color: Theme.ink2
                                }
                            }
                            Column {
                                Layout.fillWidth: true

                                AppText {
                                    width: parent.width
                                    text: offer.heading
                                    size: Theme.lead
                                    strong: true
                                }
                                MetaText {
                                    width: parent.width
                                    text: offer.line
                                }
                            }
                        }
                        RowLayout {
                            width: parent.width
                            spacing: 12

                            AppButton {
                                Layout.fillWidth: true
                                compact: true
                                kind: AppButton.Tonal
                                text: offer.actionLabel
                                onClicked: page.saved.accept(offer.suggestionId)
                            }
                            AppButton {
                                compact: true
                                kind: AppButton.Quiet
                                leftPadding: 16
                                rightPadding: 16
                                text: qsTr("不用")
                                onClicked: page.saved.dismiss(offer.suggestionId)
                            }
                        }
                    }
                }
            }
        }
    }
}

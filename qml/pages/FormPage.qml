// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every form: the head says whose, the middle asks what the catalogue asks, the foot keeps it. One, two or three columns when lying, one when standing.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

FocusScope {
    id: page

    required property Session session
    readonly property FormEditor form: session.form
    readonly property real footHeight: foot.height // a toast stands above it
    readonly property int columns: Theme.compact || (Theme.medium && form.columns > 2) ? 1 : Math.max(1, form.columns)

    PageHead {
        id: head

        width: parent.width
        least: Theme.low ? 72 : 88
        backIcon: page.form.isSealed || page.form.inside ? "left" : "x"
        initial: page.form.initial
        tint: page.form.tint
        heading: page.form.heading
        line: page.form.subheading
        size: Theme.title
        avatarSize: 48
        onBack: page.session.back()

        beside: AppButton {
            visible: page.form.whenText.length > 0
            compact: true
            kind: AppButton.Outline
            corner: height / 2
            text: page.form.whenText
            iconName: "clock"
            onClicked: page.form.toggleWhen()
        }
        Rectangle {
            implicitWidth: sealRow.implicitWidth + 40
            implicitHeight: 56
            visible: page.form.stepUpText.length > 0 && !Theme.compact
            radius: 16
            color: Theme.skys

            Row {
                id: sealRow

                anchors.centerIn: parent
                spacing: 12

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "unlock"
                    color: Theme.onskys
                }
                Column {
                    spacing: -4

                    AppText {
                        text: page.form.stepUpText
                        strong: true
                        color: Theme.onskys
                        wrapMode: Text.NoWrap
                    }
                    MetaText {
                        text: page.form.readersText
                        color: Theme.onskys
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
        AppButton {
            visible: page.form.isSealed
            compact: true
            kind: AppButton.Outline
            iconName: "lock"
            text: qsTr("锁上")
            onClicked: page.form.lockStepUp()
        }
        Row {
            visible: !page.form.isSealed
            spacing: 8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "check"
                size: 20
                color: Theme.ink2
            }
            MetaText {
                text: Theme.compact || Theme.large ? qsTr("都存着") : page.form.savedText
                wrapMode: Text.NoWrap
            }
        }
        SosButton {
            session: page.session
        }
    }
    InfoStrip {
        id: sealStrip

        anchors.top: head.bottom
        width: parent.width
        visible: Theme.compact && page.form.stepUpText.length > 0
        height: visible ? implicitHeight : 0
        radius: 0
        tone: InfoStrip.Sky
        iconName: "unlock"
        label: page.form.stepUpText + "·" + page.form.readersText
    }
    InfoStrip {
        id: askedStrip

        anchors.top: sealStrip.bottom
        width: parent.width
        visible: page.form.askedText.length > 0
        height: visible ? implicitHeight : 0
        radius: 0
        tone: InfoStrip.Clay
        iconName: "province"
        label: page.form.askedText
    }
    PageScroll {
        id: scroll

        anchors.top: askedStrip.bottom
        anchors.bottom: foot.top
        width: parent.width
        visible: !page.form.listOpen
        marginBottom: page.columns === 3 ? 16 : 24

        Row {
            id: body

            readonly property int gap: page.columns === 3 ? 24 : 56
            readonly property real narrow: page.columns === 3 ? 392 : 0

            spacing: gap

            Repeater {
                id: columnsOf

                model: page.columns === 3 ? 2 : page.columns
                delegate: FormColumn {
                    required property int index

                    width: page.columns === 1 ? Math.min(scroll.contentRoom, 960) : page.columns === 2 ? (scroll.contentRoom - 56) / 2 : (index === 0 ? scroll.contentRoom - 392 - 24 : 392)
                    form: page.form
                    first: page.columns === 1 ? 0 : (page.columns === 2 ? index : index * 2)
                    last: page.columns === 1 ? 9 : (page.columns === 2 ? (index === 0 ? 0 : 9) : (index === 0 ? 1 : 9))
                    room: scroll.room
                    sight: scroll.contentY + 2 * scroll.height
                    paired: page.columns === 3 && index === 0
                    spacing: page.columns === 3 ? 16 : 24
                }
            }
        }
    }
    Part {
        anchors.top: sealStrip.bottom
        anchors.bottom: foot.top
        width: parent.width
        fills: true
        active: page.form.listOpen
        sourceComponent: RepeatList {
            form: page.form
        }
    }
    Rectangle {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(Theme.foot, footRow.implicitHeight + 24)
        color: Theme.bg

        Rule {
            width: parent.width
        }
        RowLayout {
            id: footRow

            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            spacing: 16

            Icon {
                name: page.form.isSealed ? "check" : (page.form.footReady ? "checkc" : "")
                color: Theme.ink2
            }
            Flow {
                Layout.fillWidth: true
                Layout.leftMargin: page.form.isSealed || page.form.footReady ? -8 : 0
                spacing: 16

                AppText {
                    width: Math.min(implicitWidth, parent.width)
                    text: page.form.isSealed ? page.form.savedText : page.form.footText
                    color: Theme.ink2
                }
                MetaText {
                    width: Math.min(implicitWidth, parent.width)
                    height: Math.max(implicitHeight, Math.round(Theme.body * 1.448))
                    visible: text.length > 0
                    text: page.form.isSealed && !page.form.canCommit && page.form.footText.length > 0 ? page.form.footText : page.form.footLine
                }
            }
            AppButton {
                visible: page.form.canReadScale
                kind: AppButton.Quiet
                iconName: Theme.compact ? "" : "doc"
                text: qsTr("念一份量表")
                onClicked: page.form.readScale()
            }
            AppButton {
                visible: page.form.canRemove
                kind: AppButton.Quiet
                text: qsTr("拿掉这一项")
                onClicked: page.form.removeOpenItem()
            }
            AppButton {
                visible: page.form.canPutAside
                kind: AppButton.Quiet
                text: qsTr("先放着")
                onClicked: page.form.putAside()
            }
            AppButton {
                implicitHeight: Theme.save
                implicitWidth: Theme.compact ? 200 : 240
                kind: AppButton.Primary
                size: Theme.title - (page.form.commitIcon.length > 0 ? 2 : 0)
                text: page.form.commitLabel
                iconName: page.form.commitIcon
                enabled: page.form.canCommit || !page.form.isSealed
                onClicked: page.form.commit()
            }
        }
    }
    Connections {
        target: page.form

        function onFocusRequested(key: int): void {
            for (let i = 0; i < columnsOf.count; ++i)
                (columnsOf.itemAt(i) as FormColumn)?.focusOn(key);
        }
    }
}

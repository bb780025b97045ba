// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 投诉建议, always within reach.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Card {
    id: card

    required property Session session

    paddingY: 20
    spacing: 16

    RowLayout {
        width: parent.width
        spacing: 16

        Rectangle {
            implicitWidth: 48
            implicitHeight: 48
            radius: 24
            color: Theme.pris

            Icon {
                anchors.centerIn: parent
                name: "mail"
                color: Theme.onpris
            }
        }
        Column {
            Layout.fillWidth: true

            AppText {
                width: parent.width
                text: qsTr("投诉建议")
                size: Theme.title
                strong: true
                Accessible.role: Accessible.Heading
            }
            AppText {
                width: parent.width
                text: qsTr("没有网也能写，写好替您送到省里")
                color: Theme.ink2
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
            iconName: "pen"
            text: qsTr("写几句")
            onClicked: card.session.show(Session.Feedback)
        }
        AppButton {
            compact: true
            visible: text.length > 0
            kind: AppButton.Outline
            iconName: "phone"
            text: card.session.feedback.phoneText
            onClicked: card.session.feedback.call()
        }
    }
}

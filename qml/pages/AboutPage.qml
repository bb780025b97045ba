// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who made it, under what licence, and what becomes of the words written here.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property AboutModel about: session.about

    PageHead {
        id: head

        width: parent.width
        heading: qsTr("连心桥")
        line: page.about.versionText
        onBack: page.session.back()
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        GridLayout {
            width: scroll.contentRoom
            columns: Theme.compact || Theme.large ? 1 : 2
            columnSpacing: 24
            rowSpacing: 16

            Card {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: 12

                AppText {
                    text: qsTr("隐私说明")
                    size: Theme.title
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                AppText {
                    width: parent.width
                    text: page.about.privacyText
                    lineHeight: 1.1
                }
            }
            Card {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: 12

                AppText {
                    text: qsTr("开源许可")
                    size: Theme.title
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                AppText {
                    width: parent.width
                    text: page.about.licenceText
                    lineHeight: 1.1
                }
            }
            SupportCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                support: page.session.support
            }
        }
    }
}

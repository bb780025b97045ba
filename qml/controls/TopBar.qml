// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a first page: what it is, and at the right whose tablet this is or the page's own button.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

RowLayout {
    id: bar

    default property alias content: side.data
    property string over
    property string heading

    spacing: 16

    Column {
        Layout.fillWidth: true
        spacing: -2

        AppText {
            width: parent.width
            visible: text.length > 0
            text: bar.over
            color: Theme.ink2
        }
        AppText {
            width: parent.width
            text: bar.heading
            size: Theme.page
            strong: true
            font.letterSpacing: 0.5
            Accessible.role: Accessible.Heading
        }
    }
    RowLayout {
        id: side

        Layout.alignment: bar.over.length > 0 ? Qt.AlignTop : Qt.AlignVCenter
        spacing: 16
    }
}

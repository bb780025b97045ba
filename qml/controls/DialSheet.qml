// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A tablet that cannot dial shows the number so large that a phone can be dialled from it.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Sheet {
    id: sheet

    required property Session session

    opened: session.dialNumber.length > 0
    name: qsTr("用手机照着拨")
    sheetWidth: 720
    onClosed: session.closeDial()

    AppText {
        width: parent.width
        text: sheet.session.dialName
        size: Theme.title
        horizontalAlignment: Text.AlignHCenter
    }
    AppText {
        width: parent.width
        text: sheet.session.dialNumber
        size: Theme.dial
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 36
        strong: true
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
    }
    AppText {
        width: parent.width
        text: qsTr("用手机照着拨")
        color: Theme.ink2
        horizontalAlignment: Text.AlignHCenter
    }
    AppButton {
        width: parent.width
        kind: AppButton.Tonal
        text: qsTr("好了")
        focus: true
        onClicked: sheet.session.closeDial()
    }
}

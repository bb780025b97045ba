// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who can be seen or heard, and what they said. Nobody has to have been asked: without a yes it simply stays on the tablet.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Column {
    id: part

    required property CaptureModel capture

    spacing: 12

    AppText {
        width: parent.width
        visible: text.length > 0
        text: part.capture.questionText
        strong: true
    }
    FormOptions {
        width: parent.width
        visible: part.capture.questionText.length > 0
        options: part.capture.answers
        columns: 3
        onPicked: code => part.capture.answer(code)
    }
    AppText {
        width: parent.width
        visible: ways.visible
        topPadding: 8
        text: qsTr("家里人怎么说")
        strong: true
    }
    FormOptions {
        id: ways

        width: parent.width
        visible: part.capture.asksConsent
        options: part.capture.consents
        columns: 1
        onPicked: code => part.capture.agree(code)
    }
    AppField {
        width: parent.width
        visible: part.capture.asksWitnesses
        label: qsTr("在场的两人")
        placeholderText: label
        value: part.capture.witnesses
        onEdited: text => part.capture.setWitnesses(text)
    }
    AppText {
        width: parent.width
        visible: text.length > 0
        text: part.capture.consentText
        color: Theme.ink2
    }
}

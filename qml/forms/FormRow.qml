// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One question of a form, whatever its kind; the catalogue says which, the editor says what it holds.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

FormRowBase {
    id: question

    readonly property bool bare: control === "section" || control === "call" || control === "note" || control === "heading" || control === "switch" || control === "rows"
    readonly property bool boxed: look === "inset" || look === "question"
    readonly property int pad: boxed ? 20 : 0
    // A card that fills its place: the page gives the height.
    property real grow: 0

    implicitHeight: (look === "card" ? card.height : body.implicitHeight) + (boxed ? 36 : 0)

    function takeFocus(): void {
        body.nextItemInFocusChain(true).forceActiveFocus(Qt.OtherFocusReason);
    }

    Rectangle {
        anchors.fill: parent
        visible: question.boxed
        radius: 18
        color: question.look === "inset" ? Theme.inset : Theme.surf
        border.width: question.look === "question" ? 1 : 0
        border.color: Theme.edge
    }
    Part {
        id: card

        fills: true
        width: question.width
        height: Math.max(question.grow, implicitHeight)
        active: question.look === "card"
        sourceComponent: FormCardText {
            row: question
        }
    }
    Column {
        id: body

        x: question.pad
        y: question.boxed ? 16 : 0
        width: question.width - 2 * question.pad
        visible: question.look !== "card"
        spacing: 10

        FormQuestion {
            width: parent.width
            visible: !question.bare && question.label.length > 0
            label: question.label
            mark: question.mark
            iconName: question.iconName
            counterText: question.counterText
        }
        Part {
            width: parent.width
            active: question.look !== "card"
            sourceComponent: question.control === "options" || question.control === "chips" ? choice : question.control === "longText" ? longText : question.control === "switch" ? flip : question.control === "section" ? fold : question.control === "note" ? note : question.control === "call" ? call : question.control === "heading" ? title : question.control === "readonly" ? still : question.control === "ref" ? reference : question.control === "rows" ? repeat : question.control === "attach" ? attach : question.control === "place" ? place : question.control === "scan" ? scan : question.control === "date" || question.control === "dateTime" ? date : line
        }
        AppText {
            width: parent.width
            visible: text.length > 0
            text: question.errorText
            color: Theme.clay
        }
        AppText {
            width: parent.width
            visible: text.length > 0
            text: question.noteText
            color: Theme.ink2
        }
    }

    Component {
        id: choice

        FormOptions {
            label: question.label
            options: question.options
            columns: question.optionColumns
            chips: question.control === "chips"
            onPicked: code => question.form.toggle(question.key, code)
        }
    }
    Component {
        id: longText

        FormLongText {
            row: question
        }
    }
    Component {
        id: line

        AppField {
            value: question.value
            label: question.label
            placeholderText: question.hint
            trouble: question.errorText
            unit: question.unit
            readOnly: question.readOnly
            inputMethodHints: question.control === "phone" ? Qt.ImhDialableCharactersOnly : (question.control === "number" || question.control === "money" ? Qt.ImhFormattedNumbersOnly : Qt.ImhNone)
            onEdited: text => question.form.edit(question.key, text)
            onActiveFocusChanged: activeFocus || question.form.leave(question.key)
        }
    }
    Component {
        id: date

        FormDate {
            row: question
        }
    }
    Component {
        id: reference

        FormReference {
            row: question
        }
    }
    Component {
        id: repeat

        FormRepeat {
            row: question
        }
    }
    Component {
        id: attach

        FormAttach {
            row: question
        }
    }
    Component {
        id: place

        FormPlace {
            row: question
        }
    }
    Component {
        id: scan

        FormScan {
            row: question
        }
    }
    Component {
        id: flip

        SwitchRow {
            text: question.label
            line: question.hint
            on: question.checked
            enabled: !question.readOnly
            onFlipped: on => question.form.setChecked(question.key, on)
        }
    }
    Component {
        id: fold

        FormFold {
            label: question.label
            line: question.hint
            open: question.open
            onClicked: question.form.toggleSection(question.key)
        }
    }
    Component {
        id: note

        InfoStrip {
            tone: question.look === "sky" ? InfoStrip.Sky : (question.look === "clay" ? InfoStrip.Clay : InfoStrip.Green)
            iconName: question.iconName
            label: question.label
        }
    }
    Component {
        id: call

        FormCall {
            label: question.label
            number: question.value
            line: question.hint
            onClicked: question.form.call(question.key)
        }
    }
    Component {
        id: title

        AppText {
            text: question.label
            size: Theme.title
            strong: true
            Accessible.role: Accessible.Heading
        }
    }
    Component {
        id: still

        AppText {
            text: question.value
        }
    }
}

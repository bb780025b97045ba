// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a form that belong to columns first..last, one below the other; in pairs for the four parts of a counselling note.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Flow {
    id: strand

    required property FormEditor form
    property int first: 0
    property int last: 9
    property real room: 0
    property bool paired: false
    readonly property real half: (width - spacing) / 2

    function focusOn(key: int): void {
        for (let i = 0; i < rows.count; ++i) {
            const holder = rows.itemAt(i) as FormHolder;
            if (holder && holder.key === key && holder.item)
                (holder.item as FormRow).takeFocus();
        }
    }

    Repeater {
        id: rows

        model: strand.form.rows
        delegate: FormHolder {
            form: strand.form
            shown: strand.first <= columnIndex && columnIndex <= strand.last
            half: strand.paired && look === "card"
            width: half ? strand.half : strand.width
            grow: half ? (strand.room - strand.spacing) / 2 : 0
        }
    }
}

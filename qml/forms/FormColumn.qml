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
    // A short form is there at once; of a long one what is in sight and a window further, the rest as one goes on.
    property real sight: 0
    property int reach: 24
    readonly property bool lazy: rows.count > 60
    readonly property real half: (width - spacing) / 2

    onSightChanged: goOn()

    function goOn(): void {
        while (lazy && reach < rows.count && (rows.itemAt(reach)?.y ?? sight) < sight)
            reach += 12;
    }
    function focusOn(key: int): void {
        for (let i = 0; i < rows.count; ++i) {
            const holder = rows.itemAt(i) as FormHolder;
            if (!holder || holder.key !== key || !holder.shown)
                continue;
            reach = Math.max(reach, i + 12);
            (holder.item as FormRow)?.takeFocus();
        }
    }

    Repeater {
        id: rows

        model: strand.form.rows
        delegate: FormHolder {
            required property int index

            form: strand.form
            near: !strand.lazy || index < strand.reach
            shown: strand.first <= columnIndex && columnIndex <= strand.last
            half: strand.paired && look === "card"
            width: half ? strand.half : strand.width
            grow: half ? (strand.room - strand.spacing) / 2 : 0
        }
    }
}

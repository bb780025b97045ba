// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

// Remembers what the pages asked for. All data here is synthetic.
QtObject {
    property list<string> asked: []

    function ask(what: string): void {
        asked.push(what);
    }
}

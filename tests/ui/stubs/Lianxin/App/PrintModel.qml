// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml

Stub {
    id: print

    property bool slips: true

    function canPrint(recordId: string): bool {
        return recordId.length > 0;
    }
    function canSlip(recordId: string): bool {
        return print.slips && recordId.length > 0;
    }
    function printRecord(recordId: string): void {
        print.ask("record " + recordId);
    }
    function printSlip(recordId: string): void {
        print.ask("slip " + recordId);
    }
}

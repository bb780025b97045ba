// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml

Stub {
    id: paper

    property bool slips: true

    function canPrint(recordId: string): bool {
        return recordId.length > 0;
    }
    function canSlip(recordId: string): bool {
        return paper.slips && recordId.length > 0;
    }
    function printRecord(recordId: string): void {
        paper.ask("record " + recordId);
    }
    function printReceived(received: ReceivedModel): void {
        paper.ask("received " + received.countText);
    }
    function printSlip(recordId: string): void {
        paper.ask("slip " + recordId);
    }
}

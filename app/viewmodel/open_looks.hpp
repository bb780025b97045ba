// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"

#include <vector>

namespace lianxin::ui {

// One place that two people wrote differently, on this tablet and for this person to see.
struct OpenLook {
    RecordId record;
    RecordId root;
    std::uint32_t type{0};
    PartitionId partition;
    RegisterKey key;
    bool maySettle{false}; // otherwise somebody else decides, and this person only sees what was written

    [[nodiscard]] bool isSamePlace(const OpenLook& other) const { return record == other.record && key == other.key; }
    [[nodiscard]] QString id() const { return idText(record) + QLatin1Char('/') + qs(key.text()); }
};

// What this person may read, and nothing else: a count that includes hidden records would tell of them. First what they may settle, then the
// rest, each in the store's order.
[[nodiscard]] std::vector<OpenLook> openLooks(const FamilyBook& book);

[[nodiscard]] QString lookOwner(const FamilyBook& book, const OpenLook& look);   // 林阿姨, 林阿姨·走访
[[nodiscard]] QString lookSubject(const FamilyBook& book, const OpenLook& look); // 林阿姨的电话

} // namespace lianxin::ui

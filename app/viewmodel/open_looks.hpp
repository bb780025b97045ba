// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"

#include <vector>

namespace lianxin::ui {

// One thing that wants a person's eye, on this tablet and for this person to see: a place that two people wrote differently, or two records
// that may be one.
struct OpenLook {
    RecordId record;
    RecordId root;
    std::uint32_t type{0};
    PartitionId partition;
    RegisterKey key;
    bool maySettle{false}; // otherwise somebody else decides, and this person only sees what was written

    std::optional<settle::Matter> matter{}; // two records; no register of them differs

    [[nodiscard]] bool isSamePlace(const OpenLook& other) const
    {
        return record == other.record && key == other.key && matter == other.matter;
    }
    [[nodiscard]] bool isLife() const { return !matter && key.number == kLifeRegister; }
    [[nodiscard]] QString id() const
    {
        return idText(record) + QLatin1Char('/') +
               (matter ? idText(matter->second) + QString::number(static_cast<int>(matter->question)) : qs(key.text()));
    }
};

// What this person may read, and nothing else: a count that includes hidden records would tell of them. First what they may settle, then the
// rest, each in the store's order.
[[nodiscard]] std::vector<OpenLook> openLooks(const FamilyBook& book);

[[nodiscard]] QString lookOwner(const FamilyBook& book, const OpenLook& look);   // 林阿姨, 林阿姨·走访
[[nodiscard]] QString lookSubject(const FamilyBook& book, const OpenLook& look); // 林阿姨的电话
[[nodiscard]] QString lookIcon(const FamilyBook& book, const OpenLook& look);

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/fault.hpp"

#include <vector>

namespace lianxin::ui {

// A save that the province put aside, as its author is told of it.
struct Asked {
    enum class State {
        look,     // she is asked
        answered, // a later save of hers stands in its place; the province has the last word on the old one
        left      // she left it to the province
    };
    std::uint64_t number{0}; // of the own changeset
    RecordId main;           // whose form shows what she wrote
    RecordId family;         // nil: of no family
    Fault fault{Fault::heldMalformed};
    Millis saved{0};
    State state{State::look};
};

[[nodiscard]] std::vector<Asked> askedOf(const FamilyBook& book);       // oldest first
[[nodiscard]] QString askedSentence(const Desk& desk, RecordId record); // in its form: why; empty when nobody asks
// Off her list; the decision is the province's (R38, R39), and nothing is lost until then.
[[nodiscard]] Result<void> leaveToProvince(const Desk& desk, std::uint64_t number);
// 林阿姨 上门. Somebody may look over the shoulder: what is sealed has no name, but for those who work with it.
[[nodiscard]] QString whoseAndWhat(const FamilyBook& book, RecordId record);
[[nodiscard]] QString kindOf(const Desk& desk, RecordId record); // the second half
[[nodiscard]] QString iconOf(const Desk& desk, RecordId record);

} // namespace lianxin::ui

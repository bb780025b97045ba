// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/model/lunar.hpp"
#include "sync/store/record_view.hpp"

#include <optional>
#include <vector>

namespace lianxin::settle {

// What two records may be together, though each is right by itself: no register differs, so nobody but a person can say (sync.md 3). Code
// list settle_question.
// Additions: the first was put away, while somebody added to it (the second).
enum class Question { primaries = 1, visits = 2, payments = 3, additions = 4 };

struct Matter {
    Question question{Question::visits};
    RecordId first; // the earlier made; what was put away
    RecordId second;
    RecordId root; // of the earlier one; what people say about the two is kept under it
    std::uint32_t type{0};
    PartitionId partition;
    bool operator==(const Matter&) const = default;
};

// Code list settle_decision: both of the two are right.
inline constexpr std::int64_t kBothRight = 1;
// How long after its day a record is still asked about: older ones are in reports that were handed in.
inline constexpr int kAskedDays = 60;
// Days between two payments that may be one.
inline constexpr int kPaymentDays = 7;

// Of the records of one family (what was put away among them as far as somebody added to it), or of whatever a ledger's rows are about. Both-are-right notes among them are heard. In order of the
// records' ids, so every tablet asks the same. Linear but for records of one kind and day, which are few.
[[nodiscard]] std::vector<Matter> mattersOf(const Catalogue& catalogue, const std::vector<store::RecordView>& records,
                                            Day today);

// Types whose records are looked at.
[[nodiscard]] bool isAsked(const RecordType& type);
// What such a record adds to; nullopt: it is no addition.
[[nodiscard]] std::optional<RecordId> addsTo(const Catalogue& catalogue, const store::RecordView& view);
// UUIDv8 of question and records: notes of two tablets about the same two are one record (D4).
[[nodiscard]] RecordId noteId(const Matter& matter);
// The field that holds the sum (or the number of things given) of a payment; nullptr where the type is none.
[[nodiscard]] const Field* amountField(const RecordType& type);
// The record is the payment itself: put away when it was written twice. Else the sum alone is taken out of what is more than a payment.
[[nodiscard]] bool isLedgerRow(const RecordType& type);

} // namespace lianxin::settle

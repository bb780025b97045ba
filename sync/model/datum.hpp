// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/lunar.hpp"
#include "sync/model/value.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lianxin {

// What an expression computes with (assets/catalogue/EXPRESSIONS.md, "Kinds"). No floating point anywhere (D11).
enum class DatumKind : std::uint8_t { none, boolean, integer, text, date, timestamp, integerSet, textSet, place };
[[nodiscard]] std::string_view datumKindName(DatumKind kind); // as the document and error texts name it

// A date of which the day, or the month too, may be unknown: a span of days, the first of which stands for it in arithmetic.
struct PartialDate {
    enum class Precision : std::uint8_t { year, month, day };
    std::int64_t first{0}; // days since 1970-01-01
    Precision precision{Precision::day};

    bool operator==(const PartialDate&) const = default;
    [[nodiscard]] std::int64_t last() const; // the last day of the span
    [[nodiscard]] std::string text() const;
    [[nodiscard]] static std::optional<PartialDate> parse(std::string_view text); // "2026", "2026-11", "2026-11-27"
    [[nodiscard]] static PartialDate of(Day day);
};

struct Moment {
    Millis ms{0};
    bool operator==(const Moment&) const = default;
};

// A place is filled or not; nothing is computed with it.
struct PlaceMark {
    bool operator==(const PlaceMark&) const = default;
};

// Sets are sorted and without doubles. An empty text and an absent value are std::monostate; a set is never null but empty.
using Datum = std::variant<std::monostate, bool, std::int64_t, std::string, PartialDate, Moment,
                           std::vector<std::int64_t>, std::vector<std::string>, PlaceMark>;

[[nodiscard]] inline bool isNull(const Datum& datum) { return datum.index() == 0; }
[[nodiscard]] DatumKind kindOf(const Datum& datum);
// A stored value as its field's kind says; what does not fit reads as null (an empty set), never as something else.
[[nodiscard]] Datum datumOf(DatumKind kind, const Value& value);
// The way back: null, an empty text and an empty set are the null value. A place cannot be written.
[[nodiscard]] Value valueOf(const Datum& datum);

} // namespace lianxin

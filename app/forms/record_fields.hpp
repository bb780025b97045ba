// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/model/lunar.hpp"
#include "sync/store/record_view.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::forms {

// A record's values by the names that the catalogue gives its fields. A name that the type does not have answers empty, so that a
// catalogue that drops a field empties a line on a screen instead of stopping it.
class RecordFields {
public:
    RecordFields(const RecordType& type, const store::RecordView& view);
    RecordFields(const RecordType& type, FieldValues values) : m_type(&type), m_values(std::move(values)) {}

    [[nodiscard]] const RecordType& type() const { return *m_type; }
    [[nodiscard]] const FieldValues& values() const { return m_values; }
    [[nodiscard]] Value value(std::string_view field) const;
    [[nodiscard]] std::string text(std::string_view field) const;
    [[nodiscard]] std::optional<std::int64_t>
    number(std::string_view field) const; // integers, codes, money, timestamps
    [[nodiscard]] bool flag(std::string_view field, bool otherwise = false) const;
    [[nodiscard]] std::optional<Day> day(std::string_view field) const; // whole dates; a timestamp's day in China
    [[nodiscard]] std::optional<RecordId> ref(std::string_view field) const;
    [[nodiscard]] std::vector<std::int64_t> codes(std::string_view field) const;
    [[nodiscard]] std::vector<RecordId> refs(std::string_view field) const;
    [[nodiscard]] bool has(std::string_view field, std::int64_t code) const;

private:
    const RecordType* m_type;
    FieldValues m_values;
};

} // namespace lianxin::forms

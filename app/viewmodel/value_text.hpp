// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "platform/place_source.hpp"

namespace lianxin::ui {

// A stored value as people read it, by the kind that the catalogue gives: labels of codes, names of people, dates, amounts.
[[nodiscard]] QString placeLine(const platform::Place& place);            // as a person reads it
[[nodiscard]] std::optional<platform::Place> placeOf(const Value& value); // of a field of that kind
[[nodiscard]] QString valueText(const Desk& desk, const Field& field, const Value& value);
// The value of a whole register: of a group its members, "label value" by the middle dot.
[[nodiscard]] QString registerText(const Desk& desk, const RecordType& type, const RegisterKey& key,
                                   const Value& value);
[[nodiscard]] QString registerLabel(const Desk& desk, const RecordType& type, const RegisterKey& key);
// A text among a code's data (SCHEMA.md): an icon, a telephone number; empty when it has none.
[[nodiscard]] QString codeData(const Code& code, std::string_view member);
// How a record that is referred to is called: a person, a member of staff, a family.
[[nodiscard]] QString recordName(const Desk& desk, RecordId record);
// What the form's text field shows, and what a person typed as a value; null when it cannot be read yet.
[[nodiscard]] QString editText(const Desk& desk, const Field& field, const Value& value);
[[nodiscard]] std::optional<Value> typedValue(const Desk& desk, const Field& field, const QString& text);

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"

#include <cstdint>
#include <vector>

namespace lianxin::forms {

// What a person has put into one form so far, judged by the catalogue's rules. Pure: no store, no clock. Values of fields that
// are not relevant at the moment stay in the form, so that a change of mind brings them back; `kept` leaves them out.
class FormState {
public:
    FormState(const RecordType& type, FieldValues values);

    [[nodiscard]] const RecordType& type() const { return *m_type; }
    [[nodiscard]] const FieldValues& values() const { return m_values; }
    [[nodiscard]] const FieldValues& kept() const { return m_kept; }
    [[nodiscard]] Value value(std::uint32_t field) const; // null when empty

    void set(std::uint32_t field, const Value& value); // null and the empty text clear
    void setElement(std::uint32_t field, const Value& element, bool present);
    // A single code: choose it, or clear it when it was the chosen one. A set: add or take away. Codes that exclude each
    // other are the code list's business, not the form's.
    void toggle(std::uint32_t field, const Value& codeOrId);
    [[nodiscard]] bool isChosen(std::uint32_t field, const Value& codeOrId) const;

    [[nodiscard]] bool isRelevant(const Field& field) const;
    [[nodiscard]] bool isNeeded(const Field& field) const; // before the record can be put down
    [[nodiscard]] bool isFilled(const Field& field) const;
    [[nodiscard]] std::vector<std::uint32_t> missing() const; // needed, relevant and empty, in the order of the form
    // Codes that the form offers now: the first choice whose condition holds, retired codes only when chosen.
    [[nodiscard]] std::vector<const Code*> offered(const Field& field, const CodeList& list) const;

private:
    void recompute();

    const RecordType* m_type;
    FieldValues m_values;
    FieldValues m_kept; // m_values without what is not relevant; relevance is judged on it
};

} // namespace lianxin::forms

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"

#include <cstdint>
#include <vector>

namespace lianxin::forms {

// What a form knows beside its own fields: child rows by their type, the record it hangs on, the moment that today() means.
struct Surroundings {
    RowValues rows;
    FieldValues parent;
    EvaluationMoment moment;
};

// What a person has put into one form so far, judged by the catalogue's rules. Pure: no store, no clock. Values of fields that
// are not relevant at the moment stay in the form, so that a change of mind brings them back; `kept` leaves them out. Computed
// fields follow what they are computed from; an edit visits only what depends on it.
class FormState {
public:
    FormState(const RecordType& type, FieldValues values, Surroundings surroundings = {});

    [[nodiscard]] const RecordType& type() const { return *m_type; }
    [[nodiscard]] const FieldValues& values() const { return m_values; }
    [[nodiscard]] const FieldValues& kept() const { return m_kept; }
    [[nodiscard]] const Surroundings& surroundings() const { return m_surroundings; }
    [[nodiscard]] Value value(std::uint32_t field) const; // null when empty

    void set(std::uint32_t field,
             const Value& value); // null and the empty text clear; a computed field stays what it is
    void setElement(std::uint32_t field, const Value& element, bool present);
    // A single code: choose it, or clear it when it was the chosen one. A set: add or take away. Codes that exclude each
    // other are the code list's business, not the form's.
    void toggle(std::uint32_t field, const Value& codeOrId);
    [[nodiscard]] bool isChosen(std::uint32_t field, const Value& codeOrId) const;
    // Child rows of one type, after one of them was written, added or taken away.
    void setRows(std::uint32_t rowType, std::vector<FieldValues> rows);
    void setRow(std::uint32_t rowType, std::size_t row, FieldValues values); // one of those that are there

    bool setParent(FieldValues parent); // the record it hangs on was edited; true when something here follows

    [[nodiscard]] bool isRelevant(const Field& field) const;
    [[nodiscard]] bool isNeeded(const Field& field) const; // before the record can be put down
    [[nodiscard]] bool isFilled(const Field& field) const;
    // Needed and empty, or with more text than a record can carry; in the order of the form.
    [[nodiscard]] std::vector<std::uint32_t> missing() const;
    [[nodiscard]] bool isTooLarge(const Field& field) const;
    // Codes that the form offers now: the first choice whose condition holds, else those that the filter lets through; retired
    // codes only when chosen.
    [[nodiscard]] std::vector<const Code*> offered(const Field& field, const CodeList& list) const;

private:
    [[nodiscard]] RecordSource source() const
    {
        return RecordSource(m_kept, &m_surroundings.rows, &m_surroundings.parent);
    }
    [[nodiscard]] bool holds(const BoundExpression& rule) const { return rule.holds(source(), m_surroundings.moment); }
    void put(std::uint32_t field, const Value& value);
    bool refresh(std::uint32_t field); // relevance and computed value; true when what is kept changed
    bool spread(std::uint32_t node);   // true when something changed

    const RecordType* m_type;
    Surroundings m_surroundings;
    FieldValues m_values;
    FieldValues m_kept; // m_values without what is not relevant; rules are judged on it
};

} // namespace lianxin::forms

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/condition.hpp"
#include "sync/model/expression.hpp"

#include <map>
#include <vector>

namespace lianxin {

struct Code;
struct CodeList;
struct Field;
struct RecordType;

// Child records of one record by their type's number: the rows of a repeat.
using RowValues = std::map<std::uint32_t, std::vector<FieldValues>>;

[[nodiscard]] DatumKind datumKindOf(const Field& field);
// What the names in an expression of `type` mean. Rows are named by the type of the child records; a parent has the fields of `parent`.
[[nodiscard]] FieldScope::Entries fieldEntries(const RecordType& type);
[[nodiscard]] FieldScope scopeOf(const RecordType& type, const RecordType* parent,
                                 const std::vector<const RecordType*>& rows);
// Members of the codes' data by name, and "number"; a member that is a text here and a number there is left out.
[[nodiscard]] FieldScope::Entries codeEntries(const CodeList& list);
[[nodiscard]] std::vector<std::string> codeMembers(const CodeList& list); // entry N is at N - 1

// A record as forms see it, with what an expression may look at beside it. Holds no copies.
class RecordSource final : public ValueSource {
public:
    explicit RecordSource(const FieldValues& own, const RowValues* rows = nullptr, const FieldValues* parent = nullptr)
        : m_own(own), m_rows(rows), m_parent(parent)
    {}
    // The code that `code.x` speaks of; `members` are codeMembers of its list.
    void judge(const std::vector<std::string>& members, const Code& code)
    {
        m_members = &members;
        m_code = &code;
    }

    [[nodiscard]] Datum field(const BoundReference& reference) const override;
    [[nodiscard]] std::size_t rowCount(std::uint32_t rows) const override;
    [[nodiscard]] Datum rowField(const BoundReference& reference, std::size_t row) const override;

private:
    [[nodiscard]] Datum codeMember(const BoundReference& reference) const;

    const FieldValues& m_own;
    const RowValues* m_rows;
    const FieldValues* m_parent;
    const std::vector<std::string>* m_members{nullptr};
    const Code* m_code{nullptr};
};

[[nodiscard]] inline bool holds(const BoundExpression& rule, const FieldValues& values)
{
    return rule.holds(RecordSource(values));
}

// The JSON form of a condition in the one language: both agree on every record (a test shows it). Refuses what no field can be.
[[nodiscard]] Result<std::string> expressionTextOf(const Condition& condition, const RecordType& type);
[[nodiscard]] Result<BoundExpression> expressionOf(const Condition& condition, const RecordType& type);

} // namespace lianxin

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/datum.hpp"
#include "sync/model/error.hpp"
#include "sync/model/expression_function.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// The one language of forms, validation, tasks and indicators; assets/catalogue/EXPRESSIONS.md is its description and its examples
// are tests. No effect, no clock, no loop but over child rows: evaluation ends after (nodes x rows) steps.
namespace lianxin {

inline constexpr std::size_t kMaxExpressionBytes = 8192;
inline constexpr std::uint32_t kMaxExpressionDepth = 100;

struct ExpressionTree;

// own: a field of the record; parent: of the record it hangs on; rows: of each child row; rowSet: the rows themselves; code: a member of
// the code that a choice is judged for.
enum class FieldScopeKind : std::uint8_t { own, parent, rows, rowSet, code };

// A name in the text: "mood", "parent.mood", "items.price" (scope "items").
struct FieldName {
    std::string scope; // "" the record's own
    std::string name;
    std::uint32_t offset{0};
};

// Text that follows the grammar; names are not looked up yet. Cheap to copy.
class Expression {
public:
    // Errors: "at <byte offset>: expected ...".
    [[nodiscard]] static Result<Expression> parse(std::string_view text);
    [[nodiscard]] std::string text() const;                    // canonical: parses back to the same
    [[nodiscard]] const std::vector<FieldName>& names() const; // each once, in the order of the text
    [[nodiscard]] const ExpressionTree& tree() const { return *m_tree; }

private:
    explicit Expression(std::shared_ptr<const ExpressionTree> tree) : m_tree(std::move(tree)) {}
    std::shared_ptr<const ExpressionTree> m_tree; // never null
};

// What names mean where the expression stands.
struct FieldScope {
    struct Entry {
        std::uint32_t number{0};
        DatumKind kind{DatumKind::none};
    };
    using Entries = std::map<std::string, Entry, std::less<>>;
    struct Rows {
        std::uint32_t number{0}; // of the record type
        Entries fields;
    };
    Entries fields;
    Entries parent;
    Entries code;
    std::map<std::string, Rows, std::less<>> rows;
};

struct BoundReference {
    FieldScopeKind scope{FieldScopeKind::own};
    std::uint32_t rows{0}; // record type of the rows
    std::uint32_t number{0};
    DatumKind kind{DatumKind::none};
};

// Where values come from while an expression is judged. Absent values are null, absent sets empty: answer Value::null().
class ValueSource {
public:
    virtual ~ValueSource() = default;
    [[nodiscard]] virtual Datum field(const BoundReference& reference) const = 0; // own, parent, code
    [[nodiscard]] virtual std::size_t rowCount(std::uint32_t rows) const = 0;
    [[nodiscard]] virtual Datum rowField(const BoundReference& reference, std::size_t row) const = 0;
};

struct Evaluation {
    Datum value;
    Trouble trouble{Trouble::none};
};

// An expression whose names and kinds were checked. Cheap to copy.
class BoundExpression {
public:
    // Errors like Expression::parse: unknown names, kinds that do not fit.
    [[nodiscard]] static Result<BoundExpression> bind(const Expression& expression, const FieldScope& scope);

    [[nodiscard]] DatumKind kind() const;
    [[nodiscard]] std::string text() const { return m_expression.text(); }
    [[nodiscard]] const std::vector<BoundReference>& references() const;
    [[nodiscard]] Evaluation evaluate(const ValueSource& source, const EvaluationMoment& moment = {}) const;
    // True only when it is true: null does not hold.
    [[nodiscard]] bool holds(const ValueSource& source, const EvaluationMoment& moment = {}) const;

    struct Content;

private:
    BoundExpression(Expression expression, std::shared_ptr<const Content> content)
        : m_expression(std::move(expression)), m_content(std::move(content))
    {}
    Expression m_expression;
    std::shared_ptr<const Content> m_content; // never null
};

} // namespace lianxin

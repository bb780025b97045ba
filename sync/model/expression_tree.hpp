// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/expression.hpp"

namespace lianxin {

enum class ExpressionOp : std::uint8_t {
    nothing,
    truth,
    integer,
    text,
    field, // leaves
    either,
    both,
    negation, // or, and, not
    equal,
    differs,
    less,
    lessEqual,
    greater,
    greaterEqual, // comparisons
    in,
    has, // first kid against the others
    add,
    subtract,
    multiply,
    divide,
    modulo,
    minus, // arithmetic
    call,
};

struct ExpressionNode {
    ExpressionOp op{ExpressionOp::nothing};
    ExpressionFunction function{ExpressionFunction::choose}; // call
    bool where{false};                                       // call: the last kid is the condition of the rows
    std::uint32_t offset{0};                                 // byte in the source
    std::uint32_t depth{1};
    std::int64_t number{0}; // integer; truth 0 or 1; field: index into names
    std::string text;
    std::vector<std::uint32_t> kids; // indices below this node's own
};

struct ExpressionTree {
    std::vector<ExpressionNode> nodes; // kids before parents, the root last
    std::vector<FieldName> names;

    [[nodiscard]] const ExpressionNode& root() const { return nodes.back(); }
    // A call of count, sum, min or max with one argument walks over rows.
    [[nodiscard]] static bool overRows(const ExpressionNode& node)
    {
        return node.op == ExpressionOp::call && functionRow(node.function).overRows() &&
               node.kids.size() == (node.where ? 2U : 1U);
    }
};

struct BoundExpression::Content {
    std::vector<BoundReference> references; // by the index of the names
    std::vector<std::uint32_t> rows;        // by node: record type that the call walks over, 0 for others
    DatumKind kind{DatumKind::none};
};

// Words that are no field names unless written ${word}.
[[nodiscard]] bool isReservedWord(std::string_view word);

} // namespace lianxin

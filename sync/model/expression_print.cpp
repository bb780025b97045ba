// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/expression_tree.hpp"

namespace lianxin {

namespace {

// Higher binds closer; the grammar of EXPRESSIONS.md from the bottom up.
enum Strength : int { kOr = 1, kAnd, kNot, kCompare, kSum, kProduct, kMinus, kLeaf };

int strengthOf(ExpressionOp op)
{
    switch (op) {
    case ExpressionOp::either: return kOr;
    case ExpressionOp::both: return kAnd;
    case ExpressionOp::negation: return kNot;
    case ExpressionOp::equal:
    case ExpressionOp::differs:
    case ExpressionOp::less:
    case ExpressionOp::lessEqual:
    case ExpressionOp::greater:
    case ExpressionOp::greaterEqual:
    case ExpressionOp::in:
    case ExpressionOp::has: return kCompare;
    case ExpressionOp::add:
    case ExpressionOp::subtract: return kSum;
    case ExpressionOp::multiply:
    case ExpressionOp::divide:
    case ExpressionOp::modulo: return kProduct;
    case ExpressionOp::minus: return kMinus;
    default: return kLeaf;
    }
}

std::string_view signOf(ExpressionOp op)
{
    switch (op) {
    case ExpressionOp::either: return " or ";
    case ExpressionOp::both: return " and ";
    case ExpressionOp::equal: return " = ";
    case ExpressionOp::differs: return " != ";
    case ExpressionOp::less: return " < ";
    case ExpressionOp::lessEqual: return " <= ";
    case ExpressionOp::greater: return " > ";
    case ExpressionOp::greaterEqual: return " >= ";
    case ExpressionOp::add: return " + ";
    case ExpressionOp::subtract: return " - ";
    case ExpressionOp::multiply: return " * ";
    case ExpressionOp::divide: return " div ";
    case ExpressionOp::modulo: return " mod ";
    case ExpressionOp::in: return " in ";
    case ExpressionOp::has: return " has ";
    default: return "";
    }
}

// Recursion is bounded by kMaxExpressionDepth.
class Printer {
public:
    explicit Printer(const ExpressionTree& tree) : m_tree(tree) {}

    std::string run()
    {
        print(m_tree.root(), 0);
        return std::move(m_out);
    }

private:
    void print(const ExpressionNode& node, int least)
    {
        const int strength = strengthOf(node.op);
        const bool brackets = strength < least;
        if (brackets)
            m_out += '(';
        if (strength == kLeaf)
            leaf(node);
        else if (node.op == ExpressionOp::negation || node.op == ExpressionOp::minus)
            prefix(node, strength);
        else if (node.op == ExpressionOp::in || node.op == ExpressionOp::has)
            membership(node);
        else
            infix(node, strength);
        if (brackets)
            m_out += ')';
    }

    const ExpressionNode& kid(const ExpressionNode& node, std::size_t index) const
    {
        return m_tree.nodes[node.kids[index]];
    }

    void prefix(const ExpressionNode& node, int strength)
    {
        m_out += node.op == ExpressionOp::negation ? "not " : "-";
        print(kid(node, 0), strength);
    }

    // and, or are flat and take any number of parts; a part of the same kind needs its brackets to stay a part. Comparisons do
    // not chain. Sums and products lean to the left.
    void infix(const ExpressionNode& node, int strength)
    {
        const bool leansLeft = strength == kSum || strength == kProduct;
        for (std::size_t i = 0; i < node.kids.size(); ++i) {
            if (i > 0)
                m_out += signOf(node.op);
            print(kid(node, i), strength + (leansLeft && i == 0 ? 0 : 1));
        }
    }

    void membership(const ExpressionNode& node)
    {
        print(kid(node, 0), kSum);
        m_out += signOf(node.op);
        const bool alone =
            node.op == ExpressionOp::has && node.kids.size() == 2 && strengthOf(kid(node, 1).op) >= kMinus;
        if (alone) {
            print(kid(node, 1), kMinus);
            return;
        }
        m_out += '(';
        arguments(node, 1, node.kids.size());
        m_out += ')';
    }

    void arguments(const ExpressionNode& node, std::size_t from, std::size_t to)
    {
        for (std::size_t i = from; i < to; ++i) {
            if (i > from)
                m_out += ", ";
            print(kid(node, i), 0);
        }
    }

    void leaf(const ExpressionNode& node)
    {
        switch (node.op) {
        case ExpressionOp::nothing: m_out += "null"; break;
        case ExpressionOp::truth: m_out += node.number != 0 ? "true" : "false"; break;
        case ExpressionOp::integer: m_out += std::to_string(node.number); break;
        case ExpressionOp::text: text(node.text); break;
        case ExpressionOp::field: {
            const auto& name = m_tree.names[static_cast<std::size_t>(node.number)];
            if (!name.scope.empty()) {
                word(name.scope);
                m_out += '.';
            }
            word(name.name);
            break;
        }
        default: call(node);
        }
    }

    void text(const std::string& content)
    {
        m_out += '\'';
        for (const char c : content) {
            m_out += c;
            if (c == '\'')
                m_out += c;
        }
        m_out += '\'';
    }

    void word(const std::string& name) { m_out += isReservedWord(name) ? "${" + name + "}" : name; }

    void call(const ExpressionNode& node)
    {
        m_out += functionRow(node.function).name;
        m_out += '(';
        const auto plain = node.kids.size() - (node.where ? 1 : 0);
        arguments(node, 0, plain);
        if (node.where) {
            m_out += " where ";
            print(kid(node, plain), 0);
        }
        m_out += ')';
    }

    const ExpressionTree& m_tree;
    std::string m_out;
};

} // namespace

std::string Expression::text() const { return Printer(*m_tree).run(); }

} // namespace lianxin

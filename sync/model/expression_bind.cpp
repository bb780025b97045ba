// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/expression_token.hpp"
#include "sync/model/expression_tree.hpp"

#include <algorithm>
#include <limits>

namespace lianxin {

namespace {

using K = DatumKind;
using Op = ExpressionOp;
constexpr std::size_t kNoNode = std::numeric_limits<std::size_t>::max();

bool isSet(K kind) { return kind == K::integerSet || kind == K::textSet; }
K elementOf(K kind) { return kind == K::integerSet ? K::integer : kind == K::textSet ? K::text : kind; }
bool isOrdered(K kind)
{
    return kind == K::integer || kind == K::date || kind == K::timestamp || kind == K::text || kind == K::none;
}
bool agree(K a, K b) { return a == b || a == K::none || b == K::none; }

// Kinds of all nodes, kids before parents: no recursion.
class Binder {
public:
    Binder(const ExpressionTree& tree, const FieldScope& scope) : m_tree(tree), m_scope(scope) {}

    Result<std::shared_ptr<const BoundExpression::Content>> run()
    {
        const auto& nodes = m_tree.nodes;
        m_content->references.resize(m_tree.names.size());
        m_content->rows.resize(nodes.size());
        m_kinds.resize(nodes.size());
        LIANXIN_CHECK(findOwners());
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            LIANXIN_TRY(m_kinds[i], kindOfNode(i));
        }
        m_content->kind = m_kinds.back();
        return std::shared_ptr<const BoundExpression::Content>(std::move(m_content));
    }

private:
    [[nodiscard]] static Error wrong(const ExpressionNode& node, const std::string& what)
    {
        return expressionError(node.offset, what);
    }
    [[nodiscard]] K kid(const ExpressionNode& node, std::size_t index) const { return m_kinds[node.kids[index]]; }
    [[nodiscard]] const ExpressionNode& kidNode(const ExpressionNode& node, std::size_t index) const
    {
        return m_tree.nodes[node.kids[index]];
    }

    Result<void> expect(const ExpressionNode& node, std::size_t index, K wanted) const
    {
        if (agree(kid(node, index), wanted))
            return {};
        return wrong(kidNode(node, index), "expected " + std::string(datumKindName(wanted)) + ", this is " +
                                               std::string(datumKindName(kid(node, index))));
    }

    Result<void> expectSame(const ExpressionNode& node, std::size_t first, std::size_t second) const
    {
        return expect(node, second, kid(node, first));
    }

    // Which walk over rows each node is in; walks are not nested.
    Result<void> findOwners()
    {
        const auto& nodes = m_tree.nodes;
        m_owner.assign(nodes.size(), kNoNode);
        for (std::size_t i = nodes.size(); i-- > 0;) {
            const bool walks = ExpressionTree::overRows(nodes[i]);
            if (walks && m_owner[i] != kNoNode)
                return wrong(nodes[i], "expected no walk over rows inside another");
            for (const auto kidIndex : nodes[i].kids)
                m_owner[kidIndex] = walks ? i : m_owner[i];
        }
        return {};
    }

    Result<void> walk(std::size_t owner, const ExpressionNode& node, const FieldName& name, std::uint32_t rows)
    {
        if (owner == kNoNode)
            return wrong(node, "expected count, sum, min or max around \"" + name.scope + "." + name.name + "\"");
        auto& known = m_content->rows[owner];
        if (known != 0 && known != rows)
            return wrong(node, "expected rows of one kind inside one walk");
        known = rows;
        return {};
    }

    Result<K> bindEntry(const ExpressionNode& node, const FieldName& name, FieldScopeKind kind,
                        const FieldScope::Entries& entries, std::uint32_t rows = 0)
    {
        const auto found = entries.find(name.name);
        if (found == entries.end())
            return wrong(node, "unknown field \"" + (name.scope.empty() ? "" : name.scope + ".") + name.name + "\"");
        m_content->references[static_cast<std::size_t>(node.number)] = {kind, rows, found->second.number,
                                                                        found->second.kind};
        return found->second.kind;
    }

    Result<K> bindField(std::size_t index)
    {
        const auto& node = m_tree.nodes[index];
        const auto& name = m_tree.names[static_cast<std::size_t>(node.number)];
        if (name.scope == "parent")
            return bindEntry(node, name, FieldScopeKind::parent, m_scope.parent);
        if (name.scope == "code")
            return bindEntry(node, name, FieldScopeKind::code, m_scope.code);
        if (!name.scope.empty()) {
            const auto rows = m_scope.rows.find(name.scope);
            if (rows == m_scope.rows.end())
                return wrong(node, "unknown rows \"" + name.scope + "\"");
            LIANXIN_CHECK(walk(m_owner[index], node, name, rows->second.number));
            return bindEntry(node, name, FieldScopeKind::rows, rows->second.fields, rows->second.number);
        }
        const auto rows = m_scope.rows.find(name.name);
        if (m_scope.fields.contains(name.name) || rows == m_scope.rows.end())
            return bindEntry(node, name, FieldScopeKind::own, m_scope.fields);
        // The rows themselves stand only as what count() counts.
        const auto owner = m_owner[index];
        if (owner == kNoNode || m_tree.nodes[owner].function != ExpressionFunction::count ||
            m_tree.nodes[owner].kids.front() != index)
            return wrong(node, "expected a field; \"" + name.name + "\" are rows, which only count() takes");
        LIANXIN_CHECK(walk(owner, node, name, rows->second.number));
        m_content->references[static_cast<std::size_t>(node.number)] = {FieldScopeKind::rowSet, rows->second.number, 0,
                                                                        K::none};
        return K::none;
    }

    Result<K> kindOfNode(std::size_t index)
    {
        const auto& node = m_tree.nodes[index];
        switch (node.op) {
        case Op::nothing: return K::none;
        case Op::truth: return K::boolean;
        case Op::integer: return K::integer;
        case Op::text: return K::text;
        case Op::field: return bindField(index);
        case Op::either:
        case Op::both:
        case Op::negation: return all(node, K::boolean, K::boolean);
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::modulo:
        case Op::minus: return all(node, K::integer, K::integer);
        case Op::equal:
        case Op::differs:
        case Op::less:
        case Op::lessEqual:
        case Op::greater:
        case Op::greaterEqual: return compared(node);
        case Op::in:
        case Op::has: return member(node);
        case Op::call: break;
        }
        return ExpressionTree::overRows(node) ? aggregated(index) : called(node);
    }

    Result<K> all(const ExpressionNode& node, K wanted, K result) const
    {
        for (std::size_t i = 0; i < node.kids.size(); ++i)
            LIANXIN_CHECK(expect(node, i, wanted));
        return result;
    }

    Result<K> compared(const ExpressionNode& node) const
    {
        LIANXIN_CHECK(expectSame(node, 0, 1));
        const K kind = kid(node, 0) == K::none ? kid(node, 1) : kid(node, 0);
        const bool equality = node.op == Op::equal || node.op == Op::differs;
        if (kind == K::place || (!equality && !isOrdered(kind)))
            return wrong(node, "expected kinds that can be compared; " + std::string(datumKindName(kind)) + " cannot");
        return K::boolean;
    }

    Result<K> member(const ExpressionNode& node) const
    {
        const K first = kid(node, 0);
        if (node.op == Op::has && !isSet(first))
            return wrong(kidNode(node, 0),
                         "expected a set before \"has\", this is " + std::string(datumKindName(first)));
        if (node.op == Op::in && (isSet(first) || first == K::place))
            return wrong(kidNode(node, 0),
                         "expected a single value before \"in\", this is " + std::string(datumKindName(first)));
        for (std::size_t i = 1; i < node.kids.size(); ++i)
            LIANXIN_CHECK(expect(node, i, elementOf(first)));
        return K::boolean;
    }

    Result<K> aggregated(std::size_t index) const
    {
        const auto& node = m_tree.nodes[index];
        if (m_content->rows[index] == 0)
            return wrong(node, "expected rows.field inside " + std::string(functionRow(node.function).name) + "()");
        if (node.where)
            LIANXIN_CHECK(expect(node, 1, K::boolean));
        const K kind = kid(node, 0);
        if (node.function == ExpressionFunction::count) {
            if (kind == K::boolean)
                return wrong(kidNode(node, 0), "expected rows or a field; a condition stands after \"where\"");
            return K::integer;
        }
        if (node.function == ExpressionFunction::sum)
            return all1(node, K::integer);
        if (!isOrdered(kind) || kind == K::text)
            return wrong(kidNode(node, 0),
                         "expected integer, date or timestamp, this is " + std::string(datumKindName(kind)));
        return kind;
    }

    Result<K> all1(const ExpressionNode& node, K wanted) const
    {
        LIANXIN_CHECK(expect(node, 0, wanted));
        return wanted;
    }

    // The kind that several arguments share.
    Result<K> shared(const ExpressionNode& node, std::size_t from) const
    {
        std::size_t known = from;
        for (std::size_t i = from; i < node.kids.size(); ++i) {
            LIANXIN_CHECK(expectSame(node, known, i));
            if (kid(node, known) == K::none)
                known = i;
        }
        return kid(node, known);
    }

    Result<K> called(const ExpressionNode& node) const
    {
        const auto& row = functionRow(node.function);
        LIANXIN_CHECK(parameters(node, row));
        switch (node.function) {
        case ExpressionFunction::choose: LIANXIN_CHECK(expect(node, 0, K::boolean)); return shared(node, 1);
        case ExpressionFunction::coalesce: return shared(node, 0);
        case ExpressionFunction::least:
        case ExpressionFunction::greatest: {
            LIANXIN_TRY(const auto kind, shared(node, 0));
            if (!isOrdered(kind) || kind == K::text)
                return wrong(node, "expected integer, date or timestamp, this is " + std::string(datumKindName(kind)));
            return kind;
        }
        case ExpressionFunction::selected:
            if (kid(node, 0) == K::place)
                return wrong(kidNode(node, 0), "expected a value or a set, this is place");
            LIANXIN_CHECK(expect(node, 1, elementOf(kid(node, 0))));
            return row.result;
        case ExpressionFunction::date: return dateOrText(node);
        case ExpressionFunction::number:
            if (const K kind = kid(node, 0);
                kind != K::text && kind != K::integer && kind != K::boolean && kind != K::none)
                return wrong(kidNode(node, 0),
                             "expected text, integer or boolean, this is " + std::string(datumKindName(kind)));
            return row.result;
        case ExpressionFunction::like:
            if (kidNode(node, 1).op != Op::text)
                return wrong(kidNode(node, 1), "expected the pattern as a text in quotes");
            return row.result;
        default: return row.result;
        }
    }

    Result<K> dateOrText(const ExpressionNode& node) const
    {
        const K kind = kid(node, 0);
        if (kind != K::text && kind != K::date && kind != K::timestamp && kind != K::none)
            return wrong(kidNode(node, 0),
                         "expected text, date or timestamp, this is " + std::string(datumKindName(kind)));
        if (kidNode(node, 0).op == Op::text && !PartialDate::parse(kidNode(node, 0).text))
            return wrong(kidNode(node, 0), "expected a date as YYYY-MM-DD, YYYY-MM or YYYY");
        return K::date;
    }

    Result<void> parameters(const ExpressionNode& node, const FunctionRow& row) const
    {
        for (std::size_t i = 0; i < node.kids.size(); ++i) {
            const char letter = row.parameters[std::min(i, row.parameters.size() - 1)];
            const K kind = kid(node, i);
            const K wanted = letter == 'i'                                              ? K::integer
                             : letter == 't'                                            ? K::text
                             : letter == 'd' || (letter == 'm' && kind != K::timestamp) ? K::date
                                                                                        : kind;
            LIANXIN_CHECK(expect(node, i, wanted));
            if (letter == 's' && !isSet(kind))
                return wrong(kidNode(node, i), "expected a set, this is " + std::string(datumKindName(kind)));
        }
        return {};
    }

    const ExpressionTree& m_tree;
    const FieldScope& m_scope;
    std::vector<K> m_kinds;
    std::vector<std::size_t> m_owner;
    std::shared_ptr<BoundExpression::Content> m_content = std::make_shared<BoundExpression::Content>();
};

} // namespace

Result<BoundExpression> BoundExpression::bind(const Expression& expression, const FieldScope& scope)
{
    LIANXIN_TRY(auto content, Binder(expression.tree(), scope).run());
    return BoundExpression(expression, std::move(content));
}

DatumKind BoundExpression::kind() const { return m_content->kind; }
const std::vector<BoundReference>& BoundExpression::references() const { return m_content->references; }

} // namespace lianxin

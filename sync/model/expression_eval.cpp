// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/expression_tree.hpp"

#include <algorithm>
#include <utility>

namespace lianxin {

namespace {

using Op = ExpressionOp;

// Three values: true, false, and null for "not known".
using Verdict = std::optional<bool>;
Verdict opposite(Verdict verdict) { return verdict ? Verdict(!*verdict) : std::nullopt; }
Datum datumOf(Verdict verdict) { return verdict ? Datum{*verdict} : Datum{}; }

// A date of which the day is not known is a span: only what holds for each of its days is said.
Verdict sameDate(const PartialDate& a, const PartialDate& b)
{
    if (a == b)
        return true;
    return a.last() < b.first || b.last() < a.first ? Verdict(false) : std::nullopt;
}
Verdict earlier(const PartialDate& a, const PartialDate& b)
{
    if (a == b || a.first >= b.last())
        return false;
    return a.last() < b.first ? Verdict(true) : std::nullopt;
}

Verdict same(const Datum& a, const Datum& b, Trouble& trouble)
{
    if (isNull(a) || isNull(b))
        return std::nullopt;
    if (a.index() != b.index()) {
        noteTrouble(trouble, Trouble::wrongKind);
        return std::nullopt;
    }
    if (const auto* date = std::get_if<PartialDate>(&a))
        return sameDate(*date, std::get<PartialDate>(b));
    return a == b;
}

Verdict less(const Datum& a, const Datum& b, Trouble& trouble)
{
    if (isNull(a) || isNull(b))
        return std::nullopt;
    if (a.index() == b.index()) {
        if (const auto* number = std::get_if<std::int64_t>(&a))
            return *number < std::get<std::int64_t>(b);
        if (const auto* date = std::get_if<PartialDate>(&a))
            return earlier(*date, std::get<PartialDate>(b));
        if (const auto* moment = std::get_if<Moment>(&a))
            return moment->ms < std::get<Moment>(b).ms;
        if (const auto* text = std::get_if<std::string>(&a))
            return *text < std::get<std::string>(b);
    }
    noteTrouble(trouble, Trouble::wrongKind);
    return std::nullopt;
}

Verdict setHas(const Datum& set, const Datum& element, Trouble& trouble)
{
    if (isNull(element))
        return std::nullopt;
    if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&set))
        if (const auto* number = std::get_if<std::int64_t>(&element))
            return std::binary_search(numbers->begin(), numbers->end(), *number);
    if (const auto* texts = std::get_if<std::vector<std::string>>(&set))
        if (const auto* text = std::get_if<std::string>(&element))
            return std::binary_search(texts->begin(), texts->end(), *text);
    noteTrouble(trouble, Trouble::wrongKind);
    return std::nullopt;
}

// Recursion is on the expression, at most kMaxExpressionDepth deep; rows are a loop.
class Evaluator {
public:
    Evaluator(const ExpressionTree& tree, const BoundExpression::Content& content, const ValueSource& source,
              const EvaluationMoment& moment)
        : m_tree(tree), m_content(content), m_source(source), m_moment(moment)
    {}

    Evaluation run() { return {value(m_tree.nodes.size() - 1), m_trouble}; }

private:
    Datum value(std::size_t index)
    {
        const auto& node = m_tree.nodes[index];
        switch (node.op) {
        case Op::nothing: return {};
        case Op::truth: return node.number != 0;
        case Op::integer: return node.number;
        case Op::text: return node.text.empty() ? Datum{} : Datum{node.text};
        case Op::field: return field(node);
        case Op::either:
        case Op::both: return datumOf(junction(node, node.op == Op::either));
        case Op::negation: return datumOf(opposite(verdict(node.kids[0])));
        case Op::equal:
        case Op::differs:
        case Op::less:
        case Op::lessEqual:
        case Op::greater:
        case Op::greaterEqual: return datumOf(comparison(node));
        case Op::in:
        case Op::has: return datumOf(membership(node));
        case Op::minus:
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::modulo: return arithmetic(node);
        case Op::call: break;
        }
        return ExpressionTree::overRows(node) ? aggregate(index) : call(node);
    }

    Datum field(const ExpressionNode& node)
    {
        const auto& reference = m_content.references[static_cast<std::size_t>(node.number)];
        if (reference.scope == FieldScopeKind::rowSet)
            return std::int64_t{1}; // a row is there
        return reference.scope == FieldScopeKind::rows ? m_source.rowField(reference, m_row)
                                                       : m_source.field(reference);
    }

    Verdict verdict(std::size_t index)
    {
        const auto datum = value(index);
        if (const auto* flag = std::get_if<bool>(&datum))
            return *flag;
        if (!isNull(datum))
            noteTrouble(m_trouble, Trouble::wrongKind);
        return std::nullopt;
    }

    // Kleene: one `decisive` part decides, else one unknown part leaves it open.
    Verdict junction(const ExpressionNode& node, bool decisive)
    {
        bool open = false;
        for (const auto kid : node.kids) {
            const auto part = verdict(kid);
            if (part == decisive)
                return decisive;
            open = open || !part;
        }
        return open ? std::nullopt : Verdict(!decisive);
    }

    Verdict comparison(const ExpressionNode& node)
    {
        const auto left = value(node.kids[0]);
        const auto right = value(node.kids[1]);
        switch (node.op) {
        case Op::equal: return same(left, right, m_trouble);
        case Op::differs: return opposite(same(left, right, m_trouble));
        case Op::less: return less(left, right, m_trouble);
        case Op::lessEqual: return opposite(less(right, left, m_trouble));
        case Op::greater: return less(right, left, m_trouble);
        default: return opposite(less(left, right, m_trouble));
        }
    }

    Verdict membership(const ExpressionNode& node)
    {
        const auto first = value(node.kids[0]);
        bool open = false;
        for (std::size_t i = 1; i < node.kids.size(); ++i) {
            const auto element = value(node.kids[i]);
            const auto found = node.op == Op::in ? same(first, element, m_trouble) : setHas(first, element, m_trouble);
            if (found == true)
                return true;
            open = open || !found;
        }
        return open ? std::nullopt : Verdict(false);
    }

    Datum arithmetic(const ExpressionNode& node)
    {
        const auto left = value(node.kids[0]);
        const auto right = node.op == Op::minus ? left : value(node.kids[1]);
        if (isNull(left) || isNull(right))
            return {};
        const auto* a = std::get_if<std::int64_t>(&left);
        const auto* b = std::get_if<std::int64_t>(&right);
        if (a == nullptr || b == nullptr) {
            noteTrouble(m_trouble, Trouble::wrongKind);
            return {};
        }
        switch (node.op) {
        case Op::minus: return subtractChecked(0, *a, m_trouble);
        case Op::add: return addChecked(*a, *b, m_trouble);
        case Op::subtract: return subtractChecked(*a, *b, m_trouble);
        case Op::multiply: return multiplyChecked(*a, *b, m_trouble);
        default: break;
        }
        if (*b == 0) {
            noteTrouble(m_trouble, Trouble::divisionByZero);
            return {};
        }
        if (*b == -1) // the smallest number has no counterpart
            return node.op == Op::modulo ? Datum{std::int64_t{0}} : subtractChecked(0, *a, m_trouble);
        return node.op == Op::divide ? *a / *b : *a % *b;
    }

    // min and max: null is passed over; a date that is not known to be better is not taken.
    void better(Datum& best, Datum candidate, bool least)
    {
        if (isNull(candidate))
            return;
        if (isNull(best) || (least ? less(candidate, best, m_trouble) : less(best, candidate, m_trouble)) == true)
            best = std::move(candidate);
    }

    Datum aggregate(std::size_t index)
    {
        const auto& node = m_tree.nodes[index];
        const auto rows = m_source.rowCount(m_content.rows[index]);
        std::int64_t count = 0;
        Datum total = std::int64_t{0};
        Datum best;
        // A row that cannot be computed must not drop out of a sum in silence.
        const auto before = std::exchange(m_trouble, Trouble::none);
        for (m_row = 0; m_row < rows; ++m_row) {
            if (node.where && verdict(node.kids[1]) != true)
                continue;
            auto part = value(node.kids[0]);
            if (isNull(part))
                continue;
            ++count;
            if (node.function == ExpressionFunction::sum) {
                const auto* a = std::get_if<std::int64_t>(&total);
                const auto* b = std::get_if<std::int64_t>(&part);
                total = a != nullptr && b != nullptr ? addChecked(*a, *b, m_trouble) : Datum{};
            } else if (node.function != ExpressionFunction::count) {
                better(best, std::move(part), node.function == ExpressionFunction::least);
            }
        }
        const bool failed = m_trouble != Trouble::none;
        if (before != Trouble::none)
            m_trouble = before;
        if (failed)
            return {};
        if (node.function == ExpressionFunction::count)
            return count;
        return node.function == ExpressionFunction::sum ? total : best;
    }

    Datum call(const ExpressionNode& node)
    {
        switch (node.function) {
        case ExpressionFunction::choose: return value(node.kids[verdict(node.kids[0]) == true ? 1 : 2]);
        case ExpressionFunction::coalesce:
            for (const auto kid : node.kids)
                if (auto datum = value(kid); !isNull(datum))
                    return datum;
            return {};
        case ExpressionFunction::least:
        case ExpressionFunction::greatest: {
            Datum best;
            for (const auto kid : node.kids)
                better(best, value(kid), node.function == ExpressionFunction::least);
            return best;
        }
        case ExpressionFunction::selected: {
            const auto first = value(node.kids[0]);
            const auto second = value(node.kids[1]);
            const bool isSet = kindOf(first) == DatumKind::integerSet || kindOf(first) == DatumKind::textSet;
            return datumOf(isSet ? setHas(first, second, m_trouble) : same(first, second, m_trouble));
        }
        default: break;
        }
        std::vector<Datum> arguments;
        arguments.reserve(node.kids.size());
        for (const auto kid : node.kids)
            arguments.push_back(value(kid));
        return callFunction(node.function, arguments, m_moment, m_trouble);
    }

    const ExpressionTree& m_tree;
    const BoundExpression::Content& m_content;
    const ValueSource& m_source;
    const EvaluationMoment& m_moment;
    std::size_t m_row{0};
    Trouble m_trouble{Trouble::none};
};

} // namespace

Evaluation BoundExpression::evaluate(const ValueSource& source, const EvaluationMoment& moment) const
{
    return Evaluator(m_expression.tree(), *m_content, source, moment).run();
}

bool BoundExpression::holds(const ValueSource& source, const EvaluationMoment& moment) const
{
    const auto answer = evaluate(source, moment).value;
    const auto* flag = std::get_if<bool>(&answer);
    return flag != nullptr && *flag;
}

} // namespace lianxin

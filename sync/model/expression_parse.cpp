// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/expression_token.hpp"
#include "sync/model/expression_tree.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace lianxin {

namespace {

constexpr std::array<std::string_view, 11> kReserved = {"and", "or",   "not",   "in",   "has",  "div",
                                                        "mod", "true", "false", "null", "where"};

using Index = std::uint32_t;
using Ops = std::initializer_list<std::pair<std::string_view, ExpressionOp>>;

// Recursive descent; depth() bounds the stack for whatever text comes in.
class Parser {
public:
    explicit Parser(std::vector<Token> tokens) : m_tokens(std::move(tokens)) {}

    Result<std::shared_ptr<const ExpressionTree>> run()
    {
        LIANXIN_TRY(const auto root, alternatives());
        if (peek().kind != TokenKind::end)
            return expected("an operator or the end");
        if (root + 1 != m_tree->nodes.size())
            return expressionError(0, "expected one expression");
        return std::shared_ptr<const ExpressionTree>(std::move(m_tree));
    }

private:
    // Counts open levels of the text; a level is a few stack frames.
    struct Level {
        explicit Level(std::uint32_t& count) : open(count) { ++open; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;
        ~Level() { --open; }
        std::uint32_t& open;
    };

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const
    {
        return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)];
    }
    [[nodiscard]] bool isSign(std::string_view sign, std::size_t ahead = 0) const
    {
        return peek(ahead).kind == TokenKind::sign && peek(ahead).text == sign;
    }
    [[nodiscard]] bool isWord(std::string_view word) const
    {
        return peek().kind == TokenKind::word && peek().text == word;
    }

    bool takeSign(std::string_view sign)
    {
        const bool there = isSign(sign);
        m_at += there ? 1 : 0;
        return there;
    }
    bool takeWord(std::string_view word)
    {
        const bool there = isWord(word);
        m_at += there ? 1 : 0;
        return there;
    }

    [[nodiscard]] Error expected(const std::string& what) const
    {
        return expressionError(peek().offset, "expected " + what);
    }

    Result<Index> add(ExpressionNode node)
    {
        for (const auto kid : node.kids)
            node.depth = std::max(node.depth, m_tree->nodes[kid].depth + 1);
        if (node.depth > kMaxExpressionDepth)
            return expressionError(node.offset, "expected at most " + std::to_string(kMaxExpressionDepth) + " levels");
        m_tree->nodes.push_back(std::move(node));
        return static_cast<Index>(m_tree->nodes.size() - 1);
    }
    Result<Index> add(ExpressionOp op, std::uint32_t offset, std::vector<Index> kids)
    {
        ExpressionNode node;
        node.op = op;
        node.offset = offset;
        node.kids = std::move(kids);
        return add(std::move(node));
    }

    using Rule = Result<Index> (Parser::*)();

    // a op a op a as one node: long lists of terms stay flat.
    Result<Index> flat(Rule part, std::string_view word, ExpressionOp op)
    {
        const auto offset = peek().offset;
        LIANXIN_TRY(const auto first, (this->*part)());
        std::vector<Index> kids{first};
        while (takeWord(word)) {
            LIANXIN_TRY(const auto next, (this->*part)());
            kids.push_back(next);
        }
        if (kids.size() == 1)
            return first;
        return add(op, offset, std::move(kids));
    }

    Result<Index> alternatives()
    {
        const Level level(m_open);
        if (m_open > kMaxExpressionDepth)
            return expected("at most " + std::to_string(kMaxExpressionDepth) + " levels");
        return flat(&Parser::together, "or", ExpressionOp::either);
    }
    Result<Index> together() { return flat(&Parser::negated, "and", ExpressionOp::both); }

    Result<Index> negated()
    {
        std::vector<std::uint32_t> offsets;
        for (; isWord("not"); ++m_at)
            offsets.push_back(peek().offset);
        LIANXIN_TRY(auto node, comparison());
        for (auto offset = offsets.rbegin(); offset != offsets.rend(); ++offset) {
            LIANXIN_TRY(node, add(ExpressionOp::negation, *offset, {node}));
        }
        return node;
    }

    Result<Index> comparison()
    {
        LIANXIN_TRY(const auto left, sum());
        const auto offset = peek().offset;
        for (const auto& [sign, op] : Ops{{"=", ExpressionOp::equal},
                                          {"!=", ExpressionOp::differs},
                                          {"<", ExpressionOp::less},
                                          {"<=", ExpressionOp::lessEqual},
                                          {">", ExpressionOp::greater},
                                          {">=", ExpressionOp::greaterEqual}}) {
            if (!takeSign(sign))
                continue;
            LIANXIN_TRY(const auto right, sum());
            return add(op, offset, {left, right});
        }
        if (takeWord("in")) {
            LIANXIN_TRY(auto kids, list(left));
            return add(ExpressionOp::in, offset, std::move(kids));
        }
        if (!takeWord("has"))
            return left;
        if (isSign("(")) {
            LIANXIN_TRY(auto kids, list(left));
            return add(ExpressionOp::has, offset, std::move(kids));
        }
        LIANXIN_TRY(const auto right, unary());
        return add(ExpressionOp::has, offset, {left, right});
    }

    Result<std::vector<Index>> list(Index first)
    {
        if (!takeSign("("))
            return expected("'('");
        std::vector<Index> kids{first};
        do {
            LIANXIN_TRY(const auto next, alternatives());
            kids.push_back(next);
        } while (takeSign(","));
        if (!takeSign(")"))
            return expected("',' or ')'");
        return kids;
    }

    Result<Index> sum()
    {
        LIANXIN_TRY(auto left, product());
        while (isSign("+") || isSign("-")) {
            const auto op = isSign("+") ? ExpressionOp::add : ExpressionOp::subtract;
            const auto offset = m_tokens[m_at++].offset;
            LIANXIN_TRY(const auto right, product());
            LIANXIN_TRY(left, add(op, offset, {left, right}));
        }
        return left;
    }

    Result<Index> product()
    {
        LIANXIN_TRY(auto left, unary());
        while (isSign("*") || isWord("div") || isWord("mod")) {
            const auto op = isSign("*")     ? ExpressionOp::multiply
                            : isWord("div") ? ExpressionOp::divide
                                            : ExpressionOp::modulo;
            const auto offset = m_tokens[m_at++].offset;
            LIANXIN_TRY(const auto right, unary());
            LIANXIN_TRY(left, add(op, offset, {left, right}));
        }
        return left;
    }

    Result<Index> unary()
    {
        std::vector<std::uint32_t> offsets;
        for (; isSign("-"); ++m_at)
            offsets.push_back(peek().offset);
        LIANXIN_TRY(auto node, primary());
        for (auto offset = offsets.rbegin(); offset != offsets.rend(); ++offset) {
            LIANXIN_TRY(node, add(ExpressionOp::minus, *offset, {node}));
        }
        return node;
    }

    Result<Index> primary()
    {
        ExpressionNode node;
        node.offset = peek().offset;
        const Token& token = peek();
        if (takeSign("(")) {
            LIANXIN_TRY(const auto inner, alternatives());
            if (!takeSign(")"))
                return expected("')'");
            return inner;
        }
        if (token.kind == TokenKind::integer || token.kind == TokenKind::text) {
            ++m_at;
            node.op = token.kind == TokenKind::integer ? ExpressionOp::integer : ExpressionOp::text;
            node.number = token.number;
            node.text = token.text;
            return add(std::move(node));
        }
        if (token.kind == TokenKind::word && (token.text == "true" || token.text == "false" || token.text == "null")) {
            ++m_at;
            node.op = token.text == "null" ? ExpressionOp::nothing : ExpressionOp::truth;
            node.number = token.text == "true" ? 1 : 0;
            return add(std::move(node));
        }
        if (token.kind == TokenKind::word && isSign("(", 1))
            return call();
        if (token.kind == TokenKind::quotedName || (token.kind == TokenKind::word && !isReservedWord(token.text)))
            return field();
        return expected("a value, a field, a function or '('");
    }

    Result<Index> field()
    {
        ExpressionNode node;
        node.op = ExpressionOp::field;
        node.offset = peek().offset;
        FieldName name{{}, m_tokens[m_at++].text, node.offset};
        if (takeSign(".")) {
            if (peek().kind != TokenKind::quotedName && (peek().kind != TokenKind::word || isReservedWord(peek().text)))
                return expected("a field name after '.'");
            name.scope = std::exchange(name.name, m_tokens[m_at++].text);
        }
        auto& names = m_tree->names;
        auto found = std::find_if(names.begin(), names.end(),
                                  [&](const FieldName& n) { return n.scope == name.scope && n.name == name.name; });
        if (found == names.end())
            found = names.insert(names.end(), std::move(name));
        node.number = found - names.begin();
        return add(std::move(node));
    }

    Result<Index> call()
    {
        ExpressionNode node;
        node.op = ExpressionOp::call;
        node.offset = peek().offset;
        const auto* row = functionNamed(peek().text);
        if (row == nullptr)
            return expressionError(node.offset, "expected a function; there is no \"" + peek().text + "\"");
        m_at += 2;
        node.function = row->function;
        if (!isSign(")")) {
            do {
                LIANXIN_TRY(const auto argument, alternatives());
                node.kids.push_back(argument);
            } while (takeSign(","));
        }
        const auto given = node.kids.size();
        if (row->overRows() && given == 1 && takeWord("where")) {
            LIANXIN_TRY(const auto condition, alternatives());
            node.kids.push_back(condition);
            node.where = true;
        }
        if (!takeSign(")"))
            return expected(given == 0 ? "an argument or ')'" : "',' or ')'");
        const auto most = row->variadic ? std::size_t(200) : row->parameters.size();
        if (given < row->required || given > most)
            return expressionError(node.offset, "expected " + std::to_string(row->required) +
                                                    (row->variadic           ? " or more"
                                                     : most == row->required ? ""
                                                                             : " to " + std::to_string(most)) +
                                                    " arguments of " + std::string(row->name));
        return add(std::move(node));
    }

    std::vector<Token> m_tokens;
    std::size_t m_at{0};
    std::uint32_t m_open{0};
    std::shared_ptr<ExpressionTree> m_tree = std::make_shared<ExpressionTree>();
};

} // namespace

bool isReservedWord(std::string_view word)
{
    return std::find(kReserved.begin(), kReserved.end(), word) != kReserved.end();
}

Result<Expression> Expression::parse(std::string_view text)
{
    LIANXIN_TRY(auto tokens, expressionTokens(text));
    LIANXIN_TRY(auto tree, Parser(std::move(tokens)).run());
    return Expression(std::move(tree));
}

const std::vector<FieldName>& Expression::names() const { return m_tree->names; }

} // namespace lianxin

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/expression_token.hpp"

#include "sync/model/expression.hpp"
#include "sync/model/json.hpp"

#include <algorithm>
#include <charconv>

namespace lianxin {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isWordStart(char c) { return c >= 'a' && c <= 'z'; }
bool isWordPart(char c) { return isWordStart(c) || isDigit(c) || c == '_'; }
bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    Result<std::vector<Token>> run()
    {
        std::vector<Token> tokens;
        for (;;) {
            while (m_at < m_text.size() && isSpace(m_text[m_at]))
                ++m_at;
            Token token;
            token.offset = static_cast<std::uint32_t>(m_at);
            if (m_at == m_text.size()) {
                tokens.push_back(std::move(token));
                return tokens;
            }
            LIANXIN_CHECK(next(token));
            tokens.push_back(std::move(token));
        }
    }

private:
    Result<void> next(Token& token)
    {
        const char c = m_text[m_at];
        if (isDigit(c))
            return number(token);
        if (c == '\'' || c == '"')
            return quoted(token, c);
        if (isWordStart(c)) {
            token.kind = TokenKind::word;
            token.text = word();
            return {};
        }
        if (m_text.substr(m_at).starts_with("${"))
            return name(token);
        token.kind = TokenKind::sign;
        constexpr std::string_view kSigns = "=<>+-*(),.";
        const auto two = m_text.substr(m_at, 2);
        if (two == "!=" || two == "<=" || two == ">=")
            token.text = std::string(two);
        else if (kSigns.find(c) != std::string_view::npos)
            token.text = std::string(1, c);
        else
            return expressionError(m_at, "this character means nothing here");
        m_at += token.text.size();
        return {};
    }

    std::string word()
    {
        const auto from = m_at;
        while (m_at < m_text.size() && isWordPart(m_text[m_at]))
            ++m_at;
        return std::string(m_text.substr(from, m_at - from));
    }

    Result<void> name(Token& token)
    {
        m_at += 2;
        token.kind = TokenKind::quotedName;
        if (m_at == m_text.size() || !isWordStart(m_text[m_at]))
            return expressionError(m_at, "expected a field name: lower case letters, digits and '_'");
        token.text = word();
        if (m_at == m_text.size() || m_text[m_at] != '}')
            return expressionError(m_at, "expected '}'");
        ++m_at;
        return {};
    }

    Result<void> number(Token& token)
    {
        const auto from = m_at;
        while (m_at < m_text.size() && isDigit(m_text[m_at]))
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == '.' && m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1]))
            return expressionError(m_at, "expected a whole number: there are no fractions");
        if (m_at < m_text.size() && isWordPart(m_text[m_at]))
            return expressionError(m_at, "expected the number to end here");
        token.kind = TokenKind::integer;
        const auto [rest, error] = std::from_chars(m_text.data() + from, m_text.data() + m_at, token.number);
        if (error != std::errc() || rest != m_text.data() + m_at)
            return expressionError(from, "expected a number of at most 64 bits");
        return {};
    }

    // A quote inside is written twice.
    Result<void> quoted(Token& token, char quote)
    {
        const auto from = m_at++;
        token.kind = TokenKind::text;
        while (m_at < m_text.size()) {
            if (m_text[m_at] != quote) {
                token.text.push_back(m_text[m_at++]);
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == quote) {
                token.text.push_back(quote);
                m_at += 2;
            } else {
                ++m_at;
                return {};
            }
        }
        return expressionError(from, "expected the end of this text");
    }

    std::string_view m_text;
    std::size_t m_at{0};
};

} // namespace

Error expressionError(std::size_t offset, const std::string& what)
{
    return fail(Errc::invalidInput, "at " + std::to_string(offset) + ": " + what);
}

Result<std::vector<Token>> expressionTokens(std::string_view text)
{
    if (text.size() > kMaxExpressionBytes)
        return expressionError(kMaxExpressionBytes,
                               "expected at most " + std::to_string(kMaxExpressionBytes) + " bytes");
    if (!isValidUtf8(text))
        return expressionError(0, "expected UTF-8");
    return Scanner(text).run();
}

} // namespace lianxin

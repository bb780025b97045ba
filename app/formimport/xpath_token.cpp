// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/xpath_token.hpp"

namespace lianxin::formimport {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isNamePart(char c) { return isNameStart(c) || isDigit(c) || c == '-' || c == ':'; }

Error refused(const std::string& why) { return fail(Errc::invalidInput, why); }

} // namespace

Result<std::vector<XPathToken>> xpathTokens(std::string_view xpath)
{
    if (xpath.size() > kMaxXPathBytes)
        return refused("an expression of more than " + std::to_string(kMaxXPathBytes) + " bytes");
    using Kind = XPathToken::Kind;
    std::vector<XPathToken> tokens;
    std::size_t at = 0;
    const auto while_ = [&](auto part) {
        const auto from = at;
        while (at < xpath.size() && part(xpath[at]))
            ++at;
        return std::string(xpath.substr(from, at - from));
    };
    for (;;) {
        (void)while_([](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
        if (at == xpath.size()) {
            tokens.push_back({});
            return tokens;
        }
        const char c = xpath[at];
        const auto rest = xpath.substr(at);
        if (isDigit(c) || (c == '.' && rest.size() > 1 && isDigit(rest[1]))) {
            tokens.push_back({Kind::number, while_([](char d) { return isDigit(d) || d == '.'; })});
        } else if (c == '\'' || c == '"') {
            const auto end = xpath.find(c, at + 1);
            if (end == std::string_view::npos)
                return refused("a text in quotes has no end");
            tokens.push_back({Kind::text, std::string(xpath.substr(at + 1, end - at - 1))});
            at = end + 1;
        } else if (rest.starts_with("${")) {
            const auto end = xpath.find('}', at);
            if (end == std::string_view::npos)
                return refused("${ has no end");
            tokens.push_back({Kind::field, std::string(xpath.substr(at + 2, end - at - 2))});
            at = end + 1;
        } else if (isNameStart(c)) {
            tokens.push_back({Kind::name, while_(isNamePart)});
        } else if (rest.starts_with("!=") || rest.starts_with("<=") || rest.starts_with(">=") ||
                   rest.starts_with("..")) {
            tokens.push_back({Kind::sign, std::string(rest.substr(0, 2))});
            at += 2;
        } else if (std::string_view("=<>+-*(),./[]|@").find(c) != std::string_view::npos) {
            tokens.push_back({Kind::sign, std::string(1, c)});
            ++at;
        } else {
            return refused("a character that means nothing in an expression");
        }
    }
}

} // namespace lianxin::formimport

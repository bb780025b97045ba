// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/xpath.hpp"

#include "app/formimport/xpath_term.hpp"
#include "app/formimport/xpath_token.hpp"
#include "sync/model/expression.hpp"

#include <algorithm>
#include <charconv>

namespace lianxin::formimport {

namespace {

using Kind = XPathToken::Kind;
constexpr int kMaxLevels = 60;

class Translator {
public:
    Translator(std::vector<XPathToken> tokens, XPathScene& scene) : m_tokens(std::move(tokens)), m_scene(scene) {}

    Result<Term> run()
    {
        LIANXIN_TRY(auto term, either());
        if (peek().kind != Kind::end)
            return refusedXPath('"' + peek().text + "\" stands where the expression should end");
        return term;
    }

private:
    [[nodiscard]] const XPathToken& peek(std::size_t ahead = 0) const
    {
        return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)];
    }
    [[nodiscard]] bool isSign(std::string_view sign) const { return peek().kind == Kind::sign && peek().text == sign; }
    [[nodiscard]] bool isName(std::string_view name) const { return peek().kind == Kind::name && peek().text == name; }

    bool take(std::string_view sign)
    {
        const bool there = isSign(sign);
        m_at += there ? 1 : 0;
        return there;
    }

    Result<Term> either()
    {
        if (++m_level > kMaxLevels)
            return refusedXPath("more than " + std::to_string(kMaxLevels) + " levels of brackets");
        LIANXIN_TRY(auto term, chain(&Translator::both, "or"));
        --m_level;
        return term;
    }
    Result<Term> both() { return chain(&Translator::comparison, "and"); }

    Result<Term> chain(Result<Term> (Translator::*part)(), const std::string& word)
    {
        LIANXIN_TRY(auto term, (this->*part)());
        if (!isName(word))
            return term;
        LIANXIN_TRY(const auto first, truthOf(term));
        std::string text = "(" + first.text;
        while (isName(word)) {
            ++m_at;
            LIANXIN_TRY(const auto next, (this->*part)());
            LIANXIN_TRY(const auto truth, truthOf(next));
            text += " " + word + " " + truth.text;
        }
        return termOf(text + ")", DatumKind::boolean);
    }

    Result<Term> comparison()
    {
        LIANXIN_TRY(auto left, sum());
        for (const auto* sign : {"=", "!=", "<=", ">=", "<", ">"}) {
            if (!take(sign))
                continue;
            LIANXIN_TRY(auto right, sum());
            return compareTerms(m_scene, sign, left, right);
        }
        return left;
    }

    Result<Term> sum()
    {
        LIANXIN_TRY(auto left, product());
        while (isSign("+") || isSign("-")) {
            const auto sign = m_tokens[m_at++].text;
            LIANXIN_TRY(const auto right, product());
            LIANXIN_TRY(left, computeTerms(m_scene, sign, left, right));
        }
        return left;
    }

    Result<Term> product()
    {
        LIANXIN_TRY(auto left, unary());
        while (isSign("*") || isName("div") || isName("mod")) {
            const auto sign = m_tokens[m_at++].text;
            LIANXIN_TRY(const auto right, unary());
            LIANXIN_TRY(left, computeTerms(m_scene, sign, left, right));
        }
        return left;
    }

    Result<Term> unary()
    {
        bool negative = false;
        while (take("-"))
            negative = !negative;
        LIANXIN_TRY(auto term, value());
        if (!negative)
            return term;
        if (term.kind != DatumKind::integer || term.isFraction() || term.isChoice())
            return refusedXPath("a minus before what is no whole number");
        return termOf("(-" + term.text + ")", DatumKind::integer);
    }

    Result<Term> value()
    {
        const XPathToken token = peek();
        if (take("(")) {
            LIANXIN_TRY(auto inner, either());
            if (!take(")"))
                return refusedXPath("a bracket is not closed");
            return inner;
        }
        ++m_at;
        if (token.kind == Kind::number)
            return number(token.text);
        if (token.kind == Kind::text) {
            auto term = termOf(quotedText(token.text), DatumKind::text);
            term.literal = token.text;
            return term;
        }
        if (token.kind == Kind::field)
            return field(trimmed(token.text));
        if (token.kind == Kind::sign && token.text == ".") {
            if (m_scene.context.self == nullptr)
                return refusedXPath("\".\" outside a constraint");
            return field(m_scene.context.self->original);
        }
        if (token.kind == Kind::name && isSign("("))
            return call(token.text);
        if (token.kind == Kind::name && m_scene.context.choices != nullptr)
            return column(token.text);
        if (token.kind == Kind::sign && (token.text == "/" || token.text == ".."))
            return refusedXPath("a path through the form; write ${name}");
        if (token.kind == Kind::end)
            return refusedXPath("the expression breaks off");
        return refusedXPath('"' + token.text + "\" stands where a value should be");
    }

    Result<Term> number(const std::string& written)
    {
        const auto point = written.find('.');
        std::string digits = written;
        auto term = termOf(written, DatumKind::integer);
        term.denominator = 1;
        if (point != std::string::npos) {
            digits.erase(point, 1);
            const auto places = written.size() - point - 1;
            if (places > 9 || digits.find('.') != std::string::npos)
                return refusedXPath("the number " + written);
            for (std::size_t i = 0; i < places; ++i)
                term.denominator *= 10;
        }
        const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), term.numerator);
        if (error != std::errc() || rest != digits.data() + digits.size())
            return refusedXPath("the number " + written);
        while (term.denominator > 1 && term.numerator % 10 == 0) {
            term.numerator /= 10;
            term.denominator /= 10;
        }
        term.text = std::to_string(term.numerator);
        return term;
    }

    Result<Term> field(const std::string& original)
    {
        const auto& draft = *m_scene.context.draft;
        if (const auto repeat = draft.repeats.find(original); repeat != draft.repeats.end()) {
            auto term = termOf(draft.parts[repeat->second].name, DatumKind::none);
            term.rows = true;
            return term;
        }
        const auto place = draft.places.find(original);
        if (place == draft.places.end())
            return refusedXPath("${" + original + "} is no question that was taken");
        const auto& question = draft.parts[place->second.part].questions[place->second.question];
        auto term = termOf("${" + question.name + "}", datumKindOf(question.kind));
        term.list = question.list.empty() ? nullptr : draft.list(question.list);
        if (place->second.part == m_scene.context.part)
            return term;
        if (place->second.part == 0) {
            term.text = "parent." + term.text;
        } else if (m_scene.context.part == 0) {
            term.repeatedIn = draft.parts[place->second.part].name;
            term.text = term.repeatedIn + "." + term.text;
        } else {
            return refusedXPath("${" + original + "} is in another repeat");
        }
        return term;
    }

    Result<Term> column(const std::string& heading)
    {
        if (heading == "name") {
            auto number = termOf("code.number", DatumKind::integer);
            number.list = m_scene.context.choices;
            return number;
        }
        const auto name = choiceColumn(heading);
        auto term = termOf("code.${" + name + "}", DatumKind::text);
        term.column = name;
        return term;
    }

    Result<Term> call(const std::string& name)
    {
        ++m_at;
        std::vector<Term> arguments;
        if (!isSign(")")) {
            do {
                LIANXIN_TRY(auto argument, either());
                arguments.push_back(std::move(argument));
            } while (take(","));
        }
        if (!take(")"))
            return refusedXPath("the bracket of " + name + "( is not closed");
        return callXPath(m_scene, name, std::move(arguments));
    }

    std::vector<XPathToken> m_tokens;
    XPathScene& m_scene;
    std::size_t m_at{0};
    int m_level{0};
};

} // namespace

std::vector<std::string> xpathNames(std::string_view xpath)
{
    std::vector<std::string> names;
    if (const auto tokens = xpathTokens(xpath))
        for (const auto& token : *tokens)
            if (token.kind == Kind::field)
                names.push_back(trimmed(token.text));
    return names;
}

Result<Translated> translateXPath(std::string_view xpath, const XPathContext& context, DatumKind wanted)
{
    LIANXIN_TRY(auto tokens, xpathTokens(xpath));
    XPathScene scene{context, {}};
    LIANXIN_TRY(auto term, Translator(std::move(tokens), scene).run());
    if (wanted == DatumKind::boolean) {
        LIANXIN_TRY(term, truthOf(term));
    }
    if (term.isFraction() || term.rows || !term.repeatedIn.empty())
        return refusedXPath(term.isFraction() ? "a fraction; numbers are whole here"
                                              : "a repeat outside count, sum, min or max");
    LIANXIN_TRY(const auto expression, Expression::parse(term.text));
    // The loader will ask the same; here the report still knows the row.
    const auto* known = &context.scopes->of(context.part);
    FieldScope scope;
    if (context.choices != nullptr) {
        scope = *known;
        known = &scope;
        scope.code["number"] = {0, DatumKind::integer};
        for (const auto& code : context.choices->codes)
            for (const auto& [name, text] : code.data)
                scope.code[name] = {1,
                                    context.choices->columnLists.contains(name) ? DatumKind::integer : DatumKind::text};
    }
    const auto bound = BoundExpression::bind(expression, *known);
    if (!bound) {
        // "at 12: ..." is a place in our text, which the person at the spreadsheet never sees.
        const auto& detail = bound.error().detail;
        return refusedXPath(detail.substr(detail.find(": ") + 2));
    }
    return Translated{bound->text(), bound->kind(), std::move(scene.notes)};
}

} // namespace lianxin::formimport

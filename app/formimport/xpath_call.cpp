// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/xpath_term.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace lianxin::formimport {

namespace {

using K = DatumKind;
using Terms = std::vector<Term>;

struct Plain { // name, number of arguments, ours, kind of the answer
    std::string_view name;
    std::size_t arguments;
    std::string_view ours;
    K kind;
};
constexpr std::array<Plain, 8> kPlain = {{{"today", 0, "today", K::date},
                                          {"now", 0, "now", K::timestamp},
                                          {"contains", 2, "contains", K::boolean},
                                          {"starts-with", 2, "starts_with", K::boolean},
                                          {"ends-with", 2, "ends_with", K::boolean},
                                          {"count-selected", 1, "count_selected", K::integer},
                                          {"string", 1, "text", K::text},
                                          {"abs", 1, "abs", K::integer}}};

Error needs(const std::string& name, const std::string& what) { return refusedXPath(name + "() " + what); }

std::string listed(const Terms& terms)
{
    std::string all;
    for (const auto& term : terms)
        all += (all.empty() ? "" : ", ") + term.text;
    return all;
}

// A pattern that says nothing but "these characters, one after another" is one of ours; the rest of the art has no counterpart.
Result<std::string> likePattern(const std::string& regex)
{
    if (!regex.starts_with('^') || !regex.ends_with('$'))
        return refusedXPath("a pattern that is not from ^ to $");
    const std::string_view inner(regex.data() + 1, regex.size() - 2);
    std::string pattern;
    for (std::size_t at = 0; at < inner.size();) {
        std::string one;
        const auto rest = inner.substr(at);
        const std::initializer_list<std::pair<std::string_view, std::string_view>> classes = {
            {"[0-9]", "#"}, {"\\d", "#"}, {"[a-zA-Z]", "@"}, {"[A-Za-z]", "@"}, {".", "?"}};
        const auto* known =
            std::find_if(classes.begin(), classes.end(), [&](const auto& c) { return rest.starts_with(c.first); });
        if (known != classes.end()) {
            one.push_back(known->second.front());
            at += known->first.size();
        } else if (std::string_view("\\[](){}+*?|^$").find(inner[at]) == std::string_view::npos) {
            if (std::string_view("#@?*").find(inner[at]) != std::string_view::npos)
                one.push_back('\\');
            one.push_back(inner[at++]);
        } else {
            return refusedXPath("a pattern with more than characters in a row");
        }
        std::size_t count = 1;
        if (at < inner.size() && inner[at] == '{') {
            const auto* const end = inner.data() + inner.size();
            const auto [stop, error] = std::from_chars(inner.data() + at + 1, end, count);
            if (error != std::errc() || stop == end || *stop != '}' || count > 100)
                return refusedXPath("a pattern with a varying length");
            at = static_cast<std::size_t>(stop - inner.data()) + 1;
        }
        for (; count > 0; --count)
            pattern += one;
    }
    return pattern;
}

Result<Term> callRegex(const Terms& arguments)
{
    if (arguments.size() != 2 || arguments[0].kind != K::text || !arguments[1].literal)
        return needs("regex", "of something else than a text and a pattern in quotes");
    const auto& pattern = *arguments[1].literal;
    if (pattern == "^[0-9]+$" || pattern == "^\\d+$")
        return termOf("is_digits(" + arguments[0].text + ")", K::boolean);
    LIANXIN_TRY(const auto ours, likePattern(pattern));
    return termOf("like(" + arguments[0].text + ", " + quotedText(ours) + ")", K::boolean);
}

Result<Term> callSelected(XPathScene& scene, const Terms& arguments)
{
    if (arguments.size() != 2 || !arguments[0].isChoice())
        return needs("selected", "of what is no choice");
    if (!arguments[0].isSet())
        return compareTerms(scene, "=", arguments[0], arguments[1]);
    std::string element = arguments[1].text;
    if (arguments[1].literal || arguments[1].denominator == 1) {
        LIANXIN_TRY(element, choiceNumber(*arguments[0].list, arguments[1].literal.value_or(arguments[1].text)));
    } else if (arguments[1].list != arguments[0].list || arguments[1].isSet()) {
        return needs("selected", "with what is no choice of the same list");
    }
    return termOf("(" + arguments[0].text + " has " + element + ")", K::boolean);
}

// The branches of if() and coalesce() must be of one kind; an empty text stands for "nothing".
Result<Term> oneKind(const std::string& ours, const std::string& before, Terms branches)
{
    K kind = K::none;
    const DraftList* list = nullptr;
    for (const auto& term : branches) {
        if (term.rows || term.isFraction())
            return needs(ours, "with a fraction or a repeat");
        if (!term.literal && term.kind != K::none && kind == K::none) {
            kind = term.kind;
            list = term.list;
        }
    }
    for (auto& term : branches) {
        if (term.literal == "") {
            term = termOf("null", K::none);
        } else if (term.literal && list != nullptr) {
            LIANXIN_TRY(const auto number, choiceNumber(*list, *term.literal));
            term = termOf(number, K::integer);
        } else if (kind == K::none && term.literal) {
            kind = K::text;
        } else if (term.literal && kind == K::date && PartialDate::parse(*term.literal)) {
            term = termOf("date(" + term.text + ")", K::date);
        }
    }
    auto term = termOf(ours + "(" + before + listed(branches) + ")", kind);
    term.list = list;
    return term;
}

Result<Term> callRows(const std::string& name, const Terms& arguments)
{
    if (arguments.size() > 1 && (name == "min" || name == "max"))
        return oneKind(name, "", arguments);
    if (arguments.size() != 1)
        return needs(name, "takes one question of a repeat");
    const auto& only = arguments.front();
    if (name == "count" ? !only.rows && only.repeatedIn.empty() : only.repeatedIn.empty())
        return needs(name, "of what is in no repeat");
    return termOf(name + "(" + only.text + ")", name == "count" || name == "sum" ? K::integer : only.kind);
}

// int, floor, round, number: whole numbers are what they are.
Result<Term> callWhole(XPathScene& scene, const std::string& name, const Terms& arguments)
{
    if (arguments.empty() || arguments.size() > 2 ||
        (arguments.size() == 2 && (name != "round" || arguments[1].numerator != 0)))
        return needs(name, "to decimal places; numbers are whole here");
    const auto& only = arguments.front();
    if (only.isFraction())
        return needs(name, "of a fraction");
    if (only.kind == K::text)
        return termOf("number(" + only.text + ")", K::integer);
    if (only.kind != K::integer && only.kind != K::none)
        return needs(name, "of " + std::string(datumKindName(only.kind)));
    Term term = only;
    if (!only.dividend.empty() && name != "round") {
        term = termOf("(" + only.dividend + " div " + only.divisor + ")", K::integer);
        term.repeatedIn = only.repeatedIn;
        if (name != "int")
            scene.note(name + "() of a negative number rounds towards zero here");
    }
    return term;
}

Result<Term> callText(const std::string& name, const Terms& arguments)
{
    if (name == "string-length") {
        if (arguments.size() != 1 || arguments[0].kind != K::text)
            return needs(name, "of what is no text");
        return termOf("coalesce(length(" + arguments[0].text + "), 0)", K::integer);
    }
    if (arguments.size() < 2 || arguments.size() > 3 || arguments[0].kind != K::text || arguments[1].kind != K::integer)
        return needs(name, "of something else than a text and positions");
    // Theirs counts from 0 up to but without the end, ours from 1 and how many.
    const auto from = "(" + arguments[1].text + " + 1)";
    const auto count =
        arguments.size() == 3 ? ", (" + arguments[2].text + " - " + arguments[1].text + ")" : std::string();
    return termOf("substr(" + arguments[0].text + ", " + from + count + ")", K::text);
}

Result<Term> dispatch(XPathScene& scene, const std::string& name, Terms& arguments)
{
    for (const auto& row : kPlain)
        if (row.name == name) {
            if (arguments.size() != row.arguments)
                return needs(name, "takes " + std::to_string(row.arguments) + " arguments");
            return termOf(std::string(row.ours) + "(" + listed(arguments) + ")", row.kind);
        }
    if ((name == "true" || name == "false") && arguments.empty())
        return termOf(name, K::boolean);
    if ((name == "not" || name == "boolean") && arguments.size() == 1) {
        LIANXIN_TRY(auto truth, truthOf(arguments.front()));
        return name == "not" ? termOf("(not " + truth.text + ")", K::boolean) : truth;
    }
    if (name == "if" && arguments.size() == 3) {
        LIANXIN_TRY(const auto truth, truthOf(arguments.front()));
        return oneKind("if", truth.text + ", ", {arguments[1], arguments[2]});
    }
    if (name == "coalesce" && arguments.size() >= 2)
        return oneKind("coalesce", "", arguments);
    if (name == "concat" && !arguments.empty()) {
        for (const auto& term : arguments)
            if (term.isChoice())
                scene.note("a choice in concat() gives its number, not its name");
        return termOf("concat(" + listed(arguments) + ")", K::text);
    }
    if (name == "date" && arguments.size() == 1)
        return arguments[0].kind == K::date ? arguments[0] : termOf("date(" + arguments[0].text + ")", K::date);
    if (name == "selected")
        return callSelected(scene, arguments);
    if (name == "regex")
        return callRegex(arguments);
    if (name == "count" || name == "sum" || name == "min" || name == "max")
        return callRows(name, arguments);
    if (name == "int" || name == "floor" || name == "round" || name == "number")
        return callWhole(scene, name, arguments);
    if (name == "string-length" || name == "substr")
        return callText(name, arguments);
    return refusedXPath("there is no counterpart to the function " + name + "()");
}

} // namespace

Result<Term> callXPath(XPathScene& scene, const std::string& name, std::vector<Term> arguments)
{
    const bool walks = name == "count" || name == "sum" || ((name == "min" || name == "max") && arguments.size() == 1);
    std::string repeat;
    for (const auto& argument : arguments) {
        if (argument.rows && name != "count")
            return needs(name, "of a repeat");
        if (!argument.repeatedIn.empty())
            repeat = argument.repeatedIn;
    }
    LIANXIN_TRY(auto term, dispatch(scene, name, arguments));
    term.repeatedIn = walks ? std::string() : repeat;
    return term;
}

} // namespace lianxin::formimport

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/xpath_term.hpp"

#include <algorithm>

namespace lianxin::formimport {

namespace {

using K = DatumKind;

bool isNumber(const std::string& text)
{
    return !text.empty() && text.size() < 18 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
bool isEquality(const std::string& sign) { return sign == "=" || sign == "!="; }
std::string swapped(const std::string& sign)
{
    return sign == "<" ? ">" : sign == ">" ? "<" : sign == "<=" ? ">=" : sign == ">=" ? "<=" : sign;
}

// Names that are numbers became the numbers of the codes: only then an order, or a sum, of choices means what it meant.
bool namesAreNumbers(const DraftList& list)
{
    return std::all_of(list.codes.begin(), list.codes.end(),
                       [](const DraftCode& code) { return code.name == std::to_string(code.number); });
}

Result<std::string> repeatOfBoth(const Term& left, const Term& right)
{
    if (left.rows || right.rows)
        return refusedXPath("a repeat where a value should be");
    if (!left.repeatedIn.empty() && !right.repeatedIn.empty() && left.repeatedIn != right.repeatedIn)
        return refusedXPath("questions of two repeats in one expression");
    return left.repeatedIn.empty() ? right.repeatedIn : left.repeatedIn;
}

Term plain(const Term& left, const std::string& sign, const std::string& right)
{
    return termOf("(" + left.text + " " + sign + " " + right + ")", K::boolean);
}

Result<Term> compareChoice(const std::string& sign, const Term& choice, const Term& other)
{
    const bool constant = other.literal || (other.denominator == 1 && !other.isChoice());
    if (!isEquality(sign)) {
        if (!namesAreNumbers(*choice.list) || choice.isSet() || other.kind != K::integer)
            return refusedXPath("an order of choices whose names are no numbers");
        return plain(choice, sign, other.text);
    }
    if (constant) {
        LIANXIN_TRY(const auto number, choiceNumber(*choice.list, other.literal.value_or(other.text)));
        if (!choice.isSet())
            return plain(choice, sign, number);
        auto only = "(" + choice.text + " has " + number + " and count_selected(" + choice.text + ") = 1)";
        return termOf(sign == "=" ? only : "(not " + only + ")", K::boolean);
    }
    if (!other.isChoice() || other.list != choice.list || other.kind != choice.kind)
        return refusedXPath("a choice is compared with what is no choice of its list");
    return plain(choice, sign, other.text);
}

// choice_filter: a column of the offered choices against a question. When that question is a choice itself, the column's words are
// names of its list, and become its numbers.
Result<Term> compareColumn(XPathScene& scene, const std::string& sign, const Term& column, const Term& other)
{
    if (!isEquality(sign))
        return refusedXPath("an order of the words in a column of choices");
    auto* list = scene.context.draft->list(scene.context.choices->original);
    const auto named = list->columnLists.find(column.column);
    if (named != list->columnLists.end() && !other.isChoice()) {
        const auto* words = scene.context.draft->list(named->second);
        if (!other.literal || words == nullptr)
            return refusedXPath("the column " + column.column + " names choices of " + named->second + " elsewhere");
        LIANXIN_TRY(const auto number, choiceNumber(*words, *other.literal));
        return plain(column, sign, number);
    }
    if (other.literal || (!other.column.empty()) || (other.kind == K::text && !other.isChoice()))
        return plain(column, sign, other.text);
    if (!other.isChoice() && other.kind != K::integer)
        return refusedXPath("a column of choices compared with " + std::string(datumKindName(other.kind)));
    if (!other.isChoice())
        return plain(termOf("number(" + column.text + ")", K::integer), sign, other.text);
    const auto [known, fresh] = list->columnLists.emplace(column.column, other.list->original);
    if (!fresh && known->second != other.list->original)
        return refusedXPath("the column " + column.column + " speaks of two lists");
    if (!other.isSet())
        return plain(column, sign, other.text);
    auto among = "(" + other.text + " has " + column.text + ")";
    return termOf(sign == "=" ? among : "(not " + among + ")", K::boolean);
}

// Brings a constant to the kind of the other side.
Result<std::string> alike(const Term& term, K wanted)
{
    if (term.kind == wanted || term.kind == K::none)
        return term.text;
    if (wanted == K::integer && term.literal && isNumber(*term.literal))
        return *term.literal;
    if (wanted == K::date && term.literal && PartialDate::parse(*term.literal))
        return "date(" + term.text + ")";
    if (wanted == K::date && term.kind == K::timestamp)
        return "date(" + term.text + ")";
    if (wanted == K::text && term.denominator == 1)
        return quotedText(term.text);
    if (wanted == K::boolean && term.literal && (lowered(*term.literal) == "ok" || lowered(*term.literal) == "true"))
        return std::string("true");
    return refusedXPath(std::string(datumKindName(wanted)) + " is compared with " +
                        std::string(datumKindName(term.kind)));
}

Result<Term> sumOf(XPathScene& scene, const std::string& sign, const Term& left, const Term& right)
{
    for (const auto* term : {&left, &right})
        if (term->isChoice() && (term->isSet() || !namesAreNumbers(*term->list)))
            return refusedXPath("a sum of choices whose names are no numbers");
    const auto number = [&](const Term& term) -> Result<std::string> {
        if (term.kind == K::integer || term.kind == K::none)
            return term.text;
        if (term.kind == K::text && !term.literal)
            return "number(" + term.text + ")";
        return refusedXPath("a sum with " + std::string(datumKindName(term.kind)));
    };
    LIANXIN_TRY(const auto a, number(left));
    LIANXIN_TRY(const auto b, number(right));
    if (!left.isFraction() && !right.isFraction()) {
        if (sign != "div")
            return termOf("(" + a + " " + sign + " " + b + ")", K::integer);
        auto term = termOf("round_div(" + a + ", " + b + ")", K::integer);
        term.dividend = a;
        term.divisor = b;
        return term;
    }
    if ((sign != "*" && sign != "div") || (left.isFraction() && (right.isFraction() || sign == "div")))
        return refusedXPath("a fraction; numbers are whole here");
    scene.note("what comes of a fraction is rounded to a whole number");
    const auto& fraction = left.isFraction() ? left : right;
    const auto n = std::to_string(fraction.numerator);
    const auto d = std::to_string(fraction.denominator);
    return termOf("mul_div(" + (left.isFraction() ? b : a) + ", " + (sign == "*" ? n + ", " + d : d + ", " + n) + ")",
                  K::integer);
}

} // namespace

Error refusedXPath(const std::string& why) { return fail(Errc::invalidInput, why); }

Term termOf(std::string text, DatumKind kind)
{
    Term term;
    term.text = std::move(text);
    term.kind = kind;
    return term;
}

std::string quotedText(std::string_view text)
{
    std::string quoted(1, '\'');
    for (const char c : text) {
        quoted += c;
        if (c == '\'')
            quoted += c;
    }
    return quoted + '\'';
}

Result<std::string> choiceNumber(const DraftList& list, const std::string& name)
{
    if (const auto* code = list.named(name))
        return std::to_string(code->number);
    return refusedXPath("the list " + list.original + " has no choice \"" + name + "\"");
}

Result<Term> truthOf(const Term& term)
{
    if (term.kind == K::boolean)
        return term;
    if (term.rows || term.literal || term.isFraction())
        return refusedXPath('"' + term.text + "\" where something true or false should be");
    auto truth = term.kind == K::integer && !term.isChoice() ? termOf("(" + term.text + " != 0)", K::boolean)
                                                             : termOf("is_set(" + term.text + ")", K::boolean);
    truth.repeatedIn = term.repeatedIn;
    return truth;
}

Result<Term> compareTerms(XPathScene& scene, const std::string& sign, const Term& left, const Term& right)
{
    LIANXIN_TRY(const auto repeat, repeatOfBoth(left, right));
    const auto done = [&](Result<Term> term) {
        if (term)
            term->repeatedIn = repeat;
        return term;
    };
    if (left.isFraction() || right.isFraction())
        return refusedXPath("a comparison with a fraction; numbers are whole here");
    if (left.literal == "" || right.literal == "") {
        if (!isEquality(sign))
            return refusedXPath("an order with an empty text");
        const auto& other = left.literal == "" ? right : left;
        return done(termOf(std::string(sign == "=" ? "(not " : "(") + "is_set(" + other.text + "))", K::boolean));
    }
    const bool turn = left.literal || left.denominator == 1 || (!right.column.empty() && left.column.empty());
    const auto& a = turn ? right : left;
    const auto& b = turn ? left : right;
    const auto ordered = turn ? swapped(sign) : sign;
    if (!a.column.empty())
        return done(compareColumn(scene, ordered, a, b));
    if (a.isChoice() || b.isChoice())
        return done(a.isChoice() ? compareChoice(ordered, a, b) : compareChoice(swapped(ordered), b, a));
    if (a.kind == K::text && !isEquality(sign))
        return refusedXPath("an order of texts");
    LIANXIN_TRY(const auto text, alike(b, a.kind == K::timestamp && b.kind != K::timestamp ? K::date : a.kind));
    if (a.kind == K::timestamp && b.kind != K::timestamp)
        return done(plain(termOf("date(" + a.text + ")", K::date), ordered, text));
    return done(plain(a, ordered, text));
}

Result<Term> computeTerms(XPathScene& scene, const std::string& sign, const Term& left, const Term& right)
{
    LIANXIN_TRY(const auto repeat, repeatOfBoth(left, right));
    const auto done = [&](Term term) {
        term.repeatedIn = repeat;
        return term;
    };
    const auto dated = [](const Term& term) {
        return term.kind == K::timestamp ? "date(" + term.text + ")" : term.text;
    };
    const bool leftDate = left.kind == K::date || left.kind == K::timestamp;
    const bool rightDate = right.kind == K::date || right.kind == K::timestamp;
    if (leftDate && rightDate && sign == "-") {
        auto days = termOf("days_between(" + dated(right) + ", " + dated(left) + ")", K::integer);
        days.daysSince = left.text == "today()" ? dated(right) : std::string();
        return done(std::move(days));
    }
    if (leftDate && right.kind == K::integer && !right.isFraction() && !right.isChoice() &&
        (sign == "+" || sign == "-"))
        return done(termOf("add_days(" + dated(left) + ", " + (sign == "-" ? "-" : "") + right.text + ")", K::date));
    if (!left.daysSince.empty() && sign == "div" && right.numerator > 0 && right.numerator < 1000000 &&
        right.denominator > 0) {
        const auto year = right.numerator * 10000 / right.denominator;
        if (year >= 3650000 && year <= 3660000) {
            scene.note("an age is counted in birthdays, not in days");
            return done(termOf("age_in_years(" + left.daysSince + ")", K::integer));
        }
    }
    LIANXIN_TRY(auto term, sumOf(scene, sign, left, right));
    return done(std::move(term));
}

} // namespace lianxin::formimport

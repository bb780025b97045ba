// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scales/scoring.hpp"

#include <algorithm>
#include <charconv>

namespace lianxin::scales {
namespace {

struct Sum {
    int points{0};
    int answered{0};
    int missing{0};
    int stillAtLeast{0}; // what the unanswered items add whatever would be said
    bool safety{false};
};

Sum sumOf(const Scale& scale, std::span<const int> answers)
{
    Sum sum;
    for (std::size_t i = 0; i < scale.items.size(); ++i) {
        const Item& item = scale.items[i];
        const int answer = i < answers.size() ? answers[i] : kNotAnswered;
        const bool given = item.offers(answer);
        if (given && item.safetyFrom && answer >= *item.safetyFrom)
            sum.safety = true;
        if (!item.scored)
            continue;
        if (given) {
            sum.points += item.reversed ? item.least() + item.greatest() - answer : answer;
            ++sum.answered;
        } else {
            sum.stillAtLeast += item.least();
            ++sum.missing;
        }
    }
    return sum;
}

std::optional<int> totalOf(const Scale& scale, const Sum& sum)
{
    if (sum.missing == 0)
        return sum.points;
    if (sum.missing > scale.mostMissing || !scale.prorates || sum.answered == 0)
        return std::nullopt;
    const int all = sum.answered + sum.missing;
    return (2 * sum.points * all + sum.answered) / (2 * sum.answered); // the mean for each missing one, halves go up
}

void judge(Outcome& outcome)
{
    outcome.band = outcome.total ? outcome.profile->band(*outcome.total) : nullptr;
    outcome.positive = outcome.band != nullptr && outcome.band->positive;
    outcome.leadsToRisk = outcome.safety || (outcome.band != nullptr && outcome.band->risk);
}

// "a,b,c" to its parts; nothing for the empty text.
std::vector<std::string_view> partsOf(std::string_view text)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto comma = text.find(',');
        parts.push_back(text.substr(0, comma));
        if (comma == std::string_view::npos)
            break;
        text.remove_prefix(comma + 1);
        if (text.empty())
            parts.emplace_back(); // a comma at the end is no answer
    }
    return parts;
}

std::optional<int> numberOf(std::string_view text)
{
    int number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    return code == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

} // namespace

Outcome score(const Scale& scale, std::span<const int> answers, Day day)
{
    const Sum sum = sumOf(scale, answers);
    Outcome outcome;
    outcome.profile = &scale.on(day);
    outcome.total = totalOf(scale, sum);
    outcome.missing = sum.missing;
    outcome.safety = sum.safety;
    judge(outcome);
    // Without a total it still counts what is certain: the rest could only add to it.
    if (!outcome.total && !scale.lowIsWorse)
        if (const Band* certain = outcome.profile->band(sum.points + sum.stillAtLeast);
            certain != nullptr && certain->risk)
            outcome.leadsToRisk = true;
    return outcome;
}

Outcome scoreEntered(const Scale& scale, std::optional<int> total, const std::map<std::uint32_t, bool>& checks, Day day)
{
    Outcome outcome;
    outcome.profile = &scale.on(day);
    if (total && *total >= scale.least && *total <= scale.greatest)
        outcome.total = total;
    bool criteria = true;
    for (const auto& check : scale.checks) {
        const auto said = checks.find(check.number);
        const bool yes = said != checks.end() && said->second;
        if (check.safety)
            outcome.safety = outcome.safety || yes;
        else
            criteria = criteria && yes;
    }
    judge(outcome);
    outcome.positive = outcome.positive && criteria;
    return outcome;
}

std::string answersText(std::span<const int> answers)
{
    std::string text;
    for (const int answer : answers)
        text += (text.empty() ? "" : ",") + std::to_string(answer);
    return text;
}

Result<std::vector<int>> answersOf(const Scale& scale, std::string_view text)
{
    std::vector<int> answers;
    for (const auto part : partsOf(text)) {
        const auto value = numberOf(part);
        if (!value || answers.size() == scale.items.size() ||
            (*value != kNotAnswered && !scale.items[answers.size()].offers(*value)))
            return fail(Errc::invalidInput, "answers that do not fit " + scale.name);
        answers.push_back(*value);
    }
    return answers;
}

std::string checksText(const std::map<std::uint32_t, bool>& checks)
{
    std::string text;
    for (const auto& [number, yes] : checks)
        text += (text.empty() ? "" : ",") + std::to_string(number) + (yes ? ":1" : ":0");
    return text;
}

Result<std::map<std::uint32_t, bool>> checksOf(const Scale& scale, std::string_view text)
{
    std::map<std::uint32_t, bool> checks;
    for (const auto part : partsOf(text)) {
        const auto colon = part.find(':');
        const auto number = numberOf(part.substr(0, colon));
        const auto yes = colon == std::string_view::npos ? std::nullopt : numberOf(part.substr(colon + 1));
        const bool known = number && std::any_of(scale.checks.begin(), scale.checks.end(), [&](const Check& check) {
                               return static_cast<int>(check.number) == *number;
                           });
        if (!known || !yes || *yes < 0 || *yes > 1 || checks.contains(static_cast<std::uint32_t>(*number)))
            return fail(Errc::invalidInput, "checks that do not fit " + scale.name);
        checks[static_cast<std::uint32_t>(*number)] = *yes == 1;
    }
    return checks;
}

} // namespace lianxin::scales

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// assets/duty/rules.json -> DutyRules. Dated profiles first, then what cities and counties changed of them.
#include "app/duty/rule_sections.hpp"
#include "app/duty/rule_words.hpp"

#include <algorithm>
#include <charconv>

namespace lianxin::duty {
namespace {

constexpr int kMostShown = 10;

void readRanks(RuleObject& profile, RuleProfile& rules)
{
    RuleObject ranks = profile.object("rank");
    for (std::size_t i = 0; i < kRuleKinds; ++i)
        rules.rank[i] = ranks.number(ruleName(static_cast<RuleKind>(i)), 0, 999);
}

void readWishes(RuleObject& profile, RuleProfile& rules)
{
    RuleObject wishes = profile.object("wishes");
    for (const auto& name : wishes.members()) {
        std::int64_t code = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code);
        if (error != std::errc{} || end != name.data() + name.size())
            wishes.complain(name, "must be a number of the list contact_pref");
        rules.wishes[code] = static_cast<Contact>(wishes.word(name, kContactWords));
    }
}

RuleProfile readProfile(RuleObject& from)
{
    RuleProfile rules;
    rules.mostPerFamily = from.number("mostPerFamily", 1, kMostShown);
    rules.lookAhead = from.number("lookAhead", 0, 366);
    rules.catchUpDays = from.number("catchUpDays", 0, 60);
    rules.remindBefore = from.number("remindBefore", 0, 60);
    readRanks(from, rules);
    readFestivals(from, rules);
    readWishes(from, rules);
    readClocks(from, rules);
    readPersonal(from, rules);
    readCare(from, rules);
    readFrequency(from, rules);
    readEscalation(from, rules);
    readInsurance(from, rules);
    readAllowance(from, rules);
    readCadence(from, rules);
    return rules;
}

void readDates(RuleObject& from, DutyRules::Dated& dated)
{
    dated.from = from.dayOr("from");
    dated.until = from.dayOr("until");
    if (dated.from && dated.until && *dated.until < *dated.from)
        from.complain("until", "lies before from");
}

// RFC 7396: a member replaces the one of that name, null takes it away.
boost::json::value patched(const boost::json::value& base, const boost::json::value& change)
{
    if (!change.is_object())
        return change;
    boost::json::object result = base.is_object() ? base.get_object() : boost::json::object();
    for (const auto& member : change.get_object()) {
        if (member.value().is_null())
            result.erase(member.key());
        else
            result[member.key()] = patched(result[member.key()], member.value());
    }
    return result;
}

bool overlap(const DutyRules::Dated& a, const DutyRules::Dated& b)
{
    return (!a.from || !b.until || *a.from <= *b.until) && (!b.from || !a.until || *b.from <= *a.until);
}

template <typename Pick> std::optional<Day> tighter(std::optional<Day> a, std::optional<Day> b, Pick pick)
{
    return a && b ? std::optional(pick(*a, *b)) : (a ? a : b);
}

using Sources = std::vector<const boost::json::value*>;

void readProvince(RuleObject& root, RuleProblems& problems, Sources& sources, std::vector<DutyRules::Dated>& read)
{
    for (const auto* entry : root.list("profiles")) {
        const std::string path = "profiles[" + std::to_string(read.size()) + "]";
        RuleObject from(entry, path, problems);
        DutyRules::Dated dated;
        readDates(from, dated);
        dated.profile = readProfile(from);
        if (std::ranges::any_of(read, [&](const auto& other) { return overlap(other, dated); }))
            from.complain("from", "overlaps another profile");
        sources.push_back(entry);
        read.push_back(std::move(dated));
    }
    if (read.empty())
        root.complain("profiles", "must hold one at least");
}

void readOverrides(RuleObject& root, RuleProblems& problems, const Sources& sources,
                   std::vector<DutyRules::Dated>& read)
{
    std::size_t index = 0;
    const std::size_t provinces = read.size();
    for (const auto* entry : root.list("overrides")) {
        const std::string path = "overrides[" + std::to_string(index++) + "]";
        RuleObject from(entry, path, problems);
        DutyRules::Dated wanted;
        readDates(from, wanted);
        wanted.area = from.textOr("area", {});
        if (wanted.area.size() < 4 || wanted.area.find_first_not_of("0123456789") != std::string::npos)
            from.complain("area", wanted.area + " is no beginning of a division code");
        const auto* change = from.raw("change");
        if (change == nullptr || !change->is_object())
            from.complain("change", "must be an object");
        if (!problems.first().empty())
            continue;
        for (std::size_t i = 0; i < provinces; ++i) {
            if (!overlap(read[i], wanted))
                continue;
            boost::json::value whole = patched(*sources[i], *change);
            whole.as_object().erase("from");
            whole.as_object().erase("until");
            RuleObject changed(&whole, path + ".change", problems);
            read.push_back({wanted.area,
                            tighter(wanted.from, read[i].from, [](Day a, Day b) { return std::max(a, b); }),
                            tighter(wanted.until, read[i].until, [](Day a, Day b) { return std::min(a, b); }),
                            readProfile(changed)});
        }
    }
}

} // namespace

Result<DutyRules> parseRules(std::string_view json)
{
    LIANXIN_TRY(const auto value, parseJson(json));
    RuleProblems problems;
    std::uint32_t version = 0;
    std::vector<DutyRules::Dated> read;
    {
        RuleObject root(&value, "", problems);
        version = static_cast<std::uint32_t>(root.number("version", 1, 1'000'000));
        Sources sources;
        readProvince(root, problems, sources, read);
        if (root.has("overrides"))
            readOverrides(root, problems, sources, read);
    }
    if (!problems.first().empty())
        return fail(Errc::invalidInput, "duty rules: " + problems.first());
    return DutyRules(version, std::move(read));
}

} // namespace lianxin::duty

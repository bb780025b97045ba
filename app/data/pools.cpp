// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/pools.hpp"

#include "sync/model/json.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace lianxin::data {

namespace {

constexpr std::array<std::string_view, 49> kNeeded = {
    "surnames",    "sheSurnames", "given",           "rareGiven",         "calls",
    "childCalled", "county",      "countyUnit",      "countyDuty",        "townshipDuty",
    "township",    "villages",    "groups",          "numberSign",        "landmarks",
    "directions",  "taboo",       "bestTime",        "prefNotes",         "doctors",
    "notes",       "needs",       "needOutcomes",    "needNoWay",         "emergencyActions",
    "handover",    "payees",      "gifts",           "lateReasons",       "companions",
    "homes",       "themes",      "activities",      "activitySummaries", "activityRooms",
    "teams",       "providers",   "policies",        "hospitals",         "serviceNotes",
    "batches",     "projects",    "projectOpinions", "trainings",         "checks",
    "findings",    "mendings",    "materials",       "policyDocs"};
constexpr std::string_view kComma = "\xEF\xBC\x8C";
constexpr std::string_view kStop = "\xE3\x80\x82";
// domain.md 8.4: the median and the 95th percentile (four times as long) of what people write.
constexpr double kSpread = 0.874;
constexpr std::size_t kMostCharacters = 500;

std::string textOf(const boost::json::value& value)
{
    const auto* text = value.if_string();
    return text == nullptr ? std::string() : std::string(text->c_str(), text->size());
}

const boost::json::array& none()
{
    static const boost::json::array empty;
    return empty;
}

const boost::json::array& listOf(const boost::json::object& pools, std::string_view name)
{
    const auto* found = pools.if_contains(name);
    return found != nullptr && found->is_array() ? found->get_array() : none();
}

} // namespace

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

std::string firstCharacters(std::string_view utf8, std::size_t count)
{
    std::size_t end = 0;
    for (; end < utf8.size(); ++end)
        if ((static_cast<unsigned char>(utf8[end]) & 0xc0U) != 0x80U && count-- == 0)
            break;
    return std::string(utf8.substr(0, end));
}

Result<Pools> Pools::parse(std::string_view json)
{
    LIANXIN_TRY(auto pools, parseJson(json));
    const auto* object = pools.if_object();
    for (const auto name : kNeeded) {
        const auto* pool = object == nullptr ? nullptr : object->if_contains(name);
        const bool filled =
            pool != nullptr && ((pool->is_array() && !pool->get_array().empty()) ||
                                (pool->is_object() && !pool->get_object().empty()) || pool->is_string());
        if (!filled)
            return fail(Errc::invalidInput, "demo pools are not of the expected shape: " + std::string(name));
    }
    return Pools(std::move(pools.as_object()));
}

std::string Pools::word(std::string_view pool) const { return textOf(m_pools.at(pool)); }

std::string Pools::pick(Stream& stream, std::string_view pool) const
{
    const auto& list = listOf(m_pools, pool);
    return list.empty() ? std::string() : textOf(list[stream.below(list.size())]);
}

bool Pools::has(std::string_view pool, std::string_view word) const
{
    const auto& list = listOf(m_pools, pool);
    return std::any_of(list.begin(), list.end(), [&](const auto& entry) { return textOf(entry) == word; });
}

const boost::json::array& Pools::row(Stream& stream, std::string_view pool) const
{
    const auto& list = listOf(m_pools, pool);
    const auto& picked = list[stream.below(list.size())];
    return picked.is_array() ? picked.get_array() : none();
}

const boost::json::array& Pools::rowAt(std::string_view pool, std::size_t number) const
{
    const auto& list = listOf(m_pools, pool);
    return list.empty() || !list[number % list.size()].is_array() ? none() : list[number % list.size()].get_array();
}

std::size_t Pools::size(std::string_view pool) const { return listOf(m_pools, pool).size(); }

std::string Pools::surname(Stream& stream) const
{
    std::uint64_t total = 0;
    for (const auto& entry : listOf(m_pools, "surnames"))
        total += static_cast<std::uint64_t>(entry.as_array().at(1).as_int64());
    if (total == 0)
        return {};
    auto at = stream.below(total);
    for (const auto& entry : listOf(m_pools, "surnames")) {
        const auto weight = static_cast<std::uint64_t>(entry.as_array().at(1).as_int64());
        if (at < weight)
            return textOf(entry.as_array().at(0));
        at -= weight;
    }
    return {};
}

std::string Pools::givenName(Stream& stream, int sex, int birthYear) const
{
    if (stream.chance(0.003))
        return pick(stream, "rareGiven");
    const char* cohort = birthYear < 1948   ? "1930"
                         : birthYear < 1960 ? "1950"
                         : birthYear < 1975 ? "1960"
                         : birthYear < 2005 ? "1980"
                                            : "2010";
    const auto& names = listOf(m_pools.at("given").as_object().at(sex == 1 ? "m" : "f").as_object(), cohort);
    return textOf(names.at(stream.below(names.size())));
}

std::string Pools::village(std::size_t number) const
{
    const auto& villages = listOf(m_pools, "villages");
    return textOf(villages[number % villages.size()]);
}

std::string Pools::call(std::string_view surname, int sex, int age) const
{
    constexpr int kOld = 70;
    return std::string(surname) +
           textOf(listOf(m_pools.at("calls").as_object(), sex == 1 ? "m" : "f").at(age < kOld ? 0 : 1));
}

std::string Pools::sentences(Stream& stream, std::initializer_list<std::string_view> order, std::size_t already,
                             std::size_t wanted) const
{
    const auto& slots = m_pools.at("notes").as_object();
    std::set<std::string> used;
    std::string text;
    constexpr int kMostRounds = 120; // by then every word of the village has been said
    std::size_t length = already;
    // A sentence that would overshoot by more than half of itself is left out.
    for (int round = 0; round < kMostRounds && length + 6 < wanted; ++round)
        for (const auto slot : order) {
            if (length + 6 >= wanted)
                break;
            const auto& list = slot == "emergencyActions" ? listOf(m_pools, slot) : listOf(slots, slot);
            auto sentence = textOf(list.at(stream.below(list.size())));
            if (!used.insert(sentence).second)
                continue;
            sentence += kStop;
            length += characters(sentence);
            text += sentence;
        }
    return text;
}

std::string Pools::note(Stream& stream) const
{
    const auto wanted = std::min(kMostCharacters, static_cast<std::size_t>(stream.logNormal(38, kSpread)));
    const auto& slots = m_pools.at("notes").as_object();
    const auto from = [&](std::string_view slot) {
        return textOf(listOf(slots, slot).at(stream.below(listOf(slots, slot).size())));
    };
    auto text = from("mood");
    if (wanted > 12)
        text += std::string(kComma) + from("doing");
    text += kStop;
    text += sentences(stream, {"body", "topic", "follow"}, characters(text), wanted);
    return firstCharacters(text, kMostCharacters);
}

std::string Pools::action(Stream& stream) const
{
    const auto wanted = std::min(kMostCharacters, static_cast<std::size_t>(stream.logNormal(55, kSpread)));
    return firstCharacters(sentences(stream, {"emergencyActions"}, 0, std::max<std::size_t>(wanted, 8)),
                           kMostCharacters);
}

} // namespace lianxin::data

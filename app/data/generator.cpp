// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/generator.hpp"

#include "app/data/family.hpp"
#include "app/data/stream.hpp"
#include "sync/model/json.hpp"

#include <algorithm>
#include <array>

namespace lianxin::data {

namespace {

constexpr std::size_t kFamiliesPerVillage = 10;
constexpr Millis kDay = 86'400'000;
constexpr Millis kShanghai = 8 * 3'600'000;

std::string villageCode(std::size_t village)
{
    // Made-up villages of a made-up township in 350128; 12 digits as the statistics bureau writes them.
    const auto township = village / 20;
    const auto inside = village % 20;
    auto text = std::to_string(350128900ULL + township) + std::to_string(200 + inside);
    return text;
}

} // namespace

std::optional<DataSet> dataSet(std::string_view name)
{
    static const std::array<DataSet, 6> kSets{{{"V0", 2}, {"V", 10}, {"T0", 15}, {"T", 150}, {"C0", 150}, {"C", 2000}}};
    const auto found = std::find_if(kSets.begin(), kSets.end(), [&](const DataSet& set) { return set.name == name; });
    return found == kSets.end() ? std::nullopt : std::optional(*found);
}

char idCheckDigit(std::string_view first17)
{
    constexpr std::array<int, 17> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += (first17[i] - '0') * kWeights[i];
    return "10X98765432"[sum % 11];
}

std::string dumpLine(const NamedChange& change)
{
    boost::json::array records;
    for (const auto& record : change.records)
        records.push_back({{"type", record.type}, {"record", record.record.text()}, {"root", record.root.text()},
                           {"partition", record.partition.text()}, {"fields", record.fields}});
    return canonicalJson({{"at", change.at}, {"records", std::move(records)}}) + "\n";
}

Generator::Generator(boost::json::object pools, boost::json::array edges, GeneratorOptions options)
    : m_pools(std::move(pools)), m_edges(std::move(edges)), m_options(options)
{
}

Result<Generator> Generator::make(std::string_view poolsJson, std::string_view edgeJson, GeneratorOptions options)
{
    LIANXIN_TRY(auto pools, parseJson(poolsJson));
    LIANXIN_TRY(auto edges, parseJson(edgeJson));
    if (!pools.is_object() || !edges.is_object() || !edges.as_object().contains("households"))
        return fail(Errc::invalidInput, "demo pools are not of the expected shape");
    return Generator(std::move(pools.as_object()), std::move(edges.as_object().at("households").as_array()), options);
}

std::vector<PartitionId> Generator::villages(std::size_t households)
{
    std::vector<PartitionId> result;
    for (std::size_t village = 0; village * kFamiliesPerVillage < households; ++village)
        result.push_back(*PartitionId::parse("v:" + villageCode(village)));
    return result;
}

Generator::Family Generator::family(std::size_t index) const
{
    Family made(m_pools, m_options, index, villageCode(index / kFamiliesPerVillage));
    made.makePeople();
    made.makeHousehold();
    return made;
}

std::vector<NamedChange> Generator::household(std::size_t index) const
{
    auto made = family(index);
    std::vector<NamedChange> out{made.opening()};
    addContacts(made, out);
    addVisits(made, out);
    addNeeds(made, out);
    addEmergency(made, out);
    std::stable_sort(out.begin(), out.end(), [](const NamedChange& a, const NamedChange& b) { return a.at < b.at; });
    return out;
}

void Generator::addContacts(const Family& family, std::vector<NamedChange>& out) const
{
    NamedChange change;
    change.at = family.openedAt + 3'600'000;
    const std::array<std::pair<int, UserId>, 2> posts{{{2, m_options.worker}, {1, m_options.officer}}}; // both posts: village and township
    Stream stream(m_options.seed, "contacts", family.index);
    for (const auto& [post, user] : posts)
        change.records.push_back(family.child("contact_assignment", makeRecordId(change.at, stream),
                                              {{"user", user.text()},
                                               {"post", post},
                                               {"is_primary", post == 2},
                                               {"from_date", family.civil(change.at)},
                                               {"state", 1}}));
    out.push_back(std::move(change));
}

void Generator::addVisits(Family& family, std::vector<NamedChange>& out) const
{
    Stream stream(m_options.seed, "visits", family.index);
    // Nine contacts a year, two in three of them calls (domain.md 8.4), over the last year.
    const auto count = 6 + stream.below(8);
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto daysAgo = static_cast<Millis>(3 + i * 365 / count + stream.below(20));
        const auto minute = stream.chance(0.6) ? 510 + stream.below(180) : 870 + stream.below(180);
        const auto midnight = (m_options.now + kShanghai) / kDay * kDay - kShanghai - daysAgo * kDay;
        const auto at = midnight + static_cast<Millis>(minute) * 60'000;
        const bool home = stream.chance(0.38);
        const bool met = stream.chance(0.93);
        const int mood = stream.chance(0.65) ? 1 : stream.chance(0.8) ? 2 : 3;
        boost::json::array purpose{stream.chance(0.2) ? 11 : 14};
        boost::json::object fields{{"occurred_at", at},
                                   {"mode", home ? 1 : stream.chance(0.7) ? 2 : 3},
                                   {"purpose", std::move(purpose)},
                                   {"visitors", boost::json::array{m_options.worker.text()}},
                                   {"outcome", home ? (met ? 1 : 3) : (met ? 5 : 6)},
                                   {"state", 2}};
        if (met) {
            fields["served"] = boost::json::array{family.people.front().id.text()};
            fields["mood"] = mood;
            fields["body"] = stream.chance(0.8) ? 1 : 2;
            fields["quick_note"] = family.sentence(stream);
        }
        // Seven in ten are written down the same day, the rest later.
        const auto written = at + static_cast<Millis>(stream.chance(0.7) ? 3'600'000 : kDay * 2);
        out.push_back({written, {family.child("visit", makeRecordId(written, stream), std::move(fields))}});
    }
}

void Generator::addNeeds(Family& family, std::vector<NamedChange>& out) const
{
    Stream stream(m_options.seed, "needs", family.index);
    if (!stream.chance(0.5))
        return;
    const auto at = m_options.now - static_cast<Millis>(5 + stream.below(60)) * kDay;
    const auto which = stream.below(m_pools.at("needs").as_array().size());
    constexpr std::array<int, 6> kKinds{6, 1, 6, 9, 8, 2}; // beside the sentences of the pool
    out.push_back({at, {family.child("care_need", makeRecordId(at, stream),
                                     {{"kind", kKinds[which % kKinds.size()]},
                                      {"urgency", 1},
                                      {"text", m_pools.at("needs").as_array().at(which)},
                                      {"refer_to", 2},
                                      {"state", 2}})}});
}

void Generator::addEmergency(Family& family, std::vector<NamedChange>& out) const
{
    Stream stream(m_options.seed, "emergency", family.index);
    if (!stream.chance(0.08))
        return;
    const auto at = m_options.now - static_cast<Millis>(20 + stream.below(200)) * kDay;
    const auto caseId = makeRecordId(at, stream);
    const auto& actions = m_pools.at("emergencyActions").as_array();
    out.push_back({at, {family.child("emergency_case", caseId,
                                     {{"kind", 1},
                                      {"known_at", at},
                                      {"known_by", 3},
                                      {"severity", 2},
                                      {"first_contact_at", at + 20 * 60'000},
                                      {"persons", boost::json::array{family.people.front().id.text()}},
                                      {"state", 7}})}});
    for (std::size_t i = 0; i < 3; ++i) {
        const auto when = at + static_cast<Millis>(i + 1) * 30 * 60'000;
        out.push_back({when, {family.child("emergency_action", makeRecordId(when, stream),
                                           {{"case", caseId.text()},
                                            {"at", when},
                                            {"action", 3},
                                            {"by", m_options.worker.text()},
                                            {"text", actions.at((i + stream.below(3)) % actions.size())}})}});
    }
}

std::vector<NamedChange> Generator::edgePack() const
{
    std::vector<NamedChange> out;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        Family made(m_pools, m_options, 1'000'000 + i, villageCode(0)); // far from every ordinary index
        made.makePeople();
        made.makeHousehold();
        made.overlay(m_edges[i].as_object());
        out.push_back(made.opening());
        if (auto extra = made.edgeRecord(m_edges[i].as_object()))
            out.push_back(std::move(*extra));
    }
    return out;
}

} // namespace lianxin::data

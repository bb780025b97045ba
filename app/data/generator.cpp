// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/generator.hpp"

#include "app/data/edge_pack.hpp"
#include "app/data/events.hpp"
#include "app/data/family.hpp"
#include "app/data/services.hpp"
#include "app/data/works.hpp"
#include "sync/model/json.hpp"

#include <algorithm>
#include <array>

namespace lianxin::data {

namespace {

constexpr std::size_t kFamiliesPerVillage = 10;
constexpr std::size_t kVillagesPerTownship = 20;
// The hard cases have a village of their own: a worker of the first one has the families that a worker has.
constexpr std::size_t kEdgeVillage = 19;

std::string villageCode(std::size_t village)
{
    // Made-up villages of a made-up township in 350128; 12 digits as the statistics bureau writes them.
    const auto township = village / kVillagesPerTownship;
    const auto inside = village % kVillagesPerTownship;
    auto text = std::to_string(350128900ULL + township) + std::to_string(200 + inside);
    return text;
}

// Where the home stands that Home::of() says.
std::size_t villageOfHome(std::size_t number) { return number < 3 ? number : (number - 2) * 6; }

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
        records.push_back({{"type", record.type},
                           {"record", record.record.text()},
                           {"root", record.root.text()},
                           {"partition", record.partition.text()},
                           {"fields", record.fields}});
    return canonicalJson({{"at", change.at}, {"records", std::move(records)}}) + "\n";
}

Generator::Generator(Pools pools, boost::json::array edges, boost::json::array looks, GeneratorOptions options)
    : m_pools(std::make_shared<const Pools>(std::move(pools))), m_edges(std::move(edges)), m_looks(std::move(looks)),
      m_options(options)
{}

Result<Generator> Generator::make(std::string_view poolsJson, std::string_view edgeJson, GeneratorOptions options)
{
    LIANXIN_TRY(auto pools, Pools::parse(poolsJson));
    LIANXIN_TRY(auto edges, EdgePack::parse(edgeJson, "households"));
    LIANXIN_TRY(auto looks, EdgePack::parse(edgeJson, "looks"));
    return Generator(std::move(pools), std::move(edges), std::move(looks), options);
}

std::vector<PartitionId> Generator::villages(std::size_t households)
{
    std::vector<PartitionId> result;
    for (std::size_t village = 0; village * kFamiliesPerVillage < households; ++village)
        result.push_back(*PartitionId::parse("v:" + villageCode(village)));
    return result;
}

std::vector<NamedChange> Generator::household(std::size_t index) const
{
    Family family(*m_pools, m_options, index, villageCode(index / kFamiliesPerVillage));
    family.makePeople();
    family.makeHousehold();
    family.makeLoss();
    std::vector<NamedChange> out{family.opening()};
    if (family.state == Family::State::bothGone)
        return out; // the file is kept, nobody is visited
    Events events(family, out);
    events.addContacts();
    events.addVisits();
    events.addNeeds();
    events.addEmergencies();
    std::stable_sort(out.begin(), out.end(), [](const NamedChange& a, const NamedChange& b) { return a.at < b.at; });
    return out;
}

std::vector<NamedChange> Generator::services(std::size_t index) const
{
    const auto village = index / kFamiliesPerVillage;
    Family family(*m_pools, m_options, index, villageCode(village));
    family.makePeople();
    family.makeHousehold();
    family.makeLoss();
    std::vector<NamedChange> out;
    if (family.state == Family::State::bothGone)
        return out;
    const auto number = Home::of(village);
    const Home home(*m_pools, m_options, number, villageCode(villageOfHome(number)));
    Services services(family, home, out);
    services.addAttendance();
    services.addVolunteers();
    services.addInsurance();
    services.addClaims();
    services.addPackages();
    services.addCard();
    services.addProject();
    std::stable_sort(out.begin(), out.end(), [](const NamedChange& a, const NamedChange& b) { return a.at < b.at; });
    return out;
}

std::vector<NamedChange> Generator::works(std::size_t households) const
{
    const Works works(*m_pools, m_options, *PartitionId::parse("t:" + villageCode(0).substr(0, 9)));
    auto out = works.office();
    const auto add = [&out](std::vector<NamedChange> more) {
        std::move(more.begin(), more.end(), std::back_inserter(out));
    };
    for (std::size_t number = 0; number < Home::count(households); ++number) {
        const Home home(*m_pools, m_options, number, villageCode(villageOfHome(number)));
        add(home.changes());
        add(works.supervisionOf(home, number));
    }
    for (std::size_t village = 0; village * kFamiliesPerVillage < households; ++village)
        add(works.batches(villageCode(village)));
    std::stable_sort(out.begin(), out.end(), [](const NamedChange& a, const NamedChange& b) { return a.at < b.at; });
    return out;
}

std::vector<NamedChange> Generator::library() const
{
    return Works(*m_pools, m_options, PartitionId::directory()).library();
}

std::vector<NamedUnit> Generator::units(std::size_t households) const
{
    const auto township = villageCode(0).substr(0, 9) + "000";
    std::vector<NamedUnit> units{
        {township.substr(0, 6) + "000000", m_pools->word("countyUnit"), m_pools->word("countyDuty")},
        {township, m_pools->word("township"), m_pools->word("townshipDuty")}};
    const auto last = std::max(kEdgeVillage + 1, (households + kFamiliesPerVillage - 1) / kFamiliesPerVillage);
    for (std::size_t village = 0; village < last; ++village) {
        if (village > 0 && village % kVillagesPerTownship == 0)
            units.push_back(
                {villageCode(village).substr(0, 9) + "000", m_pools->word("township"), m_pools->word("townshipDuty")});
        units.push_back({villageCode(village), m_pools->village(village), {}});
    }
    return units;
}

std::vector<NamedChange> Generator::edgePack() const
{
    return EdgePack(*m_pools, m_options, m_edges, villageCode(kEdgeVillage), 0).changes();
}

std::vector<NamedChange> Generator::looks() const
{
    return EdgePack(*m_pools, m_options, m_looks, villageCode(kEdgeVillage), m_edges.size()).changes();
}

} // namespace lianxin::data

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

#include <boost/json/value.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::data {

// A record by the names of the catalogue; the loader turns names into registers. Sets are arrays.
struct NamedRecord {
    std::string type;
    RecordId record;
    RecordId root;
    PartitionId partition;
    boost::json::object fields;
    bool beside{false}; // written by somebody who had not seen what stands there now: both stay
    int life{0};        // 2: put away; 0: nothing is said of it
};

// One save: what one person wrote down at one moment.
struct NamedChange {
    Millis at{0};
    std::vector<NamedRecord> records;
};

struct DataSet {
    std::string name;
    std::size_t households{0};
};

// V0 V T0 T C0 C of domain.md 8.2.
[[nodiscard]] std::optional<DataSet> dataSet(std::string_view name);

// An organisation of the made-up county, as the directory has it.
struct NamedUnit {
    std::string code; // 12 digits
    std::string name;
    std::string dutyPhone; // empty: nobody is on duty there
};

struct GeneratorOptions {
    std::uint64_t seed{1};
    Millis now{0}; // "today" of the data; everything happens before it
    UserId worker; // who is written down as visitor and contact person
    UserId officer;
    bool edgePack{true};
};

class Pools;

// Families as in domain.md 8.3 and 8.4, with safe ids: identity numbers under 3599NN, telephones that nobody has. Changes of one family come
// in order of time. Family i depends on (seed, i) alone.
class Generator {
public:
    [[nodiscard]] static Result<Generator> make(std::string_view poolsJson, std::string_view edgeJson,
                                                GeneratorOptions options);
    [[nodiscard]] std::vector<NamedChange> household(std::size_t index) const;
    // What family `index` takes part in and is given, beside what household() tells; the bench fills without it.
    [[nodiscard]] std::vector<NamedChange> services(std::size_t index) const;
    // Homes, teams, agencies, policies, packages, trainings and supervisions of a county with so many families.
    [[nodiscard]] std::vector<NamedChange> works(std::size_t households) const;
    [[nodiscard]] std::vector<NamedChange> library() const; // the province's
    [[nodiscard]] std::vector<NamedChange> edgePack() const;
    // Families with a thing of each kind that wants a person's eye (docs/conflicts.md); in the village of the edge pack.
    [[nodiscard]] std::vector<NamedChange> looks() const;
    // County, townships and villages of so many families, and the village of the edge pack; what stands above comes first.
    [[nodiscard]] std::vector<NamedUnit> units(std::size_t households) const;
    // Villages that `households` families live in.
    [[nodiscard]] static std::vector<PartitionId> villages(std::size_t households);

private:
    Generator(Pools pools, boost::json::array edges, boost::json::array looks, GeneratorOptions options);

    std::shared_ptr<const Pools> m_pools; // never null
    boost::json::array m_edges, m_looks;
    GeneratorOptions m_options;
};

// 17 digits -> the 18th (GB 11643-1999).
[[nodiscard]] char idCheckDigit(std::string_view first17);
// One canonical JSON line per record; the same seed gives the same bytes.
[[nodiscard]] std::string dumpLine(const NamedChange& change);

} // namespace lianxin::data

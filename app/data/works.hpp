// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/generator.hpp"
#include "app/data/homes.hpp"
#include "app/data/pools.hpp"

#include <functional>
#include <vector>

namespace lianxin::data {

// What an office keeps that is no family's: agencies, policies, batches of packages, trainings, supervisions of homes; and the province's
// library. Ids that families refer to can be asked for without making the records.
class Works {
public:
    Works(const Pools& pools, const GeneratorOptions& options, PartitionId township)
        : m_pools(pools), m_options(options), m_township(std::move(township))
    {}

    struct Batch {
        RecordId id;
        Millis at{0};
    };
    [[nodiscard]] static RecordId policy(const GeneratorOptions& options, int kind);
    [[nodiscard]] static Batch batch(const GeneratorOptions& options, const std::string& village, std::size_t which);

    [[nodiscard]] std::vector<NamedChange> office() const;
    [[nodiscard]] std::vector<NamedChange> batches(const std::string& village) const;
    [[nodiscard]] std::vector<NamedChange> supervisionOf(const Home& home, std::size_t number) const;
    [[nodiscard]] std::vector<NamedChange> library() const; // in the directory: only the province writes it

private:
    [[nodiscard]] NamedRecord root(std::string type, RecordId id, boost::json::object fields) const
    {
        return {std::move(type), id, id, m_township, std::move(fields)};
    }
    void addPolicies(std::vector<NamedChange>& out) const;
    void addTrainings(std::vector<NamedChange>& out) const;
    int addChecks(Stream& stream, std::size_t number, RecordId visit,
                  const std::function<RecordId(const char*, boost::json::object)>& child) const;

    const Pools& m_pools;
    const GeneratorOptions& m_options;
    PartitionId m_township;
};

} // namespace lianxin::data

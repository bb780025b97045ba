// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/family.hpp"

#include <boost/json/array.hpp>

#include <map>
#include <string>
#include <vector>

namespace lianxin::data {

// The edge pack of domain.md 8.5 (assets/demo/edge.json): families that are hard for screens, rules and calendars. Each is made like any
// other family and then overlaid with what makes it hard. Words that begin with @ are filled in:
//   @worker @officer @household @household.KEY @person.N   ids
//   @at @at:+MINUTES                                       the moment of the change
//   @date:+DAYS                                            a civil date after the change (of the family itself: after today)
//   @record.KEY                                            as "record": the record of the family that was made with this "key"
// "beside" writes as somebody who has not seen what stands there, "life" puts a record away.
class EdgePack {
public:
    [[nodiscard]] static Result<boost::json::array> parse(std::string_view json, std::string_view part);

    // `from`: the number of the first family; two packs of one county differ in it.
    EdgePack(const Pools& pools, const GeneratorOptions& options, const boost::json::array& edges, std::string village,
             std::size_t from)
        : m_pools(pools), m_options(options), m_edges(edges), m_village(std::move(village)), m_from(from)
    {}
    [[nodiscard]] std::vector<NamedChange> changes() const;

private:
    struct Moment {
        Millis at{0};
        Millis written{0};
    };
    [[nodiscard]] Family familyOf(std::size_t number) const;
    void overlayPerson(Family& family, std::size_t number, const boost::json::object& given) const;
    [[nodiscard]] Moment momentOf(const boost::json::object& change) const;
    using Keyed = std::map<std::string, RecordId>; // records of one family that later changes name
    void addChange(const Family& family, const boost::json::object& change, Stream& stream, Keyed& keyed,
                   std::vector<NamedChange>& out) const;
    [[nodiscard]] boost::json::value filled(const boost::json::value& value, const Family& family, Millis at) const;
    [[nodiscard]] boost::json::value word(const std::string& word, const Family& family, Millis at) const;
    [[nodiscard]] boost::json::object filled(const boost::json::object& fields, const Family& family, Millis at) const;

    const Pools& m_pools;
    const GeneratorOptions& m_options;
    const boost::json::array& m_edges;
    std::string m_village;
    std::size_t m_from;
};

} // namespace lianxin::data

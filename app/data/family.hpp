// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/generator.hpp"
#include "app/data/stream.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <vector>

namespace lianxin::data {

// One family while it is being made up.
struct Generator::Family {
    struct Person {
        RecordId id;
        boost::json::object fields;
    };

    Family(const boost::json::object& pools, const GeneratorOptions& options, std::size_t index, std::string village);
    void makePeople();
    void makeHousehold();
    void overlay(const boost::json::object& edge);
    [[nodiscard]] std::optional<NamedChange> edgeRecord(const boost::json::object& edge);
    [[nodiscard]] NamedChange opening() const; // household, people and loss record in one save
    [[nodiscard]] NamedRecord child(std::string type, RecordId id, boost::json::object fields) const;
    [[nodiscard]] std::string sentence(Stream& stream) const;
    [[nodiscard]] static std::string civil(Millis at); // date in Shanghai

    const boost::json::object& pools;
    const GeneratorOptions& options;
    std::size_t index;
    std::string village;
    PartitionId partition;
    Millis openedAt{0};
    RecordId id;
    std::string surname;
    boost::json::object household;
    std::vector<Person> people;
    boost::json::object loss;
    RecordId lossId;

private:
    [[nodiscard]] const boost::json::value& pick(Stream& stream, std::string_view pool) const;
    [[nodiscard]] std::string drawSurname(Stream& stream) const;
    [[nodiscard]] std::string givenName(Stream& stream, int sex, int birthYear) const;
    [[nodiscard]] boost::json::object person(Stream& stream, int sex, int relation, std::string name, int birthYear) const;
    [[nodiscard]] std::string phone(Stream& stream) const;
    Stream m_stream;
};

} // namespace lianxin::data

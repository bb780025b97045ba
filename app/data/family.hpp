// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/generator.hpp"
#include "app/data/pools.hpp"
#include "app/data/stream.hpp"
#include "sync/model/lunar.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <vector>

namespace lianxin::data {

// One family while it is being made up (domain.md 8.3).
struct Family {
    struct Person {
        RecordId id;
        boost::json::object fields;
    };
    enum class State { couple, widowed, divorced, bothGone };

    Family(const Pools& pools, const GeneratorOptions& options, std::size_t index, std::string village);
    void makePeople();
    void makeHousehold();
    void makeLoss();
    [[nodiscard]] NamedChange opening() const; // household, people and loss record in one save
    [[nodiscard]] NamedRecord child(std::string type, RecordId record, boost::json::object fields) const;
    // Person `number` of an edge, drawn as any other and then overlaid.
    [[nodiscard]] Person drawn(int sex, int relation, int age);
    [[nodiscard]] std::vector<std::string> targets() const; // ids of the living people whom the service is for

    const Pools& pools;
    const GeneratorOptions& options;
    std::size_t index;
    std::string village;
    PartitionId partition;
    Millis openedAt{0};
    RecordId id;
    State state{State::couple};
    bool bereaved{false};
    int contactPref{1};
    boost::json::object household;
    std::vector<Person> people;
    boost::json::object loss;
    RecordId lossId;
    std::optional<Day> lossDay; // where it is known to the day

private:
    [[nodiscard]] std::string surnameOf(const std::string& name) const;
    [[nodiscard]] boost::json::object person(int sex, int relation, std::string name, Day birth);
    [[nodiscard]] Day birthOf(int age, bool mayBeForced);
    [[nodiscard]] std::string phone();
    [[nodiscard]] std::optional<std::string> identityNumber(int sex, Day birth);
    void addHealth(boost::json::object& fields);
    void addBirthCalendar(boost::json::object& fields, Day birth);
    void addChildAndGrandchild();
    void addWishes();
    void addPapers();
    [[nodiscard]] int year() const;

    Stream m_stream;
    int m_phones{0};
    bool m_leapBirth{false}; // the head's birthday is the one that its block needs
};

// One family of each 150 has somebody born in a leap month, whatever the dice say.
inline constexpr std::size_t kLeapBlock = 150;

[[nodiscard]] std::string padded(std::uint64_t number, int width);

} // namespace lianxin::data

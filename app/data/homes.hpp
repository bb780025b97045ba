// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/generator.hpp"
#include "app/data/pools.hpp"
#include "app/data/stream.hpp"
#include "sync/model/lunar.hpp"

#include <boost/json/object.hpp>

#include <vector>

namespace lianxin::data {

// A warm-heart home of the made-up county while it is being made up: its plan, its activities, its volunteers (domain.md 8.4). Home h
// depends on (seed, h) alone; a family that comes to one of its activities finds the same activity in the home's own records.
class Home {
public:
    struct Activity {
        Millis at{0}; // when it begins
        Millis written{0};
        RecordId id;
        int category{0};
        bool held{false};
        boost::json::object fields;
    };

    Home(const Pools& pools, const GeneratorOptions& options, std::size_t number, std::string village);

    [[nodiscard]] RecordId id() const { return m_id; }
    [[nodiscard]] const std::vector<Activity>& activities() const { return m_activities; } // in order of time
    [[nodiscard]] std::vector<RecordId> volunteers() const;
    [[nodiscard]] Millis teamSince() const { return m_teamAt; }
    [[nodiscard]] std::vector<NamedChange> changes() const;

    // Homes of a county with so many families; the home that a family goes to.
    [[nodiscard]] static std::size_t count(std::size_t households);
    [[nodiscard]] static std::size_t of(std::size_t village);

private:
    struct Volunteer {
        RecordId id;
        boost::json::object fields;
    };
    void makeActivities();
    void addActivity(Stream& stream, Day day, std::size_t what);
    void makeVolunteers();
    [[nodiscard]] NamedRecord onBoard(std::string type, RecordId record, boost::json::object fields) const;
    [[nodiscard]] NamedChange opening() const;
    [[nodiscard]] NamedChange plan(int year) const;

    const Pools& m_pools;
    const GeneratorOptions& m_options;
    std::size_t m_number;
    std::string m_village;
    PartitionId m_board;
    Millis m_openedAt{0};
    RecordId m_id, m_team;
    Millis m_teamAt{0};
    std::vector<Activity> m_activities;
    std::vector<Volunteer> m_volunteers;
};

} // namespace lianxin::data

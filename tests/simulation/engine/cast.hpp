// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"
#include "sync/model/value.hpp"
#include "tests/simulation/oracle.hpp"

#include <array>
#include <string>
#include <string_view>

// Who and what a history of the engine layer is made of: four people with different grants, five records of real types.
namespace lianxin::sim::engine {

struct Person {
    const char* role;
    const char* area;
};
inline constexpr std::array<Person, 4> kPeople{{
    {"VW", "v:350128001201"},
    {"TO", "t:350128001"},
    {"CO", "t:350128001"},
    {"CO", "v:350128001201"},
}};

enum class Kind { text, code, element, reference, place, counsellor }; // the last two are written once, with the record
inline bool onlyAtFirst(Kind kind) { return kind == Kind::place || kind == Kind::counsellor; }

struct RegisterPlan {
    std::uint32_t number;
    const char* element;
    Kind kind;
};

inline constexpr int kRecords = 5;
inline constexpr int kRegisters = 5;
inline constexpr int kNear = 0;  // a family of the village that everybody holds
inline constexpr int kVisit = 1; // a visit to it
inline constexpr int kFar = 2;   // a family of the other village
inline constexpr int kCase = 3;  // a counselling case, opened by the first counsellor, who names the second
inline constexpr int kCounsellorRegister = 3; // of the case
inline constexpr int kShared = 4;             // what a counsellor shares about the near family

struct RecordPlan {
    const char* type;
    int root;
    const char* partition; // empty: the case's own
    std::string_view writers;
    std::string_view holders; // indices of people
    std::array<RegisterPlan, kRegisters> registers;
};

inline constexpr std::array<RegisterPlan, kRegisters> kFamily{{{11, "", Kind::text},
                                                               {15, "", Kind::text},
                                                               {17, "1", Kind::element},
                                                               {17, "2", Kind::element},
                                                               {1, "", Kind::place}}};

inline const std::array<RecordPlan, kRecords> kPlan{{
    {"household", kNear, "v:350128001201", "VW TO", "0123", kFamily},
    {"visit",
     kNear,
     "v:350128001201",
     "VW TO CO",
     "0123",
     {{{15, "", Kind::text},
       {10, "", Kind::code},
       {14, "1", Kind::element},
       {14, "2", Kind::element},
       {26, "", Kind::text}}}},
    {"household", kFar, "v:350128001202", "VW TO", "12", kFamily},
    {"counsel_case",
     kCase,
     "",
     "CO",
     "23",
     {{{15, "", Kind::text},
       {14, "", Kind::reference},
       {13, "", Kind::reference},
       {12, "", Kind::counsellor},
       {1, "", Kind::place}}}},
    {"shared_summary",
     kNear,
     "v:350128001201",
     "CO",
     "0123",
     {{{11, "", Kind::text},
       {12, "", Kind::code},
       {14, "", Kind::code},
       {15, "", Kind::code},
       {13, "", Kind::reference}}}},
}};

// Families move between the two villages; who holds what follows.
inline constexpr const char* kVillages[2] = {"v:350128001201", "v:350128001202"};
inline constexpr int kPlaceRegister = 4; // of a family
inline bool isFamily(int record) { return record == kNear || record == kFar; }
inline bool holdsVillage(int person, int village) { return village == 0 || person == 1 || person == 2; }

inline bool isElement(OracleKey key) { return kPlan[key.first].registers[key.second].kind == Kind::element; }
inline RegisterKey keyOf(OracleKey key)
{
    const auto& plan = kPlan[key.first].registers[key.second];
    return {plan.number, plan.element};
}
inline bool holds(int person, int record)
{
    return kPlan[record].holders.find(static_cast<char>('0' + person)) != std::string_view::npos;
}
inline bool mayWrite(int person, int record)
{
    return kPlan[record].writers.find(kPeople[person].role) != std::string_view::npos;
}

} // namespace lianxin::sim::engine
